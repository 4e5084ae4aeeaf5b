/** Archives that hold little or are of one kind: of none, one paper, a bibliography, and what arXiv says alone. */
import assert from "node:assert/strict";
import test from "node:test";
import type { PaperRecord } from "#lib/content/record.ts";
import { isDrawn } from "#lib/tags/series.ts";
import { makePaper, makeTopic } from "#scenes/paper-samples.ts";
import { makeLibrary } from "../library.ts";
import { makeRelatedLists } from "../related-lists.ts";
import type { PageKinds } from "./page-kinds.ts";
import { planSite } from "./site-plan.ts";

/** What each kind's first page gets, on a site of papers that no day listed; all of them as text. */
function planArchive(records: Partial<PaperRecord>[]) {
  const papers = records.map((record, index) => {
    const { published, ...others } = record;
    const unknown = published === undefined ? (["published", "comments"] as const) : (["comments"] as const);
    return makePaper(
      { id: `own:${index}`, featured: [], ...others, ...(published === undefined ? {} : { published }) },
      { topics: index % 2 === 0 ? ["Planning"] : ["Planning", "Tides"], unknown: [...unknown] },
    );
  });
  const vocabulary = ["Planning", "Tides"].map((label) => ({ ...makeTopic(label), description: `On ${label}.` }));
  const none = { unstamped: [], overrides: [], editions: [], days: [], redirects: [], published: [] };
  const library = makeLibrary({ papers, vocabulary, introductions: new Map(), ...none });
  const pages = [...planSite(library, makeRelatedLists(library))].map(({ kind, makeProps }) => ({
    kind,
    props: makeProps(),
  }));
  const find = <Kind extends keyof PageKinds>(kind: Kind) =>
    pages.find((page) => page.kind === kind)?.props as PageKinds[Kind];
  return {
    front: find("index"),
    archive: find("archive/index"),
    trending: find("trending"),
    text: JSON.stringify(pages),
  };
}

test("An archive of none has nothing but what to do first: no date, no chart, no topics.", () => {
  const { front, archive, trending, text } = planArchive([]);
  assert.deepEqual(front, { topics: [], topicCount: 0, ranked: [] });
  assert.ok(!isDrawn(archive.series));
  assert.deepEqual(trending, { ranked: [] });
  assert.doesNotMatch(text, /1970/);
});

test("An archive of one paper shows it, and draws nothing of one month.", () => {
  const { front, archive, text } = planArchive([{ published: "2016-05-26", abstract: "We show that ships are few." }]);
  assert.equal(front.newest?.lead?.entry.finding, "We show that ships are few.");
  assert.deepEqual([front.newest?.months.length, front.topicCount], [1, 1]);
  assert.ok(!isDrawn(archive.series) && front.topics.every(({ series }) => !isDrawn(series)));
  assert.doesNotMatch(text, /1970/);
});

test("An archive from a bibliography, with years alone, is drawn by year, from its first.", () => {
  const { front, archive, text } = planArchive(
    ["2003", "1999", "2001", undefined, "2001"].map((published) => ({ published })),
  );
  assert.equal(front.newest?.lead?.entry.published, "2003");
  assert.deepEqual(
    front.newest?.months.map(({ label }) => label),
    ["2003", "2001", "1999", "undated"],
  );
  assert.deepEqual([archive.series.unit, archive.series.bars[0]?.label, archive.series.undated], ["year", "1999", 1]);
  assert.ok(front.topics.every(({ series }) => isDrawn(series) && series.bars[0]?.label === "1999"));
  assert.doesNotMatch(text, /1970/);
});

test("An archive from arXiv alone, within a year, is drawn by month.", () => {
  const days = ["2026-03-03", "2026-02-28", "2025-12-31", "2025-11-01", "2025-11-02"];
  const { front, archive } = planArchive(days.map((published) => ({ published })));
  assert.ok(front.front === undefined && front.newest?.seconds.length === 3);
  assert.deepEqual(
    archive.series.bars.map(({ label }) => label),
    ["2025-11", "2025-12", "2026-01", "2026-02", "2026-03"],
  );
  assert.equal(front.topicCount, 2);
});

test("An archive of papers without any date is one, too.", () => {
  const { front, archive, text } = planArchive([{}, {}]);
  assert.equal(front.newest?.count, 2);
  assert.ok(!isDrawn(archive.series));
  assert.doesNotMatch(text, /1970/);
});

import assert from "node:assert/strict";
import test from "node:test";
import type { EntryView } from "#lib/papers/entry.ts";
import { joinPaper, type Paper } from "#lib/papers/paper.ts";
import type { PaperSurroundings } from "#lib/papers/view.ts";
import { routes } from "#lib/routes.ts";
import { makePaper } from "#scenes/paper-samples.ts";
import { type Catalogue, makeLibrary } from "../library.ts";
import { makePlanner, namePageFile, type PlannedPage } from "./planned-page.ts";

const NOTHING = {
  ...{ papers: [], unstamped: [], vocabulary: [], overrides: [], editions: [], days: [], redirects: [], published: [] },
  introductions: new Map(),
};
const of = { section: "Archive", label: "Archive", href: routes.archive() };
const month = { of, month: "2025-10", title: "October 2025", count: 3 };
const part = { name: "01", title: "1 October 2025", count: 3 };

function planMonth(papers: readonly Paper[]): PlannedPage {
  const planPage = makePlanner(new Map(papers.map((paper) => [paper.facts.id, paper])));
  return planPage("[...of]/[month]", routes.archiveMonth("2025-10"), (show) => {
    return { ...month, parts: [{ ...part, entries: papers.map(show) }] };
  });
}

const papers = ["a", "b", "c"].map((version, index) => {
  const { record } = makePaper({ id: `2510.0000${index}` });
  return joinPaper(record, undefined, [], new Map(), version);
});

test("The key of a list is taken without its papers' entries, and changes with their versions and their order.", () => {
  for (const paper of papers) {
    let isRead = false;
    const watched = Object.defineProperty({ ...paper }, "entry", {
      get: (): EntryView => {
        isRead = true;
        return paper.entry;
      },
    });
    const { key, makeProps } = planMonth([watched]);
    assert.equal(isRead, false);
    assert.deepEqual(makeProps(), { ...month, parts: [{ ...part, entries: [paper.entry] }] });
    assert.match(key, /^[\w-]{27}$/);
  }
  const [first, ...others] = papers;
  assert.ok(first);
  const row = routes.archiveRow("2025-10", first.facts.id);
  const lists = [
    papers,
    others,
    [...papers].reverse(),
    [{ ...first, version: "x" }, ...others],
    [{ ...first, row }, ...others],
  ];
  assert.equal(new Set(lists.map((list) => planMonth(list).key)).size, lists.length);
  assert.equal(planMonth(papers).key, planMonth([...papers]).key);
});

test("What makes a page's props can show of papers nothing that its key lacks: anything else does not compile.", () => {
  const planPage = makePlanner(new Map());
  const plans: (() => void)[] = [
    // What is shown of a paper cannot be looked into: in the key it is no entry.
    () =>
      planPage("[...of]/[month]", routes.archiveMonth("2025-10"), (show) => {
        // @ts-expect-error Of an entry nothing can be read.
        return { ...month, parts: [{ ...part, entries: papers.filter((paper) => show(paper).tldr).map(show) }] };
      }),
    // Planners of lists do not even see what it takes reading a paper's files to know.
    () => {
      // @ts-expect-error A catalogue has papers as lists are made of them.
      const look = ({ papers: listed }: Catalogue) => listed.map(({ digest }) => digest);
      look(makeLibrary(NOTHING));
    },
    () => {
      const around: PaperSurroundings = { authorSlugs: [], related: [] };
      // @ts-expect-error Around a paper its page sees no other paper's digest: the key holds the same surroundings.
      return around.related[0]?.digest;
    },
    // @ts-expect-error A template gets what its kind says.
    () => planPage("about", routes.about(), () => ({ paperCount: 1 })),
    // @ts-expect-error There is no such template.
    () => planPage("tags/[name]", routes.tags(), () => ({})),
  ];
  for (const plan of plans) assert.doesNotThrow(plan);
});

test("The file of a page follows from its address.", () => {
  assert.deepEqual(
    [routes.front(), routes.tagMonth("games", "undated"), routes.author("josé-müller"), routes.file("404.html")].map(
      namePageFile,
    ),
    ["index.html", "tags/games/undated/index.html", "authors/josé-müller/index.html", "404.html"],
  );
});

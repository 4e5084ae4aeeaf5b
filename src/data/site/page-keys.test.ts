import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import { fingerprintData } from "#lib/content/data-fingerprint.ts";
import { type DigestData, DigestSchema } from "#lib/content/digest.ts";
import { LinksSchema, type PaperRecord, RecordSchema } from "#lib/content/record.ts";
import { NAMES_A_PAGE } from "#lib/name-index.ts";
import { viewEntry } from "#lib/papers/entry.ts";
import { joinPaper, type Paper } from "#lib/papers/paper.ts";
import { makeDigest, makePaper, makeTopic } from "#scenes/paper-samples.ts";
import { site } from "#site";
import { type Holdings, makeLibrary, type PaperPages } from "../library.ts";
import { makeRelatedLists } from "../related-lists.ts";
import type { PageKinds } from "./page-kinds.ts";
import type { PlannedPage } from "./planned-page.ts";
import { planSite } from "./site-plan.ts";

/** A paper as a content folder has it: the version is that of all that was written of it. */
function joinOwn(record: PaperRecord, digest?: Partial<DigestData> & { body?: string }): Paper {
  const own = digest === undefined ? undefined : makeDigest({ id: record.id, ...digest });
  const version = fingerprintData([JSON.stringify(record), JSON.stringify(own ?? "")]);
  const topics = (own?.tags ?? ["planning"]).map((id) => makeTopic(id === "planning" ? "Planning" : "Tides"));
  return joinPaper(record, own, topics, new Map(), version);
}

const LINKS = { abstract: "https://a.example/1", pdf: "https://a.example/2", code: "https://a.example/3" };
const FACTS = { authors: ["Ada Quay", "Ben Pier"], organization: { id: "harbour-lab", name: "Harbour Lab" } };

/** So many papers of one author, one organisation and one topic that each has months, the first the newest; every other has a digest. */
const RECORDS = Array.from({ length: site.monthsFrom + 4 }, (_, number): PaperRecord => {
  const day = `2026-03-${String(28 - (number % 28)).padStart(2, "0")}`;
  const links = { ...LINKS, project: "https://a.example/4", doi: "https://doi.org/10.1/1", discussion: LINKS.pdf };
  const previousIds = number === 0 ? ["2602.00001"] : [];
  const whole = {
    authorCount: 9,
    updated: day,
    version: 2,
    upvotes: number,
    comments: 3,
    stars: 5,
    journalRef: "Docks 3",
  };
  const texts = { venue: "Docks", note: "Once.", abstract: `Cranes see ${number} ships. They sort them.` };
  return makePaper({
    ...{ id: `2603.${String(number + 1).padStart(5, "0")}`, title: `Cranes and ships, ${number}`, published: day },
    ...{ featured: [day], links, categories: ["cs.AI"], keywords: ["cranes"], previousIds },
    ...{ history: [{ date: day, source: "arXiv", field: "title", from: "A", to: "B" }] },
    ...FACTS,
    ...whole,
    ...texts,
  }).record;
});
/** The papers that are changed: one with a digest, which leads an edition, and one without. */
const [WITH_DIGEST, WITHOUT] = [0, 1];

/** A paper whose entry is made when it is asked for, as those of a content folder are: rows are given before. */
function renew(paper: Paper): Paper {
  return Object.defineProperty({ ...paper }, "entry", {
    get(this: Paper) {
      return viewEntry(this);
    },
  });
}

/** An edition that a person wrote of some of them. */
const CURATED: Holdings["editions"][number] = {
  ...{ date: "2026-03-28", title: "Ships", curator: "the pilots", lead: "2603.00001" },
  papers: RECORDS.slice(0, 6).map(({ id }) => id),
  groups: [{ title: "Cranes", papers: RECORDS.slice(1, 3).map(({ id }) => id) }],
};

function plan(papers: Paper[], paperPages: PaperPages, parts: Partial<Holdings> = {}): Map<string, PlannedPage> {
  const vocabulary = ["Planning", "Tides"].map((label) => ({ ...makeTopic(label), description: `On ${label}.` }));
  const none = { unstamped: [], overrides: [], days: [], redirects: [], published: [] };
  const introductions = new Map([[CURATED.date, "first"]]);
  const library = makeLibrary(
    { papers: papers.map(renew), vocabulary, editions: [CURATED], introductions, ...none, ...parts },
    paperPages,
  );
  return new Map([...planSite(library, makeRelatedLists(library))].map((page) => [page.file, page]));
}

const PAPERS = RECORDS.map((record, number) => joinOwn(record, number % 2 === WITH_DIGEST ? {} : undefined));
const replace = (place: number, paper: Paper): Paper[] => PAPERS.with(place, paper);

/** For each field of a record another value, or none. */
const OTHER_RECORDS: { [Field in Exclude<keyof PaperRecord, "id">]: PaperRecord[Field][] } = {
  title: ["Other cranes"],
  authors: [["Cy Dock"], ["Ben Pier", "Ada Quay"], []],
  authorCount: [12, undefined],
  moreAuthors: [true],
  nameParts: [[{ name: "Ada Quay", family: "Ada Quay" }]],
  organization: [{ id: "harbour-lab", name: "Harbour Laboratory" }, { id: "pier", name: "Pier" }, undefined],
  published: ["2026-02-02", "2026-03-30", "2026-03", "2026", undefined],
  updated: ["2026-03-31"],
  version: [3],
  featured: [["2026-03-05"], [], ["2026-03-01", "2026-03-31"]],
  categories: [["cs.LG"]],
  keywords: [["winches"]],
  links: Object.keys(LinksSchema.shape).flatMap((name) => [{ ...LINKS, [name]: "https://b.example/" }, {}]),
  upvotes: [99, undefined],
  comments: [0, undefined],
  stars: [7],
  abstract: ["Winches see ships.", undefined],
  venue: ["Piers"],
  journalRef: ["Piers 4"],
  publication: [
    { type: "article", pages: "362–372" },
    { type: "phdthesis", school: "Quay School" },
  ],
  note: ["Twice."],
  withdrawn: [true, { by: "authors" }, { by: "administrators", reason: "a leak" }],
  history: [[]],
  previousIds: [["2602.00009"]],
  sources: [[{ name: "Hugging Face", retrieved: "2026-04-01" }]],
};

const OTHER_DIGESTS: { [Field in keyof DigestData]-?: DigestData[Field][] } = {
  tldr: ["Ships sort themselves."],
  why: ["It is short."],
  problem: ["None.", undefined],
  approach: ["Sorting.", undefined],
  headline: ["none", undefined],
  results: [[], [{ claim: "More", value: "+3%" }]],
  limitations: [{ authors: ["Fog."], curator: ["Night."] }],
  audience: ["Pilots."],
  tags: [["tides"]],
  writtenFrom: ["paper"],
  earlierText: [true],
  by: ["a sailor"],
  checkedOn: ["2026-03-20"],
  checkedText: ["0123456789abcdef"],
  checkedSource: [{ title: "0123456789abcdef", abstract: "0123456789abcdef" }],
};

/** Every change there is, with its name. */
function* listChanges(): Generator<[name: string, papers: Paper[], parts?: Partial<Holdings>]> {
  for (const [place, digest] of [
    [WITH_DIGEST, {}],
    [WITHOUT, undefined],
  ] as const) {
    const record = RECORDS[place] as PaperRecord;
    for (const [field, values] of Object.entries(OTHER_RECORDS)) {
      for (const value of values) {
        const { [field as "title"]: _, ...rest } = record;
        const other = (value === undefined ? rest : { ...rest, [field]: value }) as PaperRecord;
        yield [`${field} of ${record.id}: ${JSON.stringify(value)}`, replace(place, joinOwn(other, digest))];
      }
    }
  }
  const record = RECORDS[WITH_DIGEST] as PaperRecord;
  for (const [field, values] of [...Object.entries(OTHER_DIGESTS), ["body", ["Other words."]] as const]) {
    for (const value of values)
      yield [`${field} of the digest`, replace(WITH_DIGEST, joinOwn(record, { [field]: value }))];
  }
  yield ["a digest is gone", replace(WITH_DIGEST, joinOwn(record))];
  yield ["a digest is new", replace(WITHOUT, joinOwn(RECORDS[WITHOUT] as PaperRecord, {}))];
  yield ["a paper is gone", PAPERS.slice(1)];
  const editions: [string, Partial<typeof CURATED>[]][] = [
    ["no edition", []],
    ["an edition of more", [{ papers: RECORDS.slice(0, 9).map(({ id }) => id) }]],
    ["an edition of another day", [{ date: "2026-02-01" }]],
    ["an edition led by another", [{ lead: "2603.00002" }]],
    ["an older edition", [{}, { date: "2025-02-01", papers: RECORDS.slice(4, 9).map(({ id }) => id) }]],
  ];
  for (const [name, own] of editions) {
    yield [name, PAPERS, { editions: own.map((change) => ({ ...CURATED, ...change })) }];
  }
  yield ["another order of the files", [...PAPERS].reverse()];
}

const show = (page: PlannedPage | undefined): string => JSON.stringify([page?.kind, page?.makeProps()]);

test("No field is left out of what is changed here.", () => {
  assert.deepEqual(["id", ...Object.keys(OTHER_RECORDS)].sort(), Object.keys(RecordSchema.shape).sort());
  assert.deepEqual(Object.keys(OTHER_DIGESTS).sort(), Object.keys(DigestSchema.shape).sort());
});

for (const paperPages of ["all", "digests"] as const) {
  test(`Whatever changes of a paper, a page whose key stays gets what it got (pages of ${paperPages}).`, () => {
    const before = plan(PAPERS, paperPages);
    const shown = new Map([...before].map(([file, page]) => [file, show(page)]));
    const changed = new Map<string, Set<string>>();
    for (const [name, papers, parts] of listChanges()) {
      let isSeen = false;
      for (const [file, page] of plan(papers, paperPages, parts)) {
        const isSame = before.get(file)?.key === page.key;
        isSeen ||= !isSame;
        if (isSame) assert.equal(show(page), shown.get(file), `${file}: ${name}`);
        else changed.set(page.kind, (changed.get(page.kind) ?? new Set()).add(name));
      }
      if (name !== "another order of the files") assert.ok(isSeen || paperPages === "digests", name);
    }
    const never: (keyof PageKinds)[] = ["404", "subscribe", "theme.js"];
    const kinds = new Set([...before.values()].map(({ kind }) => kind));
    assert.deepEqual([...kinds].filter((kind) => !changed.has(kind)).sort(), never);
  });
}

test("All kinds of pages are planned here, and every template asks for its own.", () => {
  // So many organisations that their index takes several pages.
  const others = Array.from({ length: NAMES_A_PAGE }, (_, number) =>
    joinOwn({
      ...(RECORDS[0] as PaperRecord),
      id: `own:${number}`,
      organization: { id: `port-${number}`, name: `Port ${number}` },
    }),
  );
  const kinds = new Set([...plan([...PAPERS, ...others], "all").values()].map(({ kind }) => kind));
  const templates = globSync("**/*.{astro,ts}", { cwd: "src/pages" }).map((name) => name.replaceAll("\\", "/"));
  assert.deepEqual([...kinds].sort(), templates.map((name) => name.replace(/\.(astro|ts)$/, "")).sort());
  for (const name of templates) {
    const asked = /(?:listPages|findPage)\("(.*?)"\)/.exec(readFileSync(`src/pages/${name}`, "utf8"));
    if (asked !== null) assert.equal(asked[1], name.replace(/\.(astro|ts)$/, ""));
  }
});

test("An introduction that changed is another page.", () => {
  const before = plan(PAPERS, "all");
  const after = plan(PAPERS, "all", { introductions: new Map([[CURATED.date, "second"]]) });
  const files = [...after].filter(([file, { key }]) => before.get(file)?.key !== key).map(([file]) => file);
  assert.deepEqual(files, ["index.html", "editions/2026-03-28/index.html"]);
});

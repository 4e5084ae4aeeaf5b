import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { makeContentFiles, makeRecord, writeFiles } from "#scenes/content-samples.ts";
import { makeFacts, makeHarvest } from "#scenes/record-samples.ts";
import { checkContent } from "../content/check.ts";
import { readContent } from "../content/read.ts";
import { ContentError, formatProblem } from "../errors.ts";
import { type Facts, SOURCES } from "./facts.ts";
import { ContentImport, type ImportReport, importHarvests } from "./import.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-import-"));
after(() => rmSync(root, { recursive: true }));
let count = 0;

/** A folder of its own with the sample content, changed. */
function makeFolder(changes: { [path: string]: string } = {}): string {
  count += 1;
  const folder = join(root, String(count));
  writeFiles(folder, { ...makeContentFiles(), ...changes });
  return folder;
}

/** Every file of a folder with its text and the instant of its last change. */
function readTree(folder: string): { [path: string]: string } {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  const files = paths.filter((path) => statSync(path).isFile());
  return Object.fromEntries(files.map((path) => [path, `${statSync(path).mtimeMs} ${readFileSync(path, "utf8")}`]));
}

function summarize({ added, changed, unchanged, refused, days }: ImportReport): object {
  return { added, changed, unchanged, refused: refused.map(({ field, message }) => `${field}: ${message}`), days };
}

/** Facts of an entry that has no id. */
function makeNameless(changes: Partial<Facts>): Facts {
  const { id: _id, ...facts } = makeFacts(changes);
  return facts;
}

const OPTIONS = { today: "2026-11-22" };
const DAY = { date: "2026-03-10", source: "Daily Papers", listed: 3, taken: 3, refused: 0, cut: false };

test("Papers come in, are merged and are refused in one run; the report tells each, and the day counts what was refused.", () => {
  const folder = makeFolder();
  const report = importHarvests(
    folder,
    [
      makeHarvest(
        [
          makeFacts({ abstract: "Ships are sorted." }),
          makeFacts({ id: "2511.00001", title: "New Ships", place: { file: "a.xml", line: 9, field: "entry 2" } }),
          makeNameless({ title: "Nobody's Ships", featured: [DAY.date], place: { file: "a.xml", field: "entry 3" } }),
        ],
        { days: [DAY] },
      ),
    ],
    OPTIONS,
  );
  assert.deepEqual(summarize(report), {
    added: ["2511.00001"],
    changed: [{ id: "2510.00001", fields: ["abstract", "sources"] }],
    unchanged: [],
    refused: ["entry 3: no record matches this entry, and it has no id of its own"],
    days: ["2026-03-10"],
  });
  assert.equal(report.files.length, 3);
  assert.match(readFileSync(join(folder, "papers/2025-11.jsonl"), "utf8"), /"New Ships"/);
  assert.match(readFileSync(join(folder, "days.jsonl"), "utf8"), /"2026-03-10".*"taken":2,"refused":1/);
});

test("An entry without an id is of the paper that stands behind it, in its file or another: a second time nothing is new.", () => {
  const nameless = makeNameless({ title: "Fog Ships", keywords: ["fog"] });
  const named = makeFacts({ id: "2511.00003", title: "Fog Ships", keywords: ["ships"] });
  for (const harvests of [[[nameless, named]], [[nameless], [named]]]) {
    const folder = makeFolder();
    const run = () =>
      importHarvests(
        folder,
        harvests.map((facts) => makeHarvest(facts)),
        OPTIONS,
      );
    const { added, refused, records } = run();
    assert.deepEqual([added, refused], [["2511.00003"], []]);
    assert.deepEqual(records[0]?.keywords, ["ships", "fog"]);
    assert.deepEqual([run().changed, run().files], [[], []]);
  }
});

test("Importing the same a second time writes nothing.", () => {
  const folder = makeFolder();
  const harvest = makeHarvest([makeFacts({ version: 2 }), makeFacts({ id: "acl:x", title: "Other" })], { days: [DAY] });
  importHarvests(folder, [harvest], OPTIONS);
  const before = readTree(folder);
  const report = importHarvests(folder, [harvest], OPTIONS);
  assert.deepEqual(summarize(report), {
    added: [],
    changed: [],
    unchanged: ["2510.00001", "acl:x"],
    refused: [],
    days: [],
  });
  assert.deepEqual(report.files, []);
  assert.deepEqual(readTree(folder), before);
});

test("Entries of one day that contradict each other end the same way each time, without growing a history.", () => {
  const folder = join(root, "contradiction");
  const harvests = ["Ships", "Boats"].map((title) => makeHarvest([makeFacts({ title })]));
  importHarvests(folder, harvests, OPTIONS);
  const before = readTree(folder);
  const report = importHarvests(folder, harvests, OPTIONS);
  assert.deepEqual([report.unchanged, report.files], [["2510.00001"], []]);
  assert.deepEqual(readTree(folder), before);
  const record = JSON.parse(readFileSync(join(folder, "papers/2025-10.jsonl"), "utf8"));
  assert.deepEqual([record.title, record.history], ["Boats", []]);
});

test("A paper that several steps speak of is told of once: as new, else as changed with all its fields, else as unchanged.", async () => {
  const folder = join(root, "steps");
  const known = ["2510.00001", "2510.00002", "2511.00003"].map((id) => makeFacts({ id, title: `Ships ${id}` }));
  const [twice, later, never] = known as [Facts, Facts, Facts];
  importHarvests(folder, [makeHarvest(known)], OPTIONS);
  const fresh = makeFacts({ id: "2512.00001", title: "New Ships" });
  async function* steps() {
    yield [makeHarvest([], { notices: [{ file: "a", message: "first" }] })];
    yield [makeHarvest([fresh, { ...twice, title: "Boats" }, later, never])];
    const more = [fresh, { ...twice, title: "Boats" }, later].map((facts) => ({ ...facts, upvotes: 1 }));
    yield [makeHarvest(more, { days: [DAY] })];
    const days = [DAY, { ...DAY, date: "2026-03-11" }];
    yield [makeHarvest([{ ...twice, title: "Boats" }, never], { days, notices: [{ file: "a", message: "last" }] })];
  }
  const report = await new ContentImport(folder, OPTIONS).takeSteps(steps());
  assert.deepEqual(summarize(report), {
    added: ["2512.00001"],
    changed: [
      { id: "2510.00001", fields: ["title", "upvotes"] },
      { id: "2510.00002", fields: ["upvotes"] },
    ],
    unchanged: ["2511.00003"],
    refused: [],
    days: ["2026-03-10", "2026-03-11"],
  });
  assert.deepEqual(
    report.notices.map(({ message }) => message),
    ["first", "last"],
  );
  assert.deepEqual(
    report.files.map((file) => file.replace(/^.*steps\//, "")),
    ["papers/2025-10.jsonl", "papers/2025-12.jsonl", "days.jsonl"],
  );
  assert.deepEqual(
    report.records.map(({ id }) => id),
    ["2512.00001", "2510.00001", "2510.00002", "2511.00003"],
  );
});

test("A dry run says the same and writes nothing.", () => {
  const folder = makeFolder();
  const harvest = makeHarvest([makeFacts({ id: "2511.00001" })], { days: [DAY] });
  const before = readTree(folder);
  const dry = importHarvests(folder, [harvest], { ...OPTIONS, isDryRun: true });
  assert.deepEqual(readTree(folder), before);
  assert.deepEqual(importHarvests(folder, [harvest], OPTIONS), dry);
});

test("Digests, editions and vocabularies are never written.", () => {
  const folder = makeFolder();
  const before = readTree(folder);
  importHarvests(folder, [makeHarvest([makeFacts({ title: "Changed" })], { days: [DAY] })], OPTIONS);
  const after = readTree(folder);
  const changed = Object.keys(after).filter((path) => before[path] !== after[path]);
  assert.deepEqual(changed.map((path) => path.slice(folder.length + 1)).sort(), ["days.jsonl", "papers/2025-10.jsonl"]);
});

test("An archive begins in a folder that does not exist.", () => {
  const folder = join(root, "new");
  const report = importHarvests(folder, [makeHarvest([makeFacts()])], OPTIONS);
  assert.deepEqual(report.added, ["2510.00001"]);
  assert.ok(existsSync(join(folder, "papers/2025-10.jsonl")));
});

test("A paper that two files tell of comes in once, with what both say.", () => {
  const folder = join(root, "twice");
  const daily = (date: string, upvotes: number) =>
    makeFacts({ featured: [date], upvotes, sources: [{ name: SOURCES.huggingFace, retrieved: date }] });
  const report = importHarvests(
    folder,
    [makeHarvest([daily("2026-03-10", 9)]), makeHarvest([daily("2026-03-09", 5)])],
    OPTIONS,
  );
  assert.deepEqual([report.added, report.changed], [["2510.00001"], []]);
  const record = JSON.parse(readFileSync(join(folder, "papers/2025-10.jsonl"), "utf8"));
  assert.deepEqual([record.featured, record.upvotes], [["2026-03-09", "2026-03-10"], 9]);
});

test("Facts that no record may hold are refused at their entry, the rest comes in.", () => {
  const folder = makeFolder();
  const facts = [makeFacts({ id: "2510.00002v1" }), makeFacts({ id: "2510.00003", links: { code: "javascript:x" } })];
  const report = importHarvests(folder, [makeHarvest([...facts, makeFacts({ id: "2510.00004" })])], OPTIONS);
  assert.deepEqual(
    report.refused.map(({ file, line, field }) => [file, line, field]),
    [
      ["a.xml", 7, "entry 1"],
      ["a.xml", 7, "entry 1 links.code"],
    ],
  );
  assert.deepEqual(report.added, ["2510.00004"]);
});

test("A record stays in the file it stands in.", () => {
  const line = `${JSON.stringify(makeRecord({ id: "doi:10.1000/x", title: "Old Ships", published: "2025-01-01" }))}\n`;
  const folder = makeFolder({ "papers/undated.jsonl": line });
  importHarvests(folder, [makeHarvest([makeFacts({ id: "doi:10.1000/x", published: "2025-02-01" })])], OPTIONS);
  assert.match(readFileSync(join(folder, "papers/undated.jsonl"), "utf8"), /2025-02-01/);
  assert.deepEqual(readdirSync(join(folder, "papers")), ["2025-10.jsonl", "undated.jsonl"]);
});

test("A folder whose records or days cannot be read is left as it is: writing them again would lose lines.", () => {
  // A line that was cut, and what a file system may leave after a crash.
  const damages = ['{"id":', "\0".repeat(40), `${JSON.stringify(makeRecord())}\n\0\0\0`];
  for (const [path, damage] of damages.flatMap((text) => [
    ["papers/2025-10.jsonl", text] as const,
    ["days.jsonl", text] as const,
  ])) {
    const folder = makeFolder({ [path]: damage });
    const before = readTree(folder);
    assert.throws(
      () => importHarvests(folder, [makeHarvest([makeFacts({ id: "2510.00009" })])], OPTIONS),
      ContentError,
    );
    assert.deepEqual(readTree(folder), before);
  }
  const barred = makeFolder({ "papers/2025-11.jsonl/x": "" });
  assert.throws(
    () => importHarvests(barred, [], OPTIONS),
    /2025-11\.jsonl {2}this file could not be read: a folder stands where/,
  );
  const line = `${JSON.stringify(makeRecord())}\n`;
  const doubled = makeFolder({ "papers/2025-11.jsonl": line });
  assert.throws(() => importHarvests(doubled, [], OPTIONS), /this paper has a record already/);
});

test("Of a day the best reading stays: most papers taken, then fewest refused, then the longest; a better one repairs it.", () => {
  const folder = join(root, "days");
  const put = (changes: Partial<typeof DAY>) =>
    importHarvests(folder, [makeHarvest([], { days: [{ ...DAY, ...changes }] })], OPTIONS).days.length;
  assert.deepEqual(
    [
      { cut: true },
      {},
      { cut: true },
      { listed: 2, taken: 2 },
      { listed: 5, taken: 3, refused: 2 },
      { listed: 76, taken: 0, refused: 76 },
      { listed: 4 },
      { listed: 5, taken: 5 },
      { listed: 76, taken: 5, refused: 71 },
      { source: "Other", listed: 76, taken: 0, refused: 76 },
      { source: "Other" },
    ].map(put),
    [1, 1, 0, 0, 0, 0, 1, 1, 0, 1, 1],
  );
  assert.equal(
    readFileSync(join(folder, "days.jsonl"), "utf8"),
    '{"date":"2026-03-10","source":"Daily Papers","listed":5,"taken":5,"refused":0,"cut":false}\n' +
      '{"date":"2026-03-10","source":"Other","listed":3,"taken":3,"refused":0,"cut":false}\n',
  );
});

/** What is wrong with a content folder, by the check's words. */
function check(folder: string): string[] {
  return checkContent(readContent(folder)).map(formatProblem);
}

/** Imports facts, one harvest each, into a folder with redirects from these addresses; what the report says, and what the check does. */
function importBeside(from: string[], ...facts: Partial<Facts>[]): { told: object; problems: string[] } {
  const redirects = from.map((address) => ({ from: address, to: "/archive/", date: "2026-03-10", reason: "Gone." }));
  const folder = makeFolder({ "redirects.jsonl": redirects.map((line) => `${JSON.stringify(line)}\n`).join("") });
  const harvests = facts.map((one) => makeHarvest([makeFacts({ title: `Ships of ${one.id}`, ...one })]));
  return { told: summarize(importHarvests(folder, harvests, OPTIONS)), problems: check(folder) };
}

const NOTHING = { added: [], changed: [], unchanged: [], refused: [], days: [] };

test("An id that differs by case alone is the same paper at the ACL and for a DOI, and another at OpenReview.", () => {
  assert.deepEqual(importBeside([], { id: "acl:P99-1001" }, { id: "acl:p99-1001" }), {
    told: { ...NOTHING, added: ["acl:P99-1001"] },
    problems: [],
  });
  assert.deepEqual(importBeside([], { id: "doi:10.1000/X" }, { id: "doi:10.1000/x" }), {
    told: { ...NOTHING, added: ["doi:10.1000/x"] },
    problems: [],
  });
  assert.deepEqual(importBeside([], { id: "openreview:aB" }, { id: "openreview:Ab" }), {
    told: { ...NOTHING, added: ["openreview:aB"], refused: ["entry 1: its address is that of another paper"] },
    problems: [],
  });
});

test("An id is refused whose address, or another form of it, another paper has; so is an earlier id.", () => {
  for (const [first, second] of [
    [{ id: "doi:10.1000/a/b" }, { id: "doi:10.1000/a_b" }],
    [{ id: "acl:x" }, { id: "acl:x.md" }],
    [{ id: "acl:x.md" }, { id: "acl:x" }],
    [{ id: "acl:x/1" }, { id: "acl:y", previousIds: ["acl:x_1"] }],
    [
      { id: "acl:x", previousIds: ["openreview:aB"] },
      { id: "acl:y", previousIds: ["openreview:Ab"] },
    ],
  ] satisfies [Partial<Facts>, Partial<Facts>][]) {
    const { told, problems } = importBeside([], first, second);
    const whose = "previousIds" in second ? "an earlier id's" : "its";
    assert.deepEqual(told, {
      ...NOTHING,
      added: [first.id],
      refused: [`entry 1: ${whose} address is that of another paper`],
    });
    assert.deepEqual(problems, []);
  }
  const { told, problems } = importBeside([], { id: "acl:x", previousIds: ["acl:X"] });
  assert.deepEqual(
    [told, problems],
    [{ ...NOTHING, added: ["acl:x"] }, []],
    "an earlier id of the same address is none",
  );
});

test("What would give a page to an address that leads elsewhere is refused: organisation, author, day, week, month.", () => {
  const paper: Partial<Facts> = {
    id: "acl:x",
    authors: ["Con"],
    organization: { id: "nul", name: "NUL" },
    published: "2024-05-06",
    featured: ["2024-05-07"],
  };
  for (const from of [
    "/organizations/~6eul/",
    "/authors/~63on/",
    "/archive/2024-05/",
    "/editions/2024-05-07/",
    "/editions/2024-W19/",
    "/editions/2024-05/",
    "/papers/acl--x.md/",
  ]) {
    assert.deepEqual(importBeside([from], paper), {
      told: { ...NOTHING, refused: [`entry 1: its page at ${from} would stand where a redirect leads elsewhere`] },
      problems: [],
    });
  }
  assert.deepEqual(importBeside(["/authors/connie/"], paper), { told: { ...NOTHING, added: ["acl:x"] }, problems: [] });
});

test("A day whose page leads elsewhere is refused, and what is known of it is not written.", () => {
  const redirect = { from: "/editions/2026-03-10/", to: "/archive/", date: "2026-03-11", reason: "Doubled." };
  const folder = makeFolder({ "redirects.jsonl": `${JSON.stringify(redirect)}\n` });
  const report = importHarvests(folder, [makeHarvest([], { days: [{ ...DAY, taken: 0, listed: 0 }] })], OPTIONS);
  assert.deepEqual(
    report.refused.map(({ message }) => message),
    ["the page of 2026-03-10 would stand where a redirect leads elsewhere"],
  );
  assert.deepEqual([report.days, report.files, check(folder)], [[], [], []]);
});

test("A page that a redirect leads to does not go with what a source corrects; one that was published leaves a search.", () => {
  const old = {
    id: "acl:x",
    authors: ["Ada Quay", "Di Quay"],
    organization: { id: "dock", name: "Dock" },
    published: "2024-05-06",
  };
  for (const [to, change] of [
    ["/organizations/dock/", { organization: { id: "port", name: "Port" } }],
    ["/authors/ada-quay/", { authors: ["Di Quay"] }],
    ["/archive/2024-05/", { published: "2024-06-01" }],
  ] satisfies [string, Partial<Facts>][]) {
    const redirect = { from: "/organizations/gone/", to, date: "2026-03-10", reason: "Gone." };
    const [source] = [{ name: to.startsWith("/organ") ? SOURCES.huggingFace : SOURCES.arxiv, retrieved: "2026-03-10" }];
    const record = makeRecord({ title: "Dock", links: {}, ...old, sources: [source] });
    const facts = makeFacts({ ...old, ...change, title: "Dock", sources: [{ ...source, retrieved: "2026-03-11" }] });
    const files = {
      "papers/2024-05.jsonl": `${JSON.stringify(record)}\n`,
      "redirects.jsonl": `${JSON.stringify(redirect)}\n`,
    };
    const folder = makeFolder(files);
    assert.deepEqual(check(folder), []);
    assert.deepEqual(
      importHarvests(folder, [makeHarvest([facts])], OPTIONS).refused.map(({ message }) => message),
      [`a redirect leads to ${to}, which could lose its page`],
    );
    assert.deepEqual(check(folder), []);
    if (to.startsWith("/archive/")) continue;
    const published = makeFolder({ ...files, "addresses.txt": `${to}\n` });
    assert.deepEqual(importHarvests(published, [makeHarvest([facts])], OPTIONS).refused, []);
    assert.deepEqual(check(published), []);
  }
});

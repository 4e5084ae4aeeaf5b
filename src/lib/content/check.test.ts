import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import {
  makeContentFiles,
  makeDigestText,
  makeRecord,
  SAMPLE_EDITION,
  SAMPLE_TAGS,
  writeFiles,
} from "#scenes/content-samples.ts";
import { formatProblem, type Problem } from "../errors.ts";
import { checkContent } from "./check.ts";
import { nameContentFile } from "./content-files.ts";
import { readContent } from "./read.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-check-"));
after(() => rmSync(root, { recursive: true }));
let count = 0;

/** Problems of the sample content with some files changed, added, or (undefined) left out; files named from the folder. */
function check(changes: { [path: string]: string | undefined } = {}): Problem[] {
  count += 1;
  const folder = join(root, String(count));
  writeFiles(folder, { ...makeContentFiles(), ...changes });
  const prefix = nameContentFile(folder);
  return checkContent(readContent(folder)).map((problem) => ({
    ...problem,
    file: problem.file.replace(`${prefix}/`, ""),
    ...(problem.allowed !== undefined && { allowed: problem.allowed.replaceAll(`${prefix}/`, "") }),
  }));
}

function print(changes: { [path: string]: string | undefined }): string {
  return check(changes).map(formatProblem).join("\n");
}

function writeRecords(...changes: Parameters<typeof makeRecord>[0][]): string {
  return changes.map((change) => `${JSON.stringify(makeRecord(change))}\n`).join("");
}

test("Sound content has no problems.", () => {
  assert.deepEqual(check(), []);
});

test("Content needs no digests, editions, days or overrides.", () => {
  assert.deepEqual(
    check({
      "digests/2510.00001.md": undefined,
      "editions/2026-03-09.mdx": undefined,
      "days.jsonl": undefined,
      "organizations.yaml": undefined,
    }),
    [],
  );
});

test("An edition may be dated after every day.", () => {
  assert.deepEqual(check({ "editions/2031-01-01.mdx": SAMPLE_EDITION.replace("2026-03-09", "2031-01-01") }), []);
});

test("A paper with two records is told with the place of the first.", () => {
  assert.equal(
    print({ "papers/2025-10.jsonl": writeRecords({}, {}) }),
    `papers/2025-10.jsonl:2  id: this paper has a record already
    found:   2510.00001
    allowed: each once; it stands first in papers/2025-10.jsonl:1
    mend:    keep one of the lines`,
  );
});

test("Two ids that would share an address are told.", () => {
  assert.equal(
    print({ "papers/undated.jsonl": writeRecords({ id: "doi:10.1000/ab_c" }, { id: "doi:10.1000/ab/c" }) }),
    `papers/undated.jsonl:2  id: two ids would share one address
    found:   doi:10.1000/ab/c
    allowed: each once; it stands first in papers/undated.jsonl:1
    mend:    give the later paper another id`,
  );
});

test("A record in the file of another month is told; one without arXiv id may stand in any month.", () => {
  assert.equal(
    print({ "papers/2025-11.jsonl": writeRecords({ id: "2510.00002" }, { id: "doi:10.1000/x" }) }),
    `papers/2025-11.jsonl:1  id: this record stands in the file of another month
    found:   2510.00002
    allowed: papers/2025-10.jsonl
    mend:    move the line there`,
  );
});

test("A file of records is named after a month or a year, or undated.", () => {
  assert.equal(print({ "papers/2017.jsonl": writeRecords({ id: "acl:x", published: "2017" }) }), "");
  assert.equal(
    print({ "papers/2025-13.jsonl": writeRecords({ id: "acl:x" }) }),
    `papers/2025-13.jsonl  this file is not named after a month or a year
    found:   2025-13.jsonl
    allowed: YYYY-MM.jsonl, YYYY.jsonl, or undated.jsonl
    mend:    rename it, or move its lines to the files of their months`,
  );
});

test("Days out of order, or doubled, are told with their order.", () => {
  assert.equal(
    print({ "papers/2025-10.jsonl": writeRecords({ featured: ["2026-03-09", "2026-03-08", "2026-03-09"] }) }),
    `papers/2025-10.jsonl:1  featured: these days are not in order, or one stands twice
    found:   2026-03-09, 2026-03-08, 2026-03-09
    allowed: 2026-03-08, 2026-03-09`,
  );
});

test("A digest without a record is told with the nearest id that has none.", () => {
  const cure = "add the paper's record first, or mend the name";
  assert.equal(
    print({ "digests/2510.00011.md": makeDigestText(), "digests/acl--zebra.md": makeDigestText() }),
    `digests/2510.00011.md:1  no record has this file's id, so its paper is unknown
    found:   2510.00011
    mend:    ${cure}
digests/acl--zebra.md:1  no record has this file's id, so its paper is unknown
    found:   acl--zebra
    mend:    ${cure}`,
  );
  assert.equal(
    print({ "digests/2510.00001.md": undefined, "digests/2510.00001v2.md": makeDigestText() }),
    `digests/2510.00001v2.md:1  no record has this file's id, so its paper is unknown
    found:   2510.00001v2
    allowed: nearest known: 2510.00001
    mend:    rename the file: 2510.00001`,
  );
});

test("A second digest of a paper is told, whatever it is called.", () => {
  for (const name of ["2510.00001v2", "2510.00001 copy", "2510.00001 (1)", "2510.00001-old"])
    assert.equal(
      print({ [`digests/${name}.md`]: makeDigestText() }),
      `digests/${name}.md:1  two digests claim one paper
    found:   ${name}
    allowed: one for each paper; 2510.00001.md is there already
    mend:    keep one of the files`,
    );
});

test("A digest called after an id that its paper had earlier is told with the name it is to have.", () => {
  const papers = { "papers/2025-10.jsonl": writeRecords({ previousIds: ["acl:x"] }) };
  const [alone] = check({ ...papers, "digests/2510.00001.md": undefined, "digests/acl--x.md": makeDigestText() });
  assert.equal(alone?.mend, "rename the file: 2510.00001");
  const [second] = check({ ...papers, "digests/acl--x.md": makeDigestText() });
  assert.equal(second?.message, "two digests claim one paper");
});

test("Records over several lines, or in a list, are told once.", () => {
  for (const text of [JSON.stringify(makeRecord(), null, 2), JSON.stringify([makeRecord()], null, 1)]) {
    assert.equal(
      print({ "papers/2025-10.jsonl": `\n${text}\n` }),
      `papers/2025-10.jsonl:2  this is not JSON Lines
    found:   ${JSON.stringify(text.split("\n")[0])}
    allowed: one JSON object on one line
    mend:    write each object on a line of its own, without a list around them`,
    );
  }
});

test("An unknown topic is told with the nearest known one, a doubled one too.", () => {
  assert.equal(
    print({
      "digests/2510.00001.md": makeDigestText({ tags: "\n  - planing\n  - zebra\n  - robotics\n  - robotics" }),
    }),
    `digests/2510.00001.md:9  tags[0]: this topic is not in the vocabulary
    found:   planing
    allowed: nearest known: planning
    mend:    write the nearest known topic: planning
digests/2510.00001.md:10  tags[1]: this topic is not in the vocabulary
    found:   zebra
    mend:    choose one from tags.yaml, or add it there
digests/2510.00001.md:12  tags[3]: this topic is given twice
    found:   robotics
    mend:    take one of them out`,
  );
});

test("An edition whose date, lead and papers do not fit is told of each.", () => {
  const edition = `---
date: 2026-03-10
title: Ships
curator: the pilots
lead: "2510.00002"
papers: ["2510.00001", "2510.00009", "2510.00001"]
groups:
  - title: Cranes
    papers: ["2510.00001", "2510.00003"]
  - title: Berths
    papers: ["2510.00001"]
---
`;
  assert.equal(
    print({ "editions/2026-03-09.mdx": edition }),
    `editions/2026-03-09.mdx:2  date: file name and date differ
    found:   2026-03-10
    allowed: 2026-03-09
    mend:    rename the file to 2026-03-10.mdx, or mend the date
editions/2026-03-09.mdx:5  lead: the lead is not one of the edition's papers
    found:   2510.00002
    allowed: nearest known: 2510.00001
    mend:    write: 2510.00001
editions/2026-03-09.mdx:6  papers[1]: this paper is not among the records
    found:   2510.00009
    allowed: nearest known: 2510.00001
    mend:    write: 2510.00001
editions/2026-03-09.mdx:6  papers[2]: this paper is named twice
    found:   2510.00001
    allowed: each once; it stands first in papers[0]
editions/2026-03-09.mdx:9  groups[0].papers[1]: this paper is not one of the edition's papers
    found:   2510.00003
    allowed: nearest known: 2510.00001
    mend:    write: 2510.00001
editions/2026-03-09.mdx:11  groups[1].papers[0]: this paper is named twice
    found:   2510.00001
    allowed: each once; it stands first in groups[0].papers[0]`,
  );
});

test("Two editions of one day are told.", () => {
  const problems = check({ "editions/2026-03-10.mdx": SAMPLE_EDITION });
  assert.deepEqual(
    problems.map(({ file, message, allowed }) => [file, message, allowed]),
    [
      [
        "editions/2026-03-10.mdx",
        "there is an edition of this day already",
        "each once; it stands first in editions/2026-03-09.mdx",
      ],
      ["editions/2026-03-10.mdx", "file name and date differ", "2026-03-10"],
    ],
  );
});

test("A vocabulary with doubles, shared names, unknown parents and circles is told of each.", () => {
  const tags = `- { id: planning, label: Planning, description: x }
- { id: planning, label: Plans, description: x }
- { id: search, label: Search, description: x, aliases: [PLANNING], parent: planing }
- { id: a, label: A, description: x, parent: b }
- { id: b, label: B, description: x, parent: a }
- { id: c, label: C, description: x, aliases: [c], parent: c }
- { id: d, label: c, description: x, parent: a }
`;
  assert.equal(
    print({ "tags.yaml": tags }),
    `tags.yaml:2  planning.id: this topic stands twice
    found:   planning
    allowed: each once; it stands first in line 1
    mend:    take one of them out
tags.yaml:3  search.aliases: another topic has this name
    found:   planning
    allowed: each once; it stands first in line 1
    mend:    keep it with one of them
tags.yaml:3  search.parent: the wider topic is not in the vocabulary
    found:   planing
    allowed: nearest known: planning
    mend:    write: planning
tags.yaml:4  a.parent: a topic cannot lie within itself
    found:   b
    mend:    take one of the parents in the circle out
tags.yaml:5  b.parent: a topic cannot lie within itself
    found:   a
    mend:    take one of the parents in the circle out
tags.yaml:6  c.parent: a topic cannot lie within itself
    found:   c
    mend:    take one of the parents in the circle out
tags.yaml:7  d.label: another topic has this name
    found:   c
    allowed: each once; it stands first in line 6
    mend:    keep it with one of them`,
  );
});

test("Organisations and days that stand twice are told, and counts that cannot be.", () => {
  const day = '{"date":"2026-03-09","source":"Daily","listed":1,"taken":1,"refused":0,"cut":false}\n';
  assert.equal(
    print({
      "organizations.yaml":
        "- { id: port, name: P, aliases: [quay] }\n- { id: quay, name: Q }\n- { id: dock, name: D, aliases: [port] }\n",
      "days.jsonl": day + day.replace("Daily", "Weekly") + day.replace('"refused":0', '"refused":1'),
    }),
    `organizations.yaml:2  quay.id: this organisation stands twice
    found:   quay
    allowed: each once; it stands first in line 1
    mend:    keep it in one place
organizations.yaml:3  dock.aliases: this organisation stands twice
    found:   port
    allowed: each once; it stands first in line 1
    mend:    keep it in one place
days.jsonl:3  date: this day and source stand twice
    found:   2026-03-09, Daily
    allowed: each once; it stands first in line 1
    mend:    keep one of the lines
days.jsonl:3  taken: more papers were taken and refused than were listed
    found:   1 taken, 1 refused, 1 listed
    allowed: at most 1 together`,
  );
});

test("Problems of several files are told together.", () => {
  const problems = check({
    "papers/2025-11.jsonl": "{\n",
    "digests/2510.00001.md": makeDigestText({ tldr: undefined }),
    "digests/2510.00002.md": "no front matter",
    "editions/2026-03-09.mdx": SAMPLE_EDITION.replace("title: Ships\n", ""),
    "days.jsonl": "{}\n",
    "tags.yaml": SAMPLE_TAGS.replace("label: Planning", "name: Planning"),
    "organizations.yaml": "- id: port: x\n",
  });
  assert.deepEqual(
    [...new Set(problems.map(({ file }) => file))],
    [
      "papers/2025-11.jsonl",
      "digests/2510.00001.md",
      "digests/2510.00002.md",
      "editions/2026-03-09.mdx",
      "days.jsonl",
      "tags.yaml",
      "organizations.yaml",
    ],
  );
});

test("What refers to a broken record, topic or vocabulary is not told as a fault too.", () => {
  const files = (changes: { [path: string]: string }) => check(changes).map(({ file }) => file);
  assert.deepEqual(files({ "papers/2025-10.jsonl": writeRecords({ title: "" }) }), ["papers/2025-10.jsonl"]);
  assert.deepEqual(files({ "papers/2025-10.jsonl": `${writeRecords({}).trim()}}\n` }), ["papers/2025-10.jsonl"]);
  assert.deepEqual(files({ "tags.yaml": SAMPLE_TAGS.replace("  label: Planning\n", "") }), ["tags.yaml"]);
  assert.deepEqual(files({ "tags.yaml": "- id: [" }), ["tags.yaml"]);
  const zebra = makeDigestText({ tags: "[planning, zebra]" });
  assert.deepEqual(files({ "tags.yaml": `${SAMPLE_TAGS}- id: ships\n`, "digests/2510.00001.md": zebra }), [
    "tags.yaml",
    "tags.yaml",
    "digests/2510.00001.md",
  ]);
});

test("A fault in one field hides no fault in another.", () => {
  const places = (changes: { [path: string]: string }) => check(changes).map(({ file, field }) => `${file} ${field}`);
  const digest = makeDigestText({ tldr: undefined, tags: "[planing, Big Tag]" });
  assert.deepEqual(places({ "digests/2510.00001.md": digest }), [
    "digests/2510.00001.md tldr",
    "digests/2510.00001.md tags[1]",
    "digests/2510.00001.md tags[0]",
  ]);
  const edition = `---
date: 2026-03-10
curator: 7
lead: "2510.00003"
papers: ["2510.00001", "2510.00009", "x"]
groups: [{ title: "", papers: ["2510.00001", "2510.00003"] }]
---

See <Paper id="2510.00007">this</Paper> and <Papr />.

Here 1 <2.
`;
  assert.deepEqual(places({ "editions/2026-03-09.mdx": edition }), [
    ...["title", "curator", "papers[2]", "groups[0].title", "body", "body"].map(
      (field) => `editions/2026-03-09.mdx ${field}`,
    ),
    ...["date", "lead", "papers[1]", "groups[0].papers[1]", "body"].map((field) => `editions/2026-03-09.mdx ${field}`),
  ]);
  const broken = writeRecords({ title: "", featured: ["2026-03-09", "2026-03-08"] }, { title: "" });
  assert.deepEqual(places({ "papers/2025-11.jsonl": broken, "papers/2025-10.jsonl": "" }), [
    "papers/2025-11.jsonl title",
    "papers/2025-11.jsonl title",
    "papers/2025-11.jsonl id",
    "papers/2025-11.jsonl featured",
    "papers/2025-11.jsonl id",
    "papers/2025-11.jsonl id",
  ]);
  assert.deepEqual(places({ "tags.yaml": `${SAMPLE_TAGS}- id: planning\n  aliases: [robotics]\n  parent: zebra\n` }), [
    "tags.yaml planning.label",
    "tags.yaml planning.description",
    "tags.yaml planning.id",
    "tags.yaml planning.aliases",
    "tags.yaml planning.parent",
  ]);
});

test("A folder without a vocabulary takes the one that comes with the project.", () => {
  const folder = join(root, "bare");
  const { "tags.yaml": _own, ...files } = makeContentFiles();
  writeFiles(folder, files);
  const content = readContent(folder);
  assert.equal(content.tags.file, "content/tags.yaml");
  assert.ok(content.tags.lines.length >= 25);
  assert.deepEqual(checkContent(content), []);
});

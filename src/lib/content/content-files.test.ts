import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
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
import { readContent } from "./read.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-files-"));
after(() => rmSync(root, { recursive: true }));

/** Every problem of a folder, its files named from there. */
function check(folder: string): Problem[] {
  return checkContent(readContent(folder)).map((problem) => ({
    ...problem,
    file: relative(folder, resolve(problem.file)),
  }));
}

test("Whatever stands in a folder of content and is not read is told; hidden files and backups are passed over.", () => {
  const folder = join(root, "strays");
  writeFiles(folder, {
    ...makeContentFiles(),
    "digests/2510.00001.mdx": "x",
    "digests/2510.00002.MD": "x",
    "digests/cover.png": "x",
    "digests/robots/2510.00001.md": makeDigestText(),
    "editions/2026-03-09.md": "x",
    "papers/2025-10.json": "[]",
    "papers/notes.pdf": "x",
    "tag.yaml": "x",
    "Days.jsonl": "x",
    "edition/2026-03-09.mdx": SAMPLE_EDITION,
    "digests/2510.00001.md~": "x",
    "digests/#2510.00001.md#": "x",
    "digests/2510.00001.md.orig": "x",
    "editions/.draft.md": "x",
    "papers/.DS_Store": "x",
    "README.md": "x",
    "scripts/README.md": "x",
    "2510.18821.md": "x",
    "acl--P99-1001.md": "x",
    "2025-10.jsonl": "",
    "2026-03-10.mdx": "",
    "drafts/2510.00001.md": "x",
    days: "x",
    addresses: "x",
  });
  const told = check(folder).map(formatProblem).join("\n");
  assert.equal(
    told.replaceAll(/\n {4}allowed: papers, digests.*/g, ""),
    `2025-10.jsonl  this is not read where it stands
    mend:    move it to papers/, or elsewhere
2026-03-10.mdx  this is not read where it stands
    mend:    move it to editions/, or elsewhere
2510.18821.md  this is not read where it stands
    mend:    move it to digests/, or elsewhere
Days.jsonl  this is not read, because of its name
    mend:    call it days.jsonl, or move it elsewhere
acl--P99-1001.md  this is not read where it stands
    mend:    move it to digests/, or elsewhere
addresses  this is not read, because of its name
    mend:    call it addresses.txt, or move it elsewhere
days  this is not read, because of its name
    mend:    call it days.jsonl, or move it elsewhere
drafts/2510.00001.md  this is not read where it stands
    mend:    move it to digests/, or elsewhere
edition  this is not read, because of its name
    mend:    call it editions, or move it elsewhere
tag.yaml  this is not read, because of its name
    mend:    call it tags.yaml, or move it elsewhere
papers/2025-10.json  this file is not read, because of how its name ends
    allowed: names in papers/ end with .jsonl
    mend:    rename it, or move it elsewhere
papers/notes.pdf  this file is not read, because of how its name ends
    allowed: names in papers/ end with .jsonl
    mend:    rename it, or move it elsewhere
digests/2510.00001.mdx  this file is not read, because of how its name ends
    allowed: names in digests/ end with .md
    mend:    rename it, or move it elsewhere
digests/2510.00002.MD  this file is not read, because of how its name ends
    allowed: names in digests/ end with .md
    mend:    rename it, or move it elsewhere
digests/cover.png  this file is not read, because of how its name ends
    allowed: names in digests/ end with .md
    mend:    rename it, or move it elsewhere
digests/robots  nothing in this folder is read
    allowed: files ending with .md, in digests/ itself
    mend:    move its files up, or the folder elsewhere
editions/2026-03-09.md  this file is not read, because of how its name ends
    allowed: names in editions/ end with .mdx
    mend:    rename it, or move it elsewhere`,
  );
});

test("A pipe, which would never end, is told and not read.", () => {
  const folder = join(root, "pipe");
  writeFiles(folder, makeContentFiles());
  rmSync(join(folder, "papers/2025-10.jsonl"));
  execFileSync("mkfifo", [join(folder, "papers/2025-10.jsonl")]);
  const told = check(folder).map(({ file, message }) => `${file}: ${message}`);
  assert.deepEqual(told, [
    "papers/2025-10.jsonl: this file could not be read: it is no file, but a pipe, a socket or a device",
  ]);
});

test("What cannot be read is told with the reason, and nothing else of it.", () => {
  const folder = join(root, "unreadable");
  const { "tags.yaml": _tags, ...files } = makeContentFiles();
  writeFiles(folder, { ...files, "digests/2510.00002.md/x": "", "editions/x": "" });
  const link = (target: string, path: string) => symlinkSync(target, join(folder, path));
  link("nowhere", "digests/2510.00003.md");
  link("2510.00004.md", "digests/2510.00004.md");
  link("../digests", "digests/2510.00005.md");
  link("..", "papers/loop");
  link("nowhere", "tags.yaml");
  const told = check(folder).filter(({ message }) => !/^no record/.test(message));
  assert.equal(
    told.map(formatProblem).join("\n"),
    `digests/2510.00002.md  this file could not be read: a folder stands where the file has to be
    mend:    move that folder away
digests/2510.00003.md  this file could not be read: it is a link that leads to nothing
    mend:    lead it to a file, or take it out
digests/2510.00004.md  this file could not be read: it is a link that leads back to itself
    mend:    lead it to a file, or take it out
digests/2510.00005.md  this file could not be read: a folder stands where the file has to be
    mend:    move that folder away
papers/loop  nothing in this folder is read
    allowed: files ending with .jsonl, in papers/ itself
    mend:    move its files up, or the folder elsewhere
editions/x  this file is not read, because of how its name ends
    allowed: names in editions/ end with .mdx
    mend:    rename it, or move it elsewhere
tags.yaml  this file could not be read: it is a link that leads to nothing
    mend:    lead it to a file, or take it out`,
  );
});

test("A folder's place taken by a file is told.", () => {
  const folder = join(root, "place");
  writeFiles(folder, { papers: "x", digests: "y", "tags.yaml": SAMPLE_TAGS });
  assert.deepEqual(
    check(folder).map(({ file, message }) => [file, message]),
    [
      ["papers", "this has to be a folder"],
      ["digests", "this has to be a folder"],
    ],
  );
});

test("A file in another encoding, or with other line ends, is told once, and what refers to it is not.", () => {
  const record = Buffer.from(`${JSON.stringify(makeRecord({ title: "Häfen" }))}\r`, "utf16le");
  const folder = join(root, "encoded");
  writeFiles(folder, { ...makeContentFiles(), "papers/2025-10.jsonl": "" });
  writeFileSync(join(folder, "papers/2025-10.jsonl"), record);
  writeFileSync(join(folder, "digests/2510.00001.md"), makeDigestText({ by: "Zoë" }), "latin1");
  writeFileSync(join(folder, "editions/2026-03-09.mdx"), SAMPLE_EDITION.replaceAll("\n", "\r"));
  writeFileSync(join(folder, "tags.yaml"), SAMPLE_TAGS.replace("before", "be\0fore"));
  assert.deepEqual(
    checkContent(readContent(folder)).map(({ file, line, message }) => [
      relative(folder, resolve(file)),
      line,
      message,
    ]),
    [
      ["papers/2025-10.jsonl", undefined, "this file is UTF-16"],
      ["papers/2025-10.jsonl", 1, "lines end with a carriage return alone"],
      ["digests/2510.00001.md", 10, "this file is not UTF-8, but as if saved as Latin-1 or Windows-1252"],
      ["editions/2026-03-09.mdx", 1, "lines end with a carriage return alone"],
      ["tags.yaml", 3, "a control character stands here"],
    ],
  );
});

test("What refers to a file that cannot be read at all is not told as a fault, too.", () => {
  const published = ["/papers/2510.00001/", "/tags/planning/", "/editions/2026-03-09/", "/editions/2026-03-10/"];
  const sound = {
    ...makeContentFiles(),
    "addresses.txt": published.map((address) => `${address}\n`).join(""),
    "redirects.jsonl": `${published
      .map((to, index) => `${JSON.stringify({ from: `/old-${index}/`, to, date: "2026-03-09", reason: "moved" })}\n`)
      .join("")}`,
    "editions/2026-03-10.mdx": `${SAMPLE_EDITION.replace("-09", "-10")}\n<Paper id="2510.00001">x</Paper>\n`,
  };
  writeFiles(join(root, "sound"), sound);
  assert.deepEqual(check(join(root, "sound")), []);
  for (const path of [
    "papers/2025-10.jsonl",
    "tags.yaml",
    "days.jsonl",
    "editions/2026-03-10.mdx",
    "digests/2510.00001.md",
  ]) {
    const folder = join(root, "lost", path.replaceAll("/", "-"));
    writeFiles(folder, { ...sound, [path]: "" });
    rmSync(join(folder, path));
    symlinkSync("nowhere", join(folder, path));
    assert.deepEqual(
      check(folder).map(({ file, message }) => [file, message]),
      [[path, "this file could not be read: it is a link that leads to nothing"]],
    );
  }
  for (const [path, text] of Object.entries({
    "tags.yaml": "- id: [\n",
    "editions/2026-03-10.mdx": "---\n\ta: 1\n---\n",
  })) {
    const folder = join(root, "broken", path.replaceAll("/", "-"));
    writeFiles(folder, { ...sound, [path]: text });
    assert.deepEqual(
      check(folder).map(({ file }) => file),
      [path],
    );
  }
});

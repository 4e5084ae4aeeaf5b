import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { checkContent } from "#lib/content/check.ts";
import { parseTags } from "#lib/content/parse.ts";
import { type Content, readContent } from "#lib/content/read.ts";
import type { Tag } from "#lib/content/tag.ts";
import { formatProblems } from "#lib/errors.ts";
import { monthOfId } from "#lib/papers/id.ts";
import { findAcronyms } from "#lib/search/acronyms.ts";
import { readHoldings } from "../src/data/content/content-store.ts";
import { generateCorpus } from "./corpus.ts";
import { ABSTRACT_WORDS, TITLE_WORDS } from "./paper.ts";

const PAPERS = 300;
const TAGS_FILE = join(import.meta.dirname, "..", "content", "tags.yaml");
const SMALL_VOCABULARY: Tag[] = [
  { id: "wind", label: "Wind", description: "Moving air.", aliases: ["gale"] },
  { id: "rain", label: "Rain", description: "Falling water.", aliases: [] },
];

const tags = (parseTags(readFileSync(TAGS_FILE, "utf8"), "tags.yaml").value?.lines ?? []).map(({ data }) => data);
const folder = mkdtempSync(join(tmpdir(), "offprint-corpus-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const content = writeAndRead();
const records = content.records.flatMap(({ lines }) => lines.map(({ data }) => data));

/** Writes an archive with the real vocabulary and reads it as a build would. */
function writeAndRead(): Content {
  for (const { path, text } of generateCorpus({ papers: PAPERS, seed: 7, tags })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  cpSync(TAGS_FILE, join(folder, "tags.yaml"));
  return readContent(folder);
}

/** One hash over names and bytes of all files. */
function hashCorpus(papers: number, seed: number, vocabulary: Tag[]): string {
  const hash = createHash("sha256");
  for (const { path, text } of generateCorpus({ papers, seed, tags: vocabulary })) hash.update(`${path}\n${text}`);
  return hash.digest("hex").slice(0, 16);
}

function countWords(text: string): number {
  return text.split(/\s+/).length;
}

/** How often each word or name occurs, most often first. */
function countOccurrences(items: string[]): number[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}

test("An invented archive is content without a single problem.", () => {
  const problems = checkContent(content);
  assert.equal(problems.length, 0, formatProblems(problems.slice(0, 5)));
  assert.equal(readHoldings(folder).papers.length, PAPERS);
});

test("A digest has no number that its paper lacks, though names of topics hold some.", () => {
  const numbered = [{ id: "sums", label: "GSM8K", description: "Sums in words.", aliases: ["Math 500"] }];
  const files = [...generateCorpus({ papers: 40, seed: 7, tags: numbered })];
  const digests = files.filter(({ path }) => path.startsWith("digests/"));
  assert.ok(digests.length > 2);
  for (const { path, text } of digests) assert.doesNotMatch(text, /gsm8k|math 500/i, path);
  const worded = [{ id: "sums", label: "Three sums", description: "Sums.", aliases: ["sums"] }];
  const texts = [...generateCorpus({ papers: 200, seed: 7, tags: worded })].map(
    ({ path, text }) => [path, text] as const,
  );
  const named = texts.filter(([path, text]) => path.startsWith("digests/") && /^tldr:.*\bsums\b/m.test(text));
  assert.ok(named.length > 0, "digests name the topic otherwise");
  for (const [path, text] of named) assert.doesNotMatch(text, /three/i, path);
});

test("It has the papers that were asked for, and a digest for one in ten.", () => {
  assert.equal(records.length, PAPERS);
  assert.equal(content.digests.length, PAPERS / 10);
  assert.ok(content.editions.length >= 1);
  assert.deepEqual(
    content.tags.lines.map(({ data }) => data),
    tags,
  );
});

test("The same seed gives the same bytes, another seed others.", () => {
  assert.equal(hashCorpus(60, 7, tags), hashCorpus(60, 7, tags));
  assert.notEqual(hashCorpus(60, 7, tags), hashCorpus(60, 8, tags));
});

test("The bytes are those of every other machine; when they change, older figures can no longer be compared.", () => {
  assert.equal(hashCorpus(40, 1, SMALL_VOCABULARY), "41e7e1d6c0ef43a2");
});

test("Titles and abstracts have their lengths.", () => {
  for (const { title, abstract = "" } of records) {
    const [inTitle, inAbstract] = [countWords(title), countWords(abstract)];
    assert.ok(inTitle >= TITLE_WORDS.min && inTitle <= TITLE_WORDS.max, title);
    assert.ok(inAbstract >= ABSTRACT_WORDS.min && inAbstract <= ABSTRACT_WORDS.max, `${inAbstract} words`);
  }
});

test("Words come up as in real papers: of 300, so many different ones, half of them once, and few in every paper.", () => {
  const texts = records.map(
    ({ title, abstract = "" }) => new Set(`${title} ${abstract}`.toLowerCase().match(/[a-z]+/g)),
  );
  const counts = countOccurrences(texts.flatMap((words) => [...words]));
  // The first 300 papers of 45 real days have 6,443 different words, 46 % of them once; 86 % have the tenth word.
  assert.ok(counts.length > 5_500 && counts.length < 8_000, `${counts.length} different words`);
  const once = counts.filter((count) => count === 1).length / counts.length;
  assert.ok(once > 0.4 && once < 0.6, `${once} of them once`);
  assert.ok((counts[9] ?? 0) / PAPERS > 0.6 && (counts[499] ?? 0) / PAPERS < 0.1, `${counts[9]} and ${counts[499]}`);
});

test("Most papers spell a term out with its initials behind it.", () => {
  const spelling = records.filter(({ abstract = "" }) => findAcronyms(abstract).length > 0);
  assert.ok(spelling.length / records.length > 0.4, `${spelling.length} papers`);
});

test("Some authors write much more than others, and most write once.", () => {
  const counts = countOccurrences(records.flatMap(({ authors }) => authors));
  assert.ok((counts[0] ?? 0) >= 5, `most active: ${counts[0]}`);
  assert.ok(counts.filter((count) => count === 1).length > counts.length / 2);
});

test("Ids, days and editions agree: a paper is published in its id's month and featured later.", () => {
  for (const { id, published = "", featured } of records) {
    assert.equal(monthOfId(id), published.slice(0, 7));
    for (const day of featured) assert.ok(day >= published, `${id} was featured on ${day}, before ${published}`);
  }
  const share = records.filter(({ featured }) => featured.length > 0).length / records.length;
  assert.ok(share > 0.6 && share < 0.9, `${share} are featured`);
  for (const { data } of content.editions) {
    const shown = records.filter(({ featured }) => featured.includes(data.date)).map(({ id }) => id);
    assert.deepEqual(new Set(data.papers), new Set(shown));
  }
});

test("Every paper calls one of its topics by name, so that topics can be found by rule.", () => {
  const names = tags.flatMap(({ label, aliases }) => [label, ...aliases]).map((name) => name.toLowerCase());
  const called = records.filter((record) => {
    const text = `${record.title} ${record.abstract ?? ""}`.toLowerCase();
    return names.some((name) => text.includes(name));
  });
  assert.equal(called.length, records.length);
});

test("No link leads to a host that exists.", () => {
  const hosts = new Set(records.flatMap(({ links }) => Object.values(links).map((link = "") => new URL(link).host)));
  assert.deepEqual([...hosts], ["example.org"]);
});

test("An archive without papers or topics is refused.", () => {
  assert.throws(() => [...generateCorpus({ papers: 0, seed: 1, tags })], RangeError);
  assert.throws(() => [...generateCorpus({ papers: 1, seed: 1, tags: [] })], RangeError);
});

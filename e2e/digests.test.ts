/** The digests that we publish, as what they are meant to be: short, each in the form of its paper, linked to one another. */
import assert from "node:assert/strict";
import { basename, join } from "node:path";
import test from "node:test";
import { countWords, type DigestData } from "#lib/content/digest.ts";
import { readContent } from "#lib/content/read.ts";
import { PROJECT_FOLDER } from "#tools/folders.ts";

/** Words of all fields and the prose, on average at most. */
const AVERAGE_WORDS = 250;
/** Words of the first paragraph at most: it carries the digest by itself. */
const OPENING_WORDS = 60;

const digests = readContent(join(PROJECT_FOLDER, "content")).digests.map(({ file, data, body }) => ({
  id: basename(file, ".md"),
  data,
  body,
  blocks: body.trim().split(/\n{2,}/),
}));

/** Words in a value and all that it holds. */
function countWordsWithin(value: unknown): number {
  if (typeof value === "string") return countWords(value);
  return Object.values(value ?? {}).reduce<number>((sum, part) => sum + countWordsWithin(part), 0);
}

function countAll({ data, body }: { data: DigestData; body: string }): number {
  const { tldr, why, problem, approach, results, limitations, audience } = data;
  return countWordsWithin({ tldr, why, problem, approach, results, limitations, audience, body });
}

/** Fails when more than a share of the digests is so; tells which. */
function assertAtMost(share: number, rule: string, isSo: (digest: (typeof digests)[number]) => boolean): void {
  const those = digests.filter(isSo).map(({ id }) => id);
  assert.ok(
    those.length <= share * digests.length,
    `${rule}: ${those.length} of ${digests.length}: ${those.join(" ")}`,
  );
}

test("Digests are shorter than abstracts with their frame, and their first paragraph stands by itself.", () => {
  assert.equal(digests.length, 50);
  const mean = digests.reduce((sum, digest) => sum + countAll(digest), 0) / digests.length;
  assert.ok(mean <= AVERAGE_WORDS, `${mean} words on average`);
  assertAtMost(0, "a long first paragraph", ({ blocks: [first = ""] }) => countWords(first) > OPENING_WORDS);
  assertAtMost(0, "a list for a first paragraph", ({ blocks: [first = ""] }) => /^(?:\d+\.|[-*]) /.test(first));
});

test("Digests follow their papers rather than one mould.", () => {
  const shapeOf = ({ blocks }: (typeof digests)[number]) =>
    blocks.map((block) => (/^(\d+\.|[-*]) /.exec(block)?.[1] ?? "p").replace(/\d+\./, "1").replace("*", "-")).join("");
  const shapes = Map.groupBy(digests, shapeOf);
  for (const [shape, own] of shapes) assertAtMost(0.4, shape, (digest) => own.includes(digest));
  assert.ok(shapes.size >= 5, [...shapes.keys()].join(" "));
  assertAtMost(0.2, "begins with A", ({ data: { tldr } }) => /^An? /.test(tldr));
});

test("Each digest says why it was picked and leads on to another; limits of ours are few.", () => {
  assertAtMost(0, "without a reason", ({ data: { why } }) => why === undefined);
  assertAtMost(0, "without a link", ({ body }) => !/\[\[\d{4}\.\d{4,5}\|/.test(body));
  assertAtMost(0, "many limits", ({ data: { limitations } }) => limitations.curator.length > 2);
  assertAtMost(0, "a limit for want of figures", ({ data: { limitations } }) =>
    limitations.curator.some((limit) => /abstract (?:does not|doesn't|gives no)/.test(limit)),
  );
});

test("Which number stands large is said of each digest.", () => {
  assertAtMost(0, "without a headline", ({ data: { headline } }) => headline === undefined);
});

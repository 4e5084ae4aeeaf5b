/** What is literally there is found, and a number is true: over invented papers, and over real days where they lie beside the project. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { buildSearchIndex } from "#scenes/indexed-site.ts";
import { openSearchIndex } from "#scenes/opened-index.ts";
import { checkLiterals } from "./literal-check.ts";
import { createRandom } from "./random.ts";
import type { CollectionPaper } from "./search-collection.ts";
import { writeCollectionSite } from "./search-site.ts";

mkdirSync(".cache", { recursive: true });
const root = resolve(mkdtempSync(join(".cache", "literal-")));
after(() => rmSync(root, { recursive: true, force: true }));

/** Words as papers join and part them: hyphens, digits, acronyms, capitals within, endings. */
const WORDS = `supervised fine-tuning on-policy distillation VLM VLMs agents agentic learning learned harbours harbour
  self-play DeepSeek-VL of the in with cranes tides TideNet policy tuning vision-language models model reward rewards
  GPT4 quays ebb-tide moorings pilots lighthouse buoys 2031 dredging berths ferries wharf keel-laying ballast`.split(
  /\s+/,
);

/** Largest share of questions in which a paper without the phrase, but with its words side by side, comes before one with it. */
const LATE = 0.02;

function inventPapers(count: number): CollectionPaper[] {
  const random = createRandom("literal papers");
  const say = (length: number) => Array.from({ length }, () => random.pick(WORDS)).join(" ");
  return Array.from({ length: count }, (_, index) => ({
    id: `2601.${10_000 + index}`,
    title: say(random.integer(2, 6)),
    abstract: `${say(random.integer(5, 20))}. ${say(random.integer(5, 20))}.`,
  }));
}

test("Of phrases of one to four words no paper is missing or too many, and the literal ones come first.", async () => {
  const papers = inventPapers(40);
  await buildSearchIndex(root, writeCollectionSite(papers, root));
  const engine = await openSearchIndex(root);
  const { late, ...others } = await checkLiterals(engine, papers, 500, "phrases");
  assert.deepEqual(others, { missing: [], surplus: [] });
  // The index does not say which part of a word stands where: "tides fine-tuning" passes for `tides tuning`.
  assert.ok(late.length <= 500 * LATE, late.join("\n"));
});

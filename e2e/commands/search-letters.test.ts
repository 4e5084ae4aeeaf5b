/** What stands on a page is found as people type it: papers are imported, built and asked for. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { SearchEngine } from "#lib/search/engine.ts";
import { answerQuestion, makeVocabulary } from "#lib/search/planner.ts";
import { EMPTY_QUESTION } from "#lib/search/question.ts";
import { locateWorkFolder, readSettings } from "#tools/build/settings.ts";
import { build } from "#tools/build.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { openSearchIndex } from "../scenes/opened-index.ts";
import { runOwn } from "../scenes/process.ts";

/** By the paper's number in e2e/scenes/letters.bib, questions that find it first, `|` apart. */
const QUESTIONS: { [paper: string]: string } = {
  t1: "łukasz|lukasz|weiss|weiß|tau-bench|τ-bench|tau bench|taubench|τ",
  t2: "dordevic|đorđević|aegir|ægir|thorsson|þórsson|pi0|π0|π_0|pi 0",
  t3: "yildiz|yıldız|sahin|ipek|beta-vae|β-VAE|betavae",
  t4: "sigurdardottir|h2o|H₂O|CO2|CO₂|O(n log n)",
  t5: "infinity-bench|∞-bench|n-grams|n grams|k-nn|knn",
  t6: "lora2|LoRA²|s3|A*|astar|a star",
  t7: "fine-tuning|ﬁne-tuning|finetuning|fine tuning|fullwidth|FULLWIDTH|№5|åland|aland|aaland",
  s1: "C++|cpp|c++ templates|c plus plus|soren agard|zoe nunez",
  s2: "C#|c sharp|csharp|F#|f sharp|.net|dotnet|żółw|zolw",
  s3: "o'neil|oneil|o’neil|C|c compiler",
  s4: "自我博弈|自我|博弈|弈|语言模型|李明|李 明|王小红",
  s5: "言語|自己対戦|山田太郎|言語モデル",
  s6: "한국어|학습|언어 모델|언어모델|모델|김민수",
  s7: "ZJX's|ZJX’s|zjx",
  s8: "R|R language|Q&A",
  s9: "cross-lingual|end-to-end|end to end|state of the art|few-shot|kNN-LM|Dupont-Aignan|dupont aignan|pretraining",
  s10: "α-divergence|alpha divergence|ℓ1|l1|ℓ_1|k-means|kmeans",
  s11: "обучение|ОБУЧЕНИЕ|языковых|Иванов",
  s12: "GPT-4o|gpt4o|4o|o1|GPT-3.5|v2.0|4-bit|4 bit",
  s13: "ΔNet|delta net|deltanet|naive|naïve|schrodinger|schroedinger|Schrödinger",
  s14: "ภาษาไทย|ไทย|การเรียนรู้|เรียนรู้|สมชาย",
};

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "search-letters-test-"));
const settings = { ...readSettings({}), contentDir: join(root, "content"), outDir: join(root, "dist") };
let engine: SearchEngine;

before(async () => {
  cpSync(join(import.meta.dirname, "..", "scenes", "letters.bib"), join(root, "letters.bib"));
  const { code, output } = await runOwn("digest.ts", ["import", "bibtex", join(root, "letters.bib")], {
    environment: { CONTENT_DIR: settings.contentDir },
  });
  assert.equal(code, 0, output);
  await build(settings);
  engine = await openSearchIndex(settings.outDir);
});
after(() => {
  for (const path of [root, locateWorkFolder(settings)]) rmSync(path, { recursive: true, force: true });
});

/** The numbers of the papers that are said to hold what is asked, best first. */
async function ask(text: string): Promise<string[]> {
  const { results, exactCount } = await answerQuestion(engine, { ...EMPTY_QUESTION, text }, makeVocabulary([]));
  const papers = await Promise.all(results.slice(0, exactCount).map(({ hit }) => hit.load()));
  return papers.map(({ entry }) => entry.id.replace("doi:10.5555/", ""));
}

test("Each paper comes first for what stands on its page, however that is typed.", async () => {
  const wrong: string[] = [];
  for (const [paper, questions] of Object.entries(QUESTIONS)) {
    for (const question of questions.split("|")) {
      const found = await ask(question);
      if (found[0] !== paper) wrong.push(`${question}: ${paper} is not first of ${found.join(", ") || "none"}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("Papers that only share a letter, a number or a word with a name are not said to have it.", async () => {
  assert.deepEqual(await ask("C++"), ["s1"]);
  assert.deepEqual(await ask("C#"), ["s2"]);
  assert.deepEqual(await ask("F#"), ["s2"]);
  assert.deepEqual(await ask("A*"), ["t6"]);
  assert.deepEqual(await ask("π0"), ["t2"]);
  assert.deepEqual(await ask("自己博弈"), []);
});

test("Where several papers have it, all are found.", async () => {
  assert.deepEqual((await ask("lukasz")).sort(), ["s2", "t1"]);
  assert.deepEqual((await ask("beta vae")).sort(), ["s13", "t3"]);
  assert.ok((await ask("no 5")).includes("t7"));
});

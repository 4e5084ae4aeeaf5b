/** The sentence that lists show of an abstract, on real ones that were labelled by hand. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { harvestHuggingFace } from "#importers/hugging-face/harvest.ts";
import { findFinding } from "#lib/papers/finding.ts";
import { splitSentences } from "#lib/papers/sentences.ts";
import { HELD_OUT_FINDINGS, LABELLED_FINDINGS } from "#scenes/finding-labels.ts";
import { findSharedData } from "#scenes/shared-data.ts";

const { path: days, skip } = findSharedData("data", "hf-daily");

/** Abstracts of the real days by id. */
function readAbstracts(): Map<string, string> {
  const facts = readdirSync(days).flatMap(
    (file) => harvestHuggingFace({ file, text: readFileSync(join(days, file), "utf8"), retrieved: "2031-05-01" }).facts,
  );
  return new Map(facts.flatMap(({ id = "", abstract }) => (abstract === undefined ? [] : [[id, abstract]])));
}

function fingerprint(sentence: string): string {
  return createHash("sha256").update(sentence).digest("hex").slice(0, 8);
}

/** Of the papers of a list, how many there are, and of how many the right sentence is found. */
function judge(abstracts: ReadonlyMap<string, string>, list: string): { papers: number; right: number } {
  const lines = list.trim().split("\n");
  const right = lines.filter((line) => {
    const [id = "", ...labels] = line.split(" ");
    const sentences = splitSentences(abstracts.get(id) ?? "").map(fingerprint);
    assert.ok(
      labels.every((label) => sentences.includes(label)),
      `${id} has other sentences now`,
    );
    return labels.includes(fingerprint(findFinding(abstracts.get(id) ?? "") ?? ""));
  });
  return { papers: lines.length, right: right.length };
}

test("Of 100 real papers nearly all are told by what they found.", { skip }, () => {
  const abstracts = readAbstracts();
  assert.deepEqual(judge(abstracts, LABELLED_FINDINGS), { papers: 50, right: 49 });
  assert.deepEqual(judge(abstracts, HELD_OUT_FINDINGS), { papers: 50, right: 43 });
});

test("Few rows of real days are long, and hardly one is told by how its abstract begins.", { skip }, () => {
  const abstracts = [...readAbstracts().values()];
  const findings = abstracts.map((abstract) => findFinding(abstract));
  const share = (count: number) => count / abstracts.length;
  assert.ok(share(findings.filter((finding) => finding === undefined).length) < 0.01);
  assert.ok(share(findings.filter((finding = "") => finding.length > 320).length) < 0.06);
  const opening = abstracts.filter((abstract, index) => splitSentences(abstract)[0] === findings[index]);
  assert.ok(share(opening.length) < 0.06, String(share(opening.length)));
});

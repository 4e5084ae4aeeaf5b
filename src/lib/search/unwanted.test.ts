import assert from "node:assert/strict";
import { test } from "node:test";
import { makePaper } from "#scenes/paper-samples.ts";
import { makeFindUnwanted } from "./unwanted.ts";

function find(titles: string[], abstract = "") {
  const papers = titles.map((title, index) => makePaper({ id: `2510.0000${index}`, title, abstract }));
  const [first] = papers;
  assert.ok(first !== undefined);
  const readText = () => JSON.stringify(first.record).toLowerCase();
  return makeFindUnwanted(papers, readText)(first);
}

test("The word of most titles is asked for without the word that most often stands beside it elsewhere.", () => {
  const titles = ["Ships and Quiet Harbours", "Ships of Iron", "Iron Ships and Timber", "Timber for Quiet Harbours"];
  assert.deepEqual(find(["Harbours and Ships", "Night Ships", "Timber Ships", "Tidal Timber Ships"]), {
    wanted: "ships",
    unwanted: "timber",
  });
  assert.deepEqual(find(titles), { wanted: "ships", unwanted: "timber" });
});

test("What the paper itself says in any form, or what any page may say, is not left out; then there is no question.", () => {
  const titles = ["Tidal Ships", "Counting Ships"];
  assert.deepEqual(find(titles), { wanted: "ships", unwanted: "counting" });
  assert.equal(find(titles, "We count them."), undefined);
  assert.equal(find(["Counting Ships", "Results on Ships and Problems"]), undefined);
  assert.equal(find(["Counting Ships", "Tidal Harbours"]), undefined);
  assert.equal(find(["Counting Ships"]), undefined);
});

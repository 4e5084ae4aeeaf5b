import assert from "node:assert/strict";
import { test } from "node:test";
import type { ListedPaper } from "#lib/papers/paper.ts";
import { makePaper } from "#scenes/paper-samples.ts";
import { makeExamples } from "./examples.ts";

const search = "/search/";
const readText = ({ facts }: ListedPaper) => facts.title.toLowerCase();

test("There is a question of each kind that the archive allows, each of another paper where there are enough.", () => {
  const papers = [
    makePaper({ id: "2510.00001", title: "TideNet: Counting Small Ships in a Harbour", published: "2025-10-02" }),
    makePaper({ id: "2510.00002", title: "Gulls and the Quiet Lighthouse", published: "2025-10-01" }),
    makePaper({ id: "2509.00003", title: "Night in a Harbour", published: "2025-09-30" }),
  ];
  papers[2]?.topics.push({ id: "ships", label: "Ships", aliases: [] });
  const organization = { id: "port", name: "The Port" };
  assert.deepEqual(
    makeExamples({ papers, readText, author: "Ada Quay", organization, search }).map(({ says, href }) => [says, href]),
    [
      ["counting ships harbour", "/search/?q=counting+ships+harbour"],
      ['"quiet lighthouse"', "/search/?q=%22quiet+lighthouse%22"],
      ["harbour -counting", "/search/?q=harbour+-counting"],
      ["Ada Quay", "/search/?q=Ada+Quay"],
      ["Ships, 2025", "/search/?tag=ships&year=2025"],
      ["The Port", "/search/?org=port"],
      ["from October 2025", "/search/?from=2025-10&sort=newest"],
      ["arxiv.org/abs/2510.00001", "/search/?q=arxiv.org%2Fabs%2F2510.00001"],
    ],
  );
});

test("What an archive has not is not asked for; of an archive of none nothing is.", () => {
  assert.deepEqual(makeExamples({ papers: [], readText, search }), []);
  const paper = makePaper({ id: "doi:10.1000/x", title: "$x^2$ 3:1", authors: ["!"] });
  delete paper.facts.published;
  assert.deepEqual(makeExamples({ papers: [paper], readText, search }), []);
});

test("Words that say nothing, and words that signs join to others, are no question.", () => {
  const ask = (title: string) => {
    const paper = makePaper({ id: "2510.00001", title });
    return makeExamples({ papers: [paper], readText, search })
      .map(({ says }) => says)
      .filter((says) => !/arxiv|from|Quay/.test(says));
  };
  assert.deepEqual(ask("About These Others with GPT-4o/Tides"), []);
  assert.deepEqual(ask("Self-Play, Tides: Harbours"), []);
  assert.deepEqual(ask("Harbours, Quiet Harbours Tonight"), ["quiet harbours tonight", '"harbours tonight"']);
});

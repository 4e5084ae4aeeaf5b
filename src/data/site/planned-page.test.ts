import assert from "node:assert/strict";
import test from "node:test";
import { joinPaper } from "#lib/papers/paper.ts";
import { makePaper } from "#scenes/paper-samples.ts";
import { namePageFile, planPage } from "./planned-page.ts";

const page = { route: "archive/[month]", params: { month: "2025-10" }, file: namePageFile("archive/2025-10") };

test("The key of a list is taken without its papers' entries, and changes with their versions and their order.", () => {
  const papers = ["a", "b", "c"].map((version, index) => {
    const { record } = makePaper({ id: `2510.0000${index}` });
    return { ...joinPaper(record, undefined, [], new Map(), version) };
  });
  for (const paper of papers) {
    const { entry } = paper;
    let isRead = false;
    Object.defineProperty(paper, "entry", {
      get: () => {
        isRead = true;
        return entry;
      },
    });
    const { key, makeProps } = planPage(page, (show) => ({ entries: show([paper]).map((own) => own.entry) }));
    assert.equal(isRead, false);
    assert.deepEqual(makeProps(), { entries: [entry] });
    assert.match(key, /^[\w-]{27}$/);
  }
  const keyOf = (list: typeof papers): string =>
    planPage(page, (show) => ({ entries: show(list).map((own) => own.entry) })).key;
  const keys = [papers, papers.slice(1), [...papers].reverse(), [{ ...papers[0], version: "x" }, ...papers.slice(1)]];
  assert.equal(new Set(keys.map((list) => keyOf(list as typeof papers))).size, keys.length);
  assert.equal(keyOf(papers), keyOf([...papers]));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { gatherLater, groupOfLater, type LaterInput } from "./later.ts";

/** A paper whose list of related papers has these, each with its likeness. */
function paper(id: string, published: string | undefined, related: [id: string, score: number][] = []): LaterInput {
  return { id, published, isHidden: false, related: related.map(([other, score]) => ({ id: other, score })) };
}

test("Papers that have one in their list are its later ones, the three most alike first.", () => {
  const later = gatherLater([
    paper("old", "2020-01-01"),
    paper("other", "2020-01-02", [["old", 0.1]]),
    paper("b", "2021-01-01", [["old", 0.5]]),
    paper("a", "2022-01-01", [
      ["old", 0.5],
      ["other", 0.2],
    ]),
    paper("c", "2023-01-01", [["old", 0.9]]),
  ]);
  assert.deepEqual(Object.fromEntries(later), { old: ["c", "a", "b"], other: ["a"] });
});

test("A withdrawn paper is named to nobody, and has later ones all the same.", () => {
  const later = gatherLater([
    paper("old", "2020-01-01"),
    { ...paper("gone", "2021-01-01", [["old", 0.5]]), isHidden: true },
    paper("new", "2022-01-01", [["gone", 0.5]]),
  ]);
  assert.deepEqual(Object.fromEntries(later), { gone: ["new"] });
});

test("What is not known to have come out later is not named as later.", () => {
  const dates: [own: string | undefined, other: string | undefined, isLater: boolean][] = [
    ["2021-01-02", "2021-01-01", true],
    ["2021-01-01", "2021-01-01", false],
    ["2021-01-01", "2021-01-02", false],
    ["2021-01-01", "2021-01", false],
    ["2021-01", "2021", false],
    ["2021-02", "2021-01", true],
    ["2022", "2021-12-31", true],
    [undefined, "2021", false],
    ["2021", undefined, false],
  ];
  for (const [own, other, isLater] of dates) {
    const later = gatherLater([paper("other", other), paper("own", own, [["other", 0.5]])]);
    assert.equal(later.has("other"), isLater, `${own} after ${other}`);
  }
});

test("The group of a paper is the same for ever.", () => {
  assert.deepEqual(["2510.18821", "doi:10.1000/1"].map(groupOfLater), ["60c", "26f"]);
});

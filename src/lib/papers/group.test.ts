import assert from "node:assert/strict";
import { test } from "node:test";
import { makePaper } from "#scenes/paper-samples.ts";
import { slugifyAuthor } from "./author.ts";
import { gatherAuthors, gatherByMonth, gatherPapers } from "./group.ts";

const OCTOBER = makePaper({ id: "2510.00001", published: "2025-10-02", authors: ["Ada Quay", "Ben Pier"] });
const MAY = makePaper({ id: "2505.00002", published: "2025-05-31", authors: ["Cy Dock", "Ada Quay"] });
const UNDATED = makePaper({ id: "2504.00003", authors: ["Áda Quay"] }, { unknown: ["published"] });

test("A paper stands once under each of its keys, in the order given.", () => {
  const gathered = gatherPapers([OCTOBER, MAY], ({ facts }) => [...facts.authors, ...facts.authors]);
  assert.deepEqual([...gathered.keys()], ["Ada Quay", "Ben Pier", "Cy Dock"]);
  assert.deepEqual(gathered.get("Ada Quay"), [OCTOBER, MAY]);
});

test("A month has the papers published in it, by their date or else their id; a year those without a month.", () => {
  const year = makePaper({ id: "doi:10.5555/a", published: "2025" });
  const unknown = makePaper({ id: "doi:10.5555/b" }, { unknown: ["published"] });
  const months = gatherByMonth([OCTOBER, MAY, UNDATED, year, unknown]);
  assert.deepEqual(
    [...months],
    [
      ["2025-10", [OCTOBER]],
      ["2025-05", [MAY]],
      ["2025-04", [UNDATED]],
      ["2025", [year]],
      ["undated", [unknown]],
    ],
  );
});

test("Authors have a page from the minimum on, one for all spellings that share a slug, the commonest first.", () => {
  const authors = gatherAuthors([UNDATED, OCTOBER, MAY], 2);
  assert.deepEqual([...authors.keys()], ["ada-quay"]);
  assert.deepEqual(authors.get("ada-quay"), {
    slug: "ada-quay",
    names: ["Ada Quay", "Áda Quay"],
    papers: [UNDATED, OCTOBER, MAY],
  });
  assert.deepEqual([...gatherAuthors([OCTOBER, MAY], 1).keys()], ["ada-quay", "ben-pier", "cy-dock"]);
});

test("An author whose page was published keeps it with fewer papers, while there is one.", () => {
  const kept = new Set(["ben-pier", "di-buoy"]);
  assert.deepEqual([...gatherAuthors([UNDATED, OCTOBER, MAY], 2, kept).keys()].sort(), ["ada-quay", "ben-pier"]);
});

test("Spellings as common as each other stand in order of their letters.", () => {
  const { names } = gatherAuthors([UNDATED, OCTOBER], 2).get("ada-quay") ?? {};
  assert.deepEqual(names, ["Ada Quay", "Áda Quay"]);
});

test("A paper that names two authors alike counts once for their page.", () => {
  const twins = makePaper({ authors: ["Wei Wang", "Wei Wang"] });
  assert.equal(gatherAuthors([twins], 2).size, 0);
});

test("Of two slugs that some systems take for one only one has a page: the one published first.", () => {
  const names = ["Νικος", "Νικοσ"];
  const papers = names.flatMap((name, index) => [
    makePaper({ id: `2510.0000${index}`, authors: [name] }),
    makePaper({ id: `2510.0001${index}`, authors: [name] }),
  ]);
  const [ending, inner] = names.map(slugifyAuthor);
  assert.notEqual(ending, inner);
  assert.deepEqual([...gatherAuthors(papers, 2).keys()], [ending]);
  assert.deepEqual([...gatherAuthors(papers, 2, new Set([inner ?? "", ending ?? ""])).keys()], [inner]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { makePaper } from "#scenes/paper-samples.ts";
import { checkPeople } from "../content/check-lists.ts";
import { listItems } from "../content/list.ts";
import { parsePeople } from "../content/parse.ts";
import { listMoved } from "../moved.ts";
import { joinOrganizations } from "./alias.ts";
import { gatherAuthors } from "./group.ts";
import { indexOrganizations } from "./paper.ts";

const PEOPLE = "- name: Ana Kostić\n  aliases: [A. Kostić, Ana Odd-Kostić]\n";

test("Papers under a person's aliases are on one page, which bears the name that was stated; aliases lead there.", () => {
  const people = parsePeople(PEOPLE, "people.yaml").value?.lines.map(({ data }) => data);
  assert.ok(people);
  const papers = ["A. Kostic", "Ana Odd-Kostić", "Bo New"].map((name, index) =>
    makePaper({ id: `2510.0000${index}`, authors: [name] }),
  );
  const authors = gatherAuthors(papers, 2, new Set(), people);
  assert.deepEqual(
    [...authors].map(([slug, { names, papers: own }]) => [slug, names, own.length]),
    [["ana-kostic", ["Ana Kostić", "A. Kostic", "Ana Odd-Kostić"], 2]],
  );
  // A page that an alias had keeps the person's.
  assert.equal(gatherAuthors(papers.slice(0, 1), 2, new Set(["a-kostic"]), people).get("ana-kostic")?.papers.length, 1);
  const hasPage = (address: string) => address === "/authors/ana-kostic/";
  const published = ["/authors/a-kostic/"];
  assert.deepEqual(
    listMoved({ papers: [], organizations: [], people, redirects: [], published, hasPage }).map(({ path, to }) => [
      path,
      to,
    ]),
    [
      ["authors/a-kostic", "/authors/ana-kostic/"],
      ["authors/ana-odd-kostic", "/authors/ana-kostic/"],
    ],
  );
});

test("A name that stands twice among people is told with its line and the first place.", () => {
  const { value, problems } = parsePeople(`${PEOPLE}- name: Bo New\n  aliases: [ANA KOSTIC]\n`, "people.yaml");
  assert.deepEqual(problems, []);
  assert.ok(value && listItems(value).length === 2);
  const [problem, ...others] = checkPeople(value).filter((found) => found !== undefined);
  assert.deepEqual([problem?.line, problem?.field, problem?.found, others], [3, "Bo New.aliases", "ANA KOSTIC", []]);
  assert.match(parsePeople("- name: Bo New\n  aliases: []\n", "people.yaml").problems[0]?.field ?? "", /aliases/);
});

test("Organisations that differ by case, spacing or punctuation only are one, that with most papers or with a stated name.", () => {
  const lab = { id: "harbour-lab", name: "Harbour Lab" };
  const all = [lab, lab, { id: "harbourlab", name: "HarbourLab" }, { id: "hl", name: "harbour  lab." }];
  const other = { id: "pier", name: "Pier" };
  assert.deepEqual(
    [...joinOrganizations([...all, other, undefined], new Map())],
    [
      ["harbourlab", "harbour-lab"],
      ["hl", "harbour-lab"],
    ],
  );
  const names = indexOrganizations([{ id: "hl", name: "The Lab", aliases: [] }]);
  assert.deepEqual([...joinOrganizations(all, names).values()], ["hl", "hl"]);
  const hasPage = (address: string) => address === "/organizations/harbour-lab/";
  const joined = joinOrganizations(all, new Map());
  assert.deepEqual(
    listMoved({ papers: [], organizations: [], joined, redirects: [], published: [], hasPage }).map(({ path, to }) => [
      path,
      to,
    ]),
    [
      ["organizations/harbourlab", "/organizations/harbour-lab/"],
      ["organizations/hl", "/organizations/harbour-lab/"],
    ],
  );
});

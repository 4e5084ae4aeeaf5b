import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAbstracts } from "./abstracts.ts";

const ENTRIES = [
  { arxivId: "2510.00001", title: "One", abstract: "First.", other: [1] },
  { id: "https://arxiv.org/abs/2510.00002v3", title: null, abstract: "Second." },
  { id: "doi:10.1000/3", title: "Three", abstract: "Third." },
  { arxivId: null, title: "None", abstract: "No id." },
  { id: "2510.00004", title: "No abstract", abstract: null },
];
const EXPECTED = new Map([
  ["2510.00001", { title: "One", abstract: "First." }],
  ["2510.00002", { title: "", abstract: "Second." }],
  ["doi:10.1000/3", { title: "Three", abstract: "Third." }],
]);

test("A JSON array and JSON Lines of papers give the same abstracts.", () => {
  const array = JSON.stringify(ENTRIES, null, 1);
  const lines = ENTRIES.map((entry) => JSON.stringify(entry)).join("\n");
  assert.deepEqual(parseAbstracts(array, "a.json"), { abstracts: EXPECTED, problems: [] });
  assert.deepEqual(parseAbstracts(lines, "a.jsonl"), { abstracts: EXPECTED, problems: [] });
});

test("A file that holds no abstract at all is a problem.", () => {
  const problem = {
    file: "a.json",
    message: "this file holds no abstract",
    allowed: 'a JSON array or JSON Lines of objects with "arxivId" or "id", "title" and "abstract"',
  };
  for (const text of ["[]", "", '[{"name":"x"}]'])
    assert.deepEqual(parseAbstracts(text, "a.json").problems, [problem], text);
});

test("Broken JSON and wrong types are problems with their place.", () => {
  const broken = parseAbstracts('[\n{"id": "2510.00001",\n"abstract": }\n, {"id": "2510.00002"}]', "a.json");
  assert.deepEqual(
    broken.problems.map(({ file, line, message }) => ({ file, line, message })),
    [{ file: "a.json", line: 3, message: "this is not JSON that can be read" }],
  );
  const wrong = parseAbstracts('[{"id": 7, "abstract": "x"}]', "a.json");
  assert.deepEqual(wrong.problems, [
    {
      file: "a.json",
      field: "[0].id",
      message: "is not what it should be",
      found: "7",
      allowed: "text",
      mend: "if it is meant as text, put it in double quotes",
    },
  ]);
});

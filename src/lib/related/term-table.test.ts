import assert from "node:assert/strict";
import { test } from "node:test";
import { makeTermTable } from "./term-table.ts";

test("a word of the title counts twice, in the form in which the text writes it", () => {
  const { rows, stems, surfaces } = makeTermTable([{ title: "Otters and Seals", text: "Glaciers under a seal." }]);
  const [row] = rows;
  const terms = Array.from(row?.stems ?? [], (stem, place) => [
    stems[stem],
    row?.counts[place],
    surfaces[row?.surfaces[place] ?? -1],
  ]);
  assert.deepEqual(terms, [
    ["otter", 2, "otters"],
    ["seal", 3, "seals"],
    ["glacier", 1, "glaciers"],
  ]);
});

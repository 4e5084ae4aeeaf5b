import assert from "node:assert/strict";
import { test } from "node:test";
import { SLUG_LENGTH } from "#lib/content/fields.ts";
import { readDailyPaperFacts } from "./to-facts.ts";

test("A login of any length becomes an id that a folder may bear.", () => {
  const organization = { name: `The ${"very ".repeat(60)}Long Port`, fullname: "The Long Port" };
  const facts = readDailyPaperFacts(
    {
      path: "[0]",
      paperPath: "[0].paper",
      data: { paper: { id: "2601.00001", title: "Ships", organization } },
    } as never,
    { file: "a.json", retrieved: "2026-01-02" },
    [],
  );
  assert.ok("title" in facts);
  assert.equal(facts.organization?.name, "The Long Port");
  assert.match(facts.organization?.id ?? "", /^the-very-very-[a-z-]+[a-z]$/);
  assert.ok((facts.organization?.id.length ?? 999) <= SLUG_LENGTH);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { listSchemaFields } from "./schema-fields.ts";

test("Fields are found through every wrapper, with and without a description.", () => {
  const inner = z.strictObject({ said: z.string().describe("S."), silent: z.string() });
  const schema = z.strictObject({
    list: z.array(inner).default([]).describe("L."),
    maybe: inner.optional().describe("M."),
    either: z.union([z.string(), inner]).describe("E."),
    piped: inner.transform((value) => value.said).describe("P."),
    lost: z.string().describe("Said of the string, not of the field.").optional(),
  });
  const fields = listSchemaFields(schema);
  assert.deepEqual(
    fields.map(({ path }) => path),
    [
      "list",
      "list[].said",
      "list[].silent",
      "maybe",
      "maybe.said",
      "maybe.silent",
      "either",
      "either.said",
      "either.silent",
      "piped",
      "piped.said",
      "piped.silent",
      "lost",
    ],
  );
  assert.deepEqual(
    fields.filter(({ description }) => description === undefined).map(({ path }) => path),
    ["list[].silent", "maybe.silent", "either.silent", "piped.silent", "lost"],
  );
});

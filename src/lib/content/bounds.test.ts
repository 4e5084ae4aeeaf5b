import assert from "node:assert/strict";
import { test } from "node:test";
import type { z } from "zod";
import { DaySummarySchema } from "./day.ts";
import { DigestSchema } from "./digest.ts";
import { EditionSchema } from "./edition.ts";
import { checkValue } from "./issues.ts";
import { OrganizationSchema } from "./organization.ts";
import { parseDigest, parseEdition, parseRecords } from "./parse.ts";
import { RecordSchema } from "./record.ts";
import { RedirectSchema } from "./redirect.ts";
import { TagSchema } from "./tag.ts";

const SCHEMAS = {
  RecordSchema,
  DigestSchema,
  EditionSchema,
  TagSchema,
  OrganizationSchema,
  DaySummarySchema,
  RedirectSchema,
};

/** Every text and list of a schema, with its path and a value that puts something there. */
function* listPlaces(
  schema: unknown,
  path: string,
  wrap: (value: unknown) => unknown,
): Generator<{ path: string; kind: string; wrap: (value: unknown) => unknown }> {
  const { def, shape } = schema as { def: { type: string; innerType?: unknown; element?: unknown }; shape?: object };
  if (def.innerType !== undefined) yield* listPlaces(def.innerType, path, wrap);
  else if (shape !== undefined) {
    for (const [key, inner] of Object.entries(shape)) {
      yield* listPlaces(inner, `${path}.${key}`, (value) => wrap({ [key]: value }));
    }
  } else if (def.type === "array") {
    yield { path, kind: "list", wrap };
    yield* listPlaces(def.element, `${path}[0]`, (value) => wrap([value]));
  } else if (def.type === "string") yield { path, kind: "text", wrap };
}

for (const [name, schema] of Object.entries(SCHEMAS)) {
  test(`Every text and every list of ${name} has a bound, and no text holds what a page cannot show.`, () => {
    const places = [...listPlaces(schema, "", (value) => value)];
    assert.ok(places.length > 0);
    for (const { path, kind, wrap } of places) {
      const field = path.slice(1);
      const values =
        kind === "list"
          ? [Array(20_000).fill("2510.18821")]
          : ["a", "1", "/a/", "https://example.org/"].map((start) => start + "a".repeat(500_000));
      for (const value of values) {
        const { problems } = checkValue(schema as z.ZodType, wrap(value), "x.yaml", () => 7);
        const own = problems.filter((problem) => problem.field === field);
        assert.ok(own.length > 0, `${name} ${path} of ${String(value).slice(0, 20)}: ${JSON.stringify(own)}`);
        assert.match(own[0]?.found ?? "", /^[\d,]+ (characters|items)/, path);
      }
      if (kind === "list") continue;
      for (const sign of ["\u0000", "\ud800", "\udc00", "\u001b", "\u0085", "\ufffe", "\ufdd0", "\u202e", "\u2067"]) {
        const values = [`a${sign}b`, `https://example.org/${sign}`, `/a${sign}/`, `doi:10.1000/${sign}`];
        const told = values.map((value) => checkValue(schema as z.ZodType, wrap(value), "x.yaml", () => 7).problems);
        for (const problems of told)
          assert.ok(
            problems.some((problem) => problem.field === field),
            `${name} ${path} ${JSON.stringify(sign)}`,
          );
      }
    }
  });
}

test("What is too long is told with its length and the bound.", () => {
  const line = JSON.stringify({ id: "2510.18821", title: "a:".repeat(100_000), abstract: "a, ".repeat(50_000) });
  const { problems } = parseRecords(`\n${line}`, "content/papers/2025-10.jsonl");
  assert.deepEqual(
    problems.map(({ line: at, field, found, allowed }) => ({ at, field, found, allowed })),
    [
      {
        at: 2,
        field: "title",
        found: '200,000 characters, beginning "a:a:a:a:a:a:a:a:a:a:a:a:a:a:a:"',
        allowed: "at most 1,000 characters",
      },
      {
        at: 2,
        field: "abstract",
        found: '150,000 characters, beginning "a, a, a, a, a, a, a, a, a, a, "',
        allowed: "at most 20,000 characters",
      },
    ],
  );
});

test("The prose of a digest or an edition has a bound too.", () => {
  for (const parse of [parseDigest, parseEdition]) {
    const { problems } = parse(`---\ntitle: A\n---\n${"a*_".repeat(100_000)}\n`, "x.md");
    const [problem] = problems.filter(({ field }) => field === "body");
    assert.equal(problem?.allowed, "at most 20,000 characters");
    assert.equal(problem.found, "300,001 characters");
  }
});

test("Prose of so many quotation marks that its parser would take minutes is told, and not parsed.", () => {
  for (const parse of [parseDigest, parseEdition]) {
    const { problems } = parse(`---\ntitle: A\n---\n${"\"'".repeat(9000)}\n`, "x.md");
    const [problem] = problems.filter(({ field }) => field === "body");
    assert.deepEqual([problem?.line, problem?.found, problem?.allowed], [4, "18,000", "at most 1,000"]);
  }
});

test("What stands too deep is told, and nothing crashes.", () => {
  for (const yaml of [
    "[".repeat(20_000),
    `a: ${"- ".repeat(9000)}`,
    "? ".repeat(9000),
    '{"a":'.repeat(9000),
    "[{".repeat(99),
  ]) {
    const { problems } = parseDigest(`---\n${yaml}\n---\nA.\n`, "x.md");
    assert.ok(
      problems.some(({ found }) => /levels deep/.test(found ?? "")),
      yaml.slice(0, 20),
    );
  }
  for (const prose of [">".repeat(16_000), "> ".repeat(9000), "1) ".repeat(6000), `${"* ".repeat(900)}a`]) {
    for (const parse of [parseDigest, parseEdition]) {
      const { problems } = parse(`---\ntitle: A\n---\nA.\n\n${prose}\n`, "x.md");
      assert.ok(
        problems.some(({ line, message }) => line === 6 && /too deep/.test(message)),
        prose.slice(0, 20),
      );
    }
  }
  const { problems } = parseEdition(
    `---\ntitle: A\n---\n<svg>${"<g>".repeat(400)}${"</g>".repeat(400)}</svg>\n`,
    "x.mdx",
  );
  const body = problems.filter(({ field }) => field === "body");
  assert.deepEqual(
    body.map(({ line, found }) => [line, found]),
    [[4, "more than 64 levels"]],
  );
  for (const code of ["(", "[", "[ ", "f("]) {
    const { problems: told } = parseEdition(`---\ntitle: A\n---\n{${code.repeat(9000)}}\n`, "x.mdx");
    assert.ok(
      told.some(({ message }) => /too many/.test(message)),
      code,
    );
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { splitRuns } from "./runs.ts";

/** Runs in short: text as it is, formulas with their dollar signs in angle brackets. */
function describe(text: string): string {
  return splitRuns(text)
    .map(({ kind, source }) => (kind === "text" ? source : `⟨${kind === "display" ? "$$" : ""}${source}⟩`))
    .join("");
}

test("Formulas are told from money by what stands beside the dollar signs.", () => {
  const cases = [
    ["the $x$ axis", "the ⟨x⟩ axis"],
    ["$a$$b$", "⟨a⟩⟨b⟩"],
    ["$$x$$ and $y$", "⟨$$x⟩ and ⟨y⟩"],
    ["$5 and $10", "$5 and $10"],
    ["$ x$ and $x $", "$ x$ and $x $"],
    ["costs $5, with $x$ then", "costs $5, with ⟨x⟩ then"],
    ["$x$5 stays, $\\sim$80 is about", "$x$5 stays, ⟨\\sim⟩80 is about"],
    ["\\$5 for $\\$x$ each", "\\$5 for ⟨\\$x⟩ each"],
    ["$a\n\nb$ spans paragraphs", "$a\n\nb$ spans paragraphs"],
    ["$\\frac{a}{b$ and $}{$ and $\\{x$", "$\\frac{a}{b$ and $}{$ and ⟨\\{x⟩"],
    ["$$ $ $$", "$$ $ $$"],
    ["", ""],
  ] as const;
  for (const [text, expected] of cases) assert.equal(describe(text), expected, text);
});

test("Runs put together again give the text, and texts never meet.", () => {
  const pieces = fc.array(fc.constantFrom("$", "$$", "\\$", "\\", "x", " ", "5", "{", "}", "\n\n"), { maxLength: 20 });
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join("");
      const runs = splitRuns(text);
      const dollars = { text: "", inline: "$", display: "$$" };
      assert.equal(runs.map(({ kind, source }) => dollars[kind] + source + dollars[kind]).join(""), text);
      assert.ok(runs.every(({ kind }, index) => kind !== "text" || runs[index + 1]?.kind !== "text"));
    }),
    { numRuns: 3000 },
  );
});

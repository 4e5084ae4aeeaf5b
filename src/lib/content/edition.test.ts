import assert from "node:assert/strict";
import { test } from "node:test";
import { SAMPLE_EDITION } from "#scenes/content-samples.ts";
import { formatProblem } from "../errors.ts";
import { parseEdition } from "./parse.ts";

test("A sound edition is read, and a day may stand bare.", () => {
  const { value, problems } = parseEdition(SAMPLE_EDITION, "2026-03-09.mdx");
  assert.deepEqual(problems, []);
  assert.equal(value?.data.date, "2026-03-09");
  assert.deepEqual(value?.data.groups, [{ title: "Cranes", papers: ["2510.00001"] }]);
});

function printEdition(change: (text: string) => string): string {
  return parseEdition(change(SAMPLE_EDITION), "e.mdx").problems.map(formatProblem).join("\n");
}

test("A bare id in an edition, which YAML takes for a number, is told with the cure.", () => {
  assert.equal(
    printEdition((text) => text.replace('lead: "2510.00001"', "lead: 2510.00001")),
    "e.mdx:5  lead: is not what it should be\n    found:   2510.00001\n    allowed: an arXiv id without version (2510.18821, hep-th/9901001), or doi:…, acl:…, openreview:…, pmlr:…, jmlr:…, neurips:…, cvf:…, own:…\n    mend:    if it is meant as text, put it in double quotes",
  );
});

test("MDX that cannot be read is told with its line in the file.", () => {
  assert.equal(
    printEdition((text) => `${text}\nTwo <3\n`),
    `e.mdx:15  body: the introduction is not MDX that can be read
    found:   Unexpected character after \`<\`, expected a valid JSX tag
    mend:    write < as &lt; and { as &#123; where they are meant as text`,
  );
  assert.match(
    printEdition((text) => `${text}\n<Chart>\n`),
    /^e\.mdx:15 {2}body: the introduction is not MDX that can be read\n {4}found: {3}Expected a closing tag for `<Chart>`\n {4}mend: {4}give <Chart> an opening and a closing tag/,
  );
  assert.match(
    printEdition((text) => `${text}\n{1 +}\n`),
    /^e\.mdx:\d+ {2}body: the introduction is not MDX/,
  );
});

test("An edition imports and exports nothing, in any spelling.", () => {
  const told = `e.mdx:15  body: an edition imports and exports nothing
    found:   import x from "y";
    allowed: the components that the page hands to every edition
    mend:    remove the line; where it is prose, begin it with another word`;
  assert.equal(
    printEdition((text) => `${text}\nimport x from "y";\n`),
    told,
  );
  for (const line of ['import{x}from "y";', "export const x = 1;", "export{x};", 'import "y";']) {
    assert.match(
      printEdition((text) => `${text}\n${line}\n`),
      /^e\.mdx:15 {2}body: an edition imports and exports nothing/,
      line,
    );
  }
  assert.equal(
    printEdition((text) => `${text}\nImportant imports export-led growth.\n`),
    "",
  );
});

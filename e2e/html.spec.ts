/** Valid HTML: html-validate's recommended rules over the built files, one page of every template of both sites. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { expect, test } from "./fixtures.ts";
import { CASE_PAGES, casesTest, PAGES, type PageSample } from "./pages.ts";
import type { RunningSite } from "./sites.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // White space at the end of a line is valid; the compiler leaves some where a template has a line break.
    "no-trailing-whitespace": "off",
    // A page bears the title of its paper, however long it is; search engines cut what they show by themselves.
    "long-title": "off",
  },
});

/** The built file of a page; an address without a page is answered with 404.html. */
function locateFile(site: RunningSite, { address }: PageSample): string {
  const file = join(site.folder, address, "index.html");
  return existsSync(file) ? file : join(site.folder, "404.html");
}

/** What is wrong with a text of HTML, a line for each fault. */
async function listFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

async function expectValid(site: RunningSite, samples: readonly PageSample[]): Promise<void> {
  for (const sample of samples) {
    const html = readFileSync(locateFile(site, sample), "utf8");
    expect.soft(await listFaults(html), `${sample.name} (${sample.address})`).toEqual([]);
  }
}

test("Every template is valid HTML.", async ({ site }) => {
  await expectValid(site, PAGES);
});

casesTest("Pages of rare papers are valid HTML.", async ({ site }) => {
  await expectValid(site, CASE_PAGES);
});

test("The validator does look: it finds a paragraph that is closed twice.", async () => {
  expect(await listFaults("<!doctype html><html lang=en><title>x</title><p>x</p></p></html>")).not.toEqual([]);
});

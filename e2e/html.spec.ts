/** Valid HTML: html-validate's recommended rules over the built files, one page of every template of both sites. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { listFaults } from "./html.ts";
import { CASE_PAGES, casesTest, PAGES, type PageSample } from "./pages.ts";
import type { RunningSite } from "./sites.ts";

/** The built file of a page; an address without a page is answered with 404.html. */
function locateFile(site: RunningSite, { address }: PageSample): string {
  const file = join(site.folder, address, "index.html");
  return existsSync(file) ? file : join(site.folder, "404.html");
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

/** No dead link anywhere. */
import { findBrokenLinks, readLinkedSite } from "../src/tools/test/links.ts";
import { expect, test } from "./fixtures.ts";

test("Every internal link and fragment of every page leads somewhere. @base", ({ site }) => {
  const linked = readLinkedSite(site.folder, "https://offprint.example", site.base);
  expect(linked.texts.size).toBeGreaterThan(1);
  const broken = findBrokenLinks(linked).map(({ file, link, fault }) => `${file}: ${link} ${fault}`);
  expect(broken).toEqual([]);
});

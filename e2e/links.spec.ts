/** No dead link anywhere. */
import { countNoun } from "../src/lib/counts.ts";
import { expect, test } from "./fixtures.ts";
import { findBrokenLinks, readLinkedSite } from "./scenes/links.ts";

test("Every internal link and fragment of every page leads somewhere. @base", ({ site }) => {
  const linked = readLinkedSite(site.folder, "https://offprint.example", site.base);
  expect(linked.texts.size).toBeGreaterThan(1);
  // A link of the frame stands on every page: each fault is named once, with where it is met first.
  const faults = Map.groupBy(findBrokenLinks(linked), ({ link, fault }) => `${link} ${fault}`);
  const broken = [...faults].map(
    ([fault, places]) => `${fault}: in ${countNoun(places.length, "file")}, ${places[0]?.file}`,
  );
  expect(broken).toEqual([]);
});

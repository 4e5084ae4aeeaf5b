/** Addresses between files: none that was published is lost, and every redirect leads somewhere. */
import type { Problem } from "../errors.ts";
import { addresses } from "../routes.ts";
import { checkRedirects } from "./check-redirects.ts";
import { isLost, listItems } from "./list.ts";
import { listLiveAddresses } from "./live-addresses.ts";
import type { Content } from "./read.ts";

/**
 * Pages that stand for something which content names: papers, days, topics. Pages of authors and organisations come and
 * go with the names on papers; when one goes, the build sends its readers to a search for the name.
 */
const KEPT = /^\/(papers|editions|tags)\//;

/** Problems of `redirects.jsonl` and `addresses.txt`. */
export function checkAddresses(content: Content): (Problem | undefined)[] {
  const live = listLiveAddresses(content);
  const former = listFormerAddresses(content);
  // Of what cannot be read, any address may be one that has a page.
  const lost = listLostSections(content);
  return [...checkRedirects(content, live, former), ...checkPublished(content, live, former)].filter(
    (problem) => problem?.field === "from" || !lost.some((section) => problem?.found?.startsWith(section)),
  );
}

/** Sections of the site whose pages are not known, because a file that names them cannot be read. */
function listLostSections({ records, tags, days, problems }: Content): string[] {
  return [
    ...(records.some((list) => isLost(list, problems)) ? ["/papers/", "/editions/"] : []),
    ...(isLost(tags, problems) ? ["/tags/"] : []),
    ...(isLost(days, problems) ? ["/editions/"] : []),
  ];
}

/** Addresses that papers had under earlier ids. */
function listFormerAddresses({ records }: Content): Set<string> {
  const former = records.flatMap(listItems).flatMap(({ data }) => data.previousIds ?? []);
  return new Set(former.filter((id) => id !== undefined).map((id) => addresses.paper(id)));
}

function checkPublished(content: Content, live: ReadonlySet<string>, former: ReadonlySet<string>): Problem[] {
  const redirected = new Set(listItems(content.redirects).map(({ data }) => data.from));
  const { file, lines } = content.addresses;
  return lines.flatMap(({ line, data: address }) => {
    if (!KEPT.test(address) || live.has(address) || redirected.has(address) || former.has(address)) return [];
    return [
      {
        file,
        line,
        message: "this address was published, and has no page any more",
        found: address,
        allowed: "a page, or a redirect",
        mend: "bring it back, or say in redirects.jsonl where it leads; npm run digest -- remove and rename do that",
      },
    ];
  });
}

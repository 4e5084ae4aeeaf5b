/** Addresses between files: none that was published is lost, and every redirect leads somewhere. */
import type { Problem } from "../errors.ts";
import { indexOrganizations } from "../papers/paper.ts";
import { createRoutes } from "../routes.ts";
import { checkDouble, type FirstSeen } from "./first-seen.ts";
import { listItems } from "./list.ts";
import { suggestNearest } from "./nearest.ts";
import type { Content } from "./read.ts";

/** Addresses as content writes them: without a base path. */
const routes = createRoutes("/");

/**
 * Pages that stand for something which content names: papers, days, topics. Pages of authors and organisations come and
 * go with the names on papers; when one goes, the build sends its readers to a search for the name.
 */
const KEPT = /^\/(papers|editions|tags)\//;

/** Problems of `redirects.jsonl` and `addresses.txt`. */
export function checkAddresses(content: Content): Problem[] {
  const live = listAddresses(content);
  return [...checkRedirects(content, live), ...checkPublished(content, live)];
}

/** Every address that content gives a page of its own. */
function listAddresses({ records, editions, faulty, days, tags, organizations }: Content): Set<string> {
  const papers = records.flatMap((list) => listItems(list).map(({ data }) => data));
  const names = indexOrganizations(organizations.lines.map(({ data }) => data));
  const dates = [
    ...[...editions, ...faulty.editions].map(({ data }) => data.date),
    ...listItems(days).map(({ data }) => data.date),
    ...papers.flatMap(({ featured = [] }) => featured),
  ];
  return new Set<string>([
    ...papers.flatMap(({ id }) => (id === undefined ? [] : [routes.paper(id)])),
    ...papers.flatMap(({ organization }) => {
      const id = organization?.id;
      return id === undefined ? [] : [routes.organization(names.get(id)?.id ?? id)];
    }),
    ...dates.flatMap((date) => (date === undefined ? [] : [routes.edition(date)])),
    ...listItems(tags).flatMap(({ data: { id } }) => (id === undefined ? [] : [routes.tag(id)])),
  ]);
}

/** Addresses that papers had under earlier ids. */
function listFormerAddresses({ records }: Content): Set<string> {
  const former = records.flatMap((list) => listItems(list).flatMap(({ data }) => data.previousIds ?? []));
  return new Set(former.flatMap((id) => (id === undefined ? [] : [routes.paper(id)])));
}

function checkRedirects(content: Content, live: Set<string>): Problem[] {
  const { file } = content.redirects;
  const seen: FirstSeen = new Map();
  const items = listItems(content.redirects);
  const known = new Set([...live, ...listFormerAddresses(content), ...items.map(({ data }) => data.from)]);
  return items.flatMap(({ line, data: { from, to } }) => [
    ...checkDouble(seen, from, `line ${line}`, {
      file,
      line,
      field: "from",
      message: "this address is redirected already",
      found: from ?? "",
      mend: "keep one of the lines",
    }),
    ...(from !== undefined && live.has(from) ? [describeLive(file, line, from)] : []),
    ...(to !== undefined && KEPT.test(to) && (to === from || !known.has(to))
      ? [describeNowhere(file, line, to, live)]
      : []),
  ]);
}

function describeLive(file: string, line: number, from: string): Problem {
  return {
    file,
    line,
    field: "from",
    message: "this address has a page of its own, so it cannot lead elsewhere",
    found: from,
    mend: "take the line out",
  };
}

function describeNowhere(file: string, line: number, to: string, live: Set<string>): Problem {
  return {
    file,
    line,
    field: "to",
    message: "there is no page at this address",
    found: to,
    ...suggestNearest(to, live, "write", "give an address that has a page"),
  };
}

function checkPublished(content: Content, live: Set<string>): Problem[] {
  const redirected = new Set(listItems(content.redirects).map(({ data }) => data.from));
  const former = listFormerAddresses(content);
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

/** Redirects: each leads away from an address that no page has or will have, and to one that has a page. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findMainForm, foldAddress } from "../address.ts";
import { normalizeBasePath } from "../base-path.ts";
import type { Problem } from "../errors.ts";
import { indexPeople } from "../papers/alias.ts";
import { hasAuthorPage } from "../papers/author.ts";
import { checkDouble, type FirstSeen } from "./first-seen.ts";
import { listItems } from "./list.ts";
import { countAuthorAddresses, FIXED_ADDRESSES } from "./live-addresses.ts";
import { suggestNearest } from "./nearest.ts";
import type { Content } from "./read.ts";

/** Addresses that pages to come will have. */
const COMING = ["/papers/", "/authors/", "/organizations/", "/saved/", "/trends/", "/map/"];
/** What the site's own files lie below, now or some day, beside those of `public/`. */
const OWN_FOLDERS = ["pagefind", "feeds", "api"];
/** Below a paper, topic, edition, author or organisation nothing is a permalink: what stands there goes with the page. */
const BELOW_PAGE = /^\/(papers|tags|editions|authors|organizations)\/[^/]+\/./;
const PUBLIC_FOLDER = join(import.meta.dirname, "..", "..", "..", "public");

/** What is told at a field of a redirect. */
type Finding = Omit<Problem, "file" | "line" | "field" | "found">;

/**
 * Problems of the redirects.
 * @param live addresses that have a page, but for those of authors
 * @param former addresses that papers had under earlier ids
 */
export function checkRedirects(
  content: Content,
  live: ReadonlySet<string>,
  former: ReadonlySet<string>,
): (Problem | undefined)[] {
  const items = listItems(content.redirects);
  if (items.length === 0) return [];
  const seen: FirstSeen = new Map();
  const judges = makeJudges(content, live, former);
  return items.flatMap(({ place, data }) => {
    const key = data.from && foldAddress(data.from);
    const double = { ...place, field: "from", message: "this address is redirected already", found: data.from ?? "" };
    return [
      checkDouble(seen, key, `line ${place.line}`, { ...double, mend: "keep one of the lines" }),
      ...judges.map(({ field, judge }): Problem | undefined => {
        const found = data[field];
        const finding = found === undefined ? undefined : (judgeBase(found) ?? judge(found, data.from));
        return finding && ({ ...place, field, found, ...finding } as Problem);
      }),
    ];
  });
}

function makeJudges(content: Content, live: ReadonlySet<string>, former: ReadonlySet<string>) {
  const items = listItems(content.redirects);
  const all = new Set(live);
  const isNamed = items.some(({ data }) => [data.from, data.to].some((address) => address?.startsWith("/authors/")));
  const papers = isNamed ? content.records.flatMap((list) => listItems(list).map(({ data }) => data)) : [];
  const authors = countAuthorAddresses(papers, indexPeople(content.people.lines.map(({ data }) => data)));
  for (const [address, count] of authors) if (hasAuthorPage(count)) all.add(address);
  // A name whose page was published has one as long as a paper has the name, and then a search for it.
  const published = content.addresses.lines.map(({ data }) => data);
  const names = published.filter((address) => /^\/(authors|organizations)\//.test(address));
  const leads = new Map(items.flatMap(({ data: { from, to } }) => (from && to ? [[from, to]] : [])));
  const taken = new Set([...live, ...authors.keys()].map(foldAddress));
  const own = new Set([...OWN_FOLDERS, ...readdirSync(PUBLIC_FOLDER)].map(foldAddress));
  const ends = new Set([...all, ...former, ...names]);
  return [
    { field: "from" as const, judge: (from: string) => judgeFrom(from, taken, own) },
    { field: "to" as const, judge: (to: string, from = "") => judgeTo(to, from, leads, ends, all) },
  ];
}

/** Content knows nothing of where the site lies; what begins with the base path was copied from a browser. */
function judgeBase(address: string): Finding | undefined {
  const base = normalizeBasePath(process.env["BASE_PATH"] ?? "");
  const isSection = [...FIXED_ADDRESSES, ...COMING].some((section) => base.startsWith(section) && section !== "/");
  if (base === "/" || isSection || !address.startsWith(base)) return undefined;
  return { message: "this address begins with the base path", mend: `write: ${address.slice(base.length - 1)}` };
}

function judgeFrom(from: string, taken: ReadonlySet<string>, own: ReadonlySet<string>): Finding | undefined {
  const [, first = ""] = from.split("/");
  const mend = "take the line out";
  // At the root what has an ending is a file.
  if (own.has(foldAddress(first)) || first.includes(".") || COMING.includes(from) || BELOW_PAGE.test(from)) {
    return {
      message: "this address is kept for files and pages of the site itself, so it cannot lead elsewhere",
      mend,
    };
  }
  if (taken.has(foldAddress(from))) {
    return { message: "this address has a page of its own, so it cannot lead elsewhere", mend };
  }
  const main = findMainForm(from);
  if (main === undefined || !taken.has(foldAddress(main))) return undefined;
  return { message: `this address is kept for another form of ${main}, so it cannot lead elsewhere`, mend };
}

/** @param live where a mistyped address may have been meant to lead */
function judgeTo(
  to: string,
  from: string,
  leads: ReadonlyMap<string, string>,
  ends: ReadonlySet<string>,
  live: ReadonlySet<string>,
): Finding | undefined {
  const passed = new Set<string>();
  for (let at: string | undefined = to; at !== undefined && !ends.has(at); at = leads.get(at)) {
    const mend = "give an address that has a page";
    if (at === from) return { message: "this leads back to itself", mend };
    if (passed.has(at)) return { message: "this leads round in a circle", mend };
    passed.add(at);
  }
  if (ends.has(to) || leads.has(to)) return undefined;
  return {
    message: "there is no page at this address",
    ...suggestNearest(to, live, "write", "give an address that has a page"),
  };
}

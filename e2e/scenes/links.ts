/** Whether every link of a finished site leads somewhere, its fragments too. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { compareText } from "#lib/compare-text.ts";

/** A finished site, in memory as far as links need it. */
export interface LinkedSite {
  /** All files of the site, relative to it with forward slashes. */
  files: Set<string>;
  /** Text of the files that link: HTML pages and feeds, by the same names. */
  texts: Map<string, string>;
  /** Origin of the site, without a slash at its end. */
  siteUrl: string;
  /** Base path, with a slash at both ends. */
  base: string;
}

/** A link that leads nowhere. */
export interface BrokenLink {
  /** The file it stands in. */
  file: string;
  /** The link as it stands there. */
  link: string;
  /** What is wrong with it. */
  fault: string;
}

/** What one file links to and offers as targets. */
interface Anchors {
  links: string[];
  ids: Set<string>;
}

const TAG = /<([a-z][\w-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s=>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const UNREAD = /<!--.*?-->|(?<=<(script|style)\b[^>]*>).*?(?=<\/\1)/gis;
const LINKING = new Set(["href", "src", "action", "poster", "data", "formaction"]);
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Reads a finished site from disk. */
export function readLinkedSite(folder: string, siteUrl: string, base: string): LinkedSite {
  const files = new Set<string>();
  const texts = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll("\\", "/");
    files.add(name);
    if (/\.(html|xml)$/.test(name)) texts.set(name, readFileSync(path, "utf8"));
  }
  return { files, texts, siteUrl, base };
}

/** All links of a site that lead nowhere, in order of file and link, each once a file. */
export function findBrokenLinks(site: LinkedSite): BrokenLink[] {
  const anchors = new Map([...site.texts].map(([name, text]) => [name, readAnchors(text)]));
  const broken: BrokenLink[] = [];
  for (const [file, { links }] of anchors) {
    for (const link of new Set(links)) {
      const fault = findFault(link, file, site, anchors);
      if (fault !== undefined) broken.push({ file, link, fault });
    }
  }
  return broken.sort((a, b) => compareText(a.file, b.file) || compareText(a.link, b.link));
}

/** Links and targets of one file's text. */
export function readAnchors(text: string): Anchors {
  const links: string[] = [];
  const ids = new Set<string>();
  for (const [, tag = "", attributes = ""] of text.replace(UNREAD, "").matchAll(TAG)) {
    for (const [, rawName = "", double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
      const name = rawName.toLowerCase();
      const value = decodeEntities(double ?? single ?? bare ?? "");
      if (name === "id" || (name === "name" && tag.toLowerCase() === "a")) ids.add(value);
      else if (LINKING.has(name)) links.push(value);
      else if (name === "srcset") links.push(...value.split(",").map((part) => part.trim().split(/\s/, 1)[0] ?? ""));
    }
  }
  return { links, ids };
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    hex !== undefined
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : decimal !== undefined
        ? String.fromCodePoint(Number(decimal))
        : (ENTITIES[name] ?? whole),
  );
}

function findFault(link: string, file: string, site: LinkedSite, anchors: Map<string, Anchors>): string | undefined {
  const page = `${site.siteUrl}${site.base}${file.replace(/(^|\/)index\.html$/, "$1")}`;
  const url = URL.parse(link, page);
  if (url === null) return "is not an address";
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return ["mailto:", "data:"].includes(url.protocol) ? undefined : "has a scheme that no link here should have";
  }
  if (url.origin !== site.siteUrl) return undefined;
  if (!url.pathname.startsWith(site.base)) return `leaves the base path ${site.base}`;
  const name = decodeURIComponent(url.pathname.slice(site.base.length));
  const target = name === "" || name.endsWith("/") ? `${name}index.html` : name;
  if (!site.files.has(target)) {
    return site.files.has(`${target}/index.html`) ? "lacks the slash at its end" : `leads to no file (${target})`;
  }
  const fragment = decodeURIComponent(url.hash.slice(1));
  if (fragment === "" || fragment === "top" || fragment.startsWith(":~:")) return undefined;
  const ids = anchors.get(target)?.ids;
  return ids === undefined || ids.has(fragment) ? undefined : `names an anchor that ${target} lacks (${fragment})`;
}

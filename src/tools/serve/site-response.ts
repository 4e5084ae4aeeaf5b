/** What the static server answers: a request in, status, headers and bytes out. */
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";
import { join, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { CONTENT_SECURITY_POLICY_HEADER } from "../../lib/policy.ts";
import { readErrorCode } from "../failure.ts";
import { findMediaType, isCompressible } from "../media-type.ts";

/** The parts of a request that matter here. */
export type SiteRequest = Pick<IncomingMessage, "method" | "url" | "headers">;

/** A finished answer; a HEAD request gets it without its body. */
export interface SiteResponse {
  /** HTTP status code. */
  status: number;
  /** All headers but the date. */
  headers: OutgoingHttpHeaders;
  /** What is sent; absent for redirects and answers without content. */
  body?: Buffer | string;
}

/** A site on disk and where it lies in the address space. */
export interface ServedSite {
  /** Folder of the finished site. */
  folder: string;
  /** Its base path, with a slash at both ends. */
  base: string;
}

/** Sent with every answer. */
const SECURITY_HEADERS = {
  "content-security-policy": CONTENT_SECURITY_POLICY_HEADER,
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
} as const;

/** Files in these folders never change: they, or parts of the search index, carry in their names what they are made from. */
const LASTING = /^(_astro|pagefind\/[a-z]+-[0-9a-f]{12})\//;

const compress = promisify(gzip);

/** Answers one request. Rejects only when a file that is there cannot be read. */
export async function answer(request: SiteRequest, site: ServedSite): Promise<SiteResponse> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return answerText(405, "Only GET and HEAD are answered here.", { allow: "GET, HEAD" });
  }
  const [address = "/", query] = (request.url ?? "/").split("?", 2);
  const path = decodePath(address);
  if (path === undefined) return answerText(400, "This address cannot be read.");
  if (`${path}/` === site.base) return redirect(`${encodeURI(path)}/`, query);
  if (!path.startsWith(site.base)) return answerMissing(request, site);
  const name = path.slice(site.base.length);
  const file = locateFile(site.folder, name);
  if (file === undefined) return answerMissing(request, site);
  const kind = await findKind(file);
  if (kind === "folder" && !path.endsWith("/")) return redirect(`${encodeURI(path)}/`, query);
  if (kind === "file" && !path.endsWith("/")) return answerFile(request, file, name);
  const index = join(file, "index.html");
  if (kind === "folder" && (await findKind(index)) === "file") return answerFile(request, index, name);
  return answerMissing(request, site);
}

/** The path of an address, decoded; undefined when it is malformed, or a double slash could be taken for a host. */
function decodePath(address: string): string | undefined {
  try {
    const path = decodeURIComponent(address);
    return !path.startsWith("/") || path.includes("\0") || path.includes("//") ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The file or folder a name means; undefined when the name leads out of the site. */
function locateFile(folder: string, name: string): string | undefined {
  if (name.split(/[\\/]/).includes("..")) return undefined;
  const path = join(folder, name);
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? path : undefined;
}

async function findKind(path: string): Promise<"file" | "folder" | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? "file" : found.isDirectory() ? "folder" : undefined;
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "ENAMETOOLONG", "EINVAL"].includes(readErrorCode(error) ?? "")) return undefined;
    throw error;
  }
}

async function answerFile(request: SiteRequest, file: string, name: string, status = 200): Promise<SiteResponse> {
  const content = await readFile(file);
  const mediaType = findMediaType(file);
  const etag = `W/"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
  const headers: OutgoingHttpHeaders = {
    ...SECURITY_HEADERS,
    "content-type": mediaType,
    "cache-control": LASTING.test(name) ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate",
    etag,
    vary: "accept-encoding",
  };
  if (status === 200 && isKnown(request.headers["if-none-match"], etag)) return { status: 304, headers };
  const isCompressed = isCompressible(mediaType) && acceptsGzip(request.headers["accept-encoding"]);
  const body = isCompressed ? await compress(content) : content;
  return {
    status,
    headers: { ...headers, ...(isCompressed && { "content-encoding": "gzip" }), "content-length": body.length },
    body,
  };
}

/** Whether the reader's copy, named by `if-none-match`, is still the right one. */
function isKnown(value: string | undefined, etag: string): boolean {
  return value?.split(",").some((tag) => tag.trim() === etag || tag.trim() === "*") ?? false;
}

/** Whether `accept-encoding` names gzip without refusing it (`gzip;q=0`). */
export function acceptsGzip(value: string | string[] | undefined): boolean {
  return String(value ?? "")
    .split(",")
    .some((coding) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).+)?$/i.test(coding));
}

/** The site's own page for what is not there. */
async function answerMissing(request: SiteRequest, site: ServedSite): Promise<SiteResponse> {
  const page = join(site.folder, "404.html");
  if ((await findKind(page)) === "file") return answerFile(request, page, "404.html", 404);
  return answerText(404, "There is no such page.");
}

function answerText(status: number, text: string, headers: OutgoingHttpHeaders = {}): SiteResponse {
  const body = `${text}\n`;
  return {
    status,
    headers: {
      ...SECURITY_HEADERS,
      "content-type": "text/plain; charset=utf-8",
      "content-length": Buffer.byteLength(body),
      ...headers,
    },
    body,
  };
}

function redirect(path: string, query: string | undefined): SiteResponse {
  const location = query === undefined ? path : `${path}?${query}`;
  return { status: 301, headers: { ...SECURITY_HEADERS, location, "content-length": 0 } };
}

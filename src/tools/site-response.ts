/** What the static server answers: a request in, status, headers and bytes out. */
import { hash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { readErrorCode } from "../lib/failure.ts";
import { CONTENT_SECURITY_POLICY_HEADER } from "../lib/policy.ts";
import { findMediaType, isCompressible } from "./media-type.ts";

/** The parts of a request that matter here. */
export type SiteRequest = Pick<IncomingMessage, "method" | "url" | "headers">;

/** A finished answer; what goes out for a HEAD request is without the body. */
interface SiteResponse {
  status: number;
  /** The headers that not every answer has. */
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

/** Answers one request of a site. */
export async function respond(request: SiteRequest, response: ServerResponse, site: ServedSite): Promise<void> {
  const unreadable = () => answerText(500, "This file could not be read.");
  const { status, headers, body = "" } = await answer(request, site).catch(unreadable);
  const size = status === 304 ? {} : { "content-length": Buffer.byteLength(body) };
  response.writeHead(status, { ...SECURITY_HEADERS, ...headers, ...size }).end(body);
}

/** Rejects only when a file that is there cannot be read. */
async function answer(request: SiteRequest, { folder, base }: ServedSite): Promise<SiteResponse> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return answerText(405, "Only GET and HEAD are answered here.", { allow: "GET, HEAD" });
  }
  const [address = "", query] = (request.url ?? "").split("?", 2);
  const path = decodePath(address);
  if (path === undefined) return answerText(400, "This address cannot be read.");
  if (`${path}/` === base) return redirect(path, query);
  if (!path.startsWith(base)) return answerMissing(request, folder);
  const name = path.slice(base.length);
  const isFolder = path.endsWith("/");
  const file = join(folder, name, isFolder ? "index.html" : "");
  const kind = await findKind(file);
  if (kind === "folder" && !isFolder) return redirect(path, query);
  return kind === "file" ? answerFile(request, file, name) : answerMissing(request, folder);
}

/**
 * The path of an address, decoded; undefined when it is malformed, leads upwards and so perhaps out of the site, or has a
 * double slash that could be taken for a host.
 */
function decodePath(address: string): string | undefined {
  try {
    const path = decodeURIComponent(address);
    const isRefused = path.includes("\0") || path.includes("//") || path.split(/[\\/]/).includes("..");
    return path.startsWith("/") && !isRefused ? path : undefined;
  } catch {
    return undefined;
  }
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
  const etag = `W/"${hash("sha256", content, "base64url").slice(0, 22)}"`;
  const headers: OutgoingHttpHeaders = {
    "content-type": mediaType,
    "cache-control": LASTING.test(name) ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate",
    etag,
    vary: "accept-encoding",
  };
  if (status === 200 && isKnown(request.headers["if-none-match"], etag)) return { status: 304, headers };
  const isCompressed = isCompressible(mediaType) && acceptsGzip(request.headers["accept-encoding"]);
  if (!isCompressed) return { status, headers, body: content };
  return { status, headers: { ...headers, "content-encoding": "gzip" }, body: await compress(content) };
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
async function answerMissing(request: SiteRequest, folder: string): Promise<SiteResponse> {
  const page = join(folder, "404.html");
  if ((await findKind(page)) === "file") return answerFile(request, page, "404.html", 404);
  return answerText(404, "There is no such page.");
}

function answerText(status: number, text: string, headers: OutgoingHttpHeaders = {}): SiteResponse {
  return { status, headers: { "content-type": "text/plain; charset=utf-8", ...headers }, body: `${text}\n` };
}

/** Sends a reader on to the same path with a slash at its end. */
function redirect(path: string, query: string | undefined): SiteResponse {
  const location = `${encodeURI(path)}/${query === undefined ? "" : `?${query}`}`;
  return { status: 301, headers: { location } };
}

/** Which media type a file is sent with. */
import { extname } from "node:path";
import { lookup } from "mrmime";

/** Types that the table of `mrmime` lacks, or has otherwise than hosts send them. */
const OWN_TYPES: Readonly<Record<string, string>> = { ".xml": "application/xml", ".ico": "image/x-icon" };

/**
 * The value of `content-type` for a file, text with its charset. Files of the search index and anything unknown are
 * `application/octet-stream`; XML in a folder named `feeds` is Atom.
 */
export function findMediaType(path: string): string {
  const extension = extname(path).toLowerCase();
  const isFeed = extension === ".xml" && /(^|[\\/])feeds[\\/]/.test(path);
  const known = isFeed ? "application/atom+xml" : (OWN_TYPES[extension] ?? lookup(path));
  const type = known ?? "application/octet-stream";
  return /^text\/|[+/](json|xml)$/.test(type) ? `${type}; charset=utf-8` : type;
}

/** Whether sending a file of this type compressed is worth the work. */
export function isCompressible(mediaType: string): boolean {
  return mediaType.includes("charset=") || mediaType === "application/wasm";
}

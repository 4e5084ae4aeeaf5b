/** Which media type a file is sent with. */
import { extname } from "node:path";

const TEXT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".txt": "text/plain",
  ".md": "text/markdown",
  ".webmanifest": "application/manifest+json",
};

const BINARY_TYPES: Readonly<Record<string, string>> = {
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".ico": "image/x-icon",
};

/**
 * The value of `content-type` for a file, text with its charset. Files of the search index and anything unknown are
 * `application/octet-stream`; XML in a folder named `feeds` is Atom.
 */
export function findMediaType(path: string): string {
  const extension = extname(path).toLowerCase();
  if (extension === ".xml" && /(^|[\\/])feeds[\\/]/.test(path)) return "application/atom+xml; charset=utf-8";
  const text = TEXT_TYPES[extension];
  if (text !== undefined) return `${text}; charset=utf-8`;
  return BINARY_TYPES[extension] ?? "application/octet-stream";
}

/** Whether sending a file of this type compressed is worth the work. */
export function isCompressible(mediaType: string): boolean {
  return mediaType.includes("charset=") || mediaType === "application/wasm";
}

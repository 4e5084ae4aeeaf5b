/** What the index is made with: when any of it changes, nothing that was made before is used again. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Modules of lib/search that decide what stands in the index. */
const MODULES = ["acronyms", "bundle-meta", "bundles", "facet-table", "index-format", "neighbours", "tables", "words"];

/** Pagefind's version. */
export function readPagefindVersion(): string {
  const path = new URL("../package.json", import.meta.resolve("pagefind"));
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}

/** A fingerprint of Pagefind's version and of our own code that makes the index. */
export function readIndexVersion(): string {
  const own = readdirSync(import.meta.dirname)
    .filter((name) => /^[a-z-]+\.ts$/.test(name))
    .sort()
    .map((name) => join(import.meta.dirname, name));
  const shared = MODULES.map((name) => join(import.meta.dirname, "..", "lib", "search", `${name}.ts`));
  const hash = createHash("sha256").update(readPagefindVersion());
  for (const path of [...own, ...shared]) hash.update(readFileSync(path));
  return hash.digest("hex");
}

/** Search while writing: the index is made of finished pages, so the dev server lends that of the last build. */
import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, normalize, sep } from "node:path";
import type { AstroIntegration } from "astro";
import { findMediaType } from "./media-type.ts";

/** Where the index lies and where pages look for it. */
export interface SearchIndexPlace {
  /** Folder of the last build's index, absolute; it need not exist. */
  folder: string;
  /** Base path of the site, with a slash at both ends. */
  base: string;
}

const MISSING = "There is no search index yet: search works here after `npm run build` has run once.";

/** An Astro integration that answers `<base>pagefind/…` in dev from the last build, and says so when there is none. */
export function serveSearchIndex({ folder, base }: SearchIndexPlace): AstroIntegration {
  return {
    name: "offprint-search-in-dev",
    hooks: {
      "astro:server:setup": ({ server, logger }) => {
        logger.info(existsSync(folder) ? "Search shows the last build, not what you are writing." : MISSING);
        // Vite takes the base path off `url` before this runs; `originalUrl` is what the browser asked for.
        server.middlewares.use(async (request, response, next) => {
          const path = findIndexFile(request.originalUrl ?? request.url ?? "/", folder, base);
          if (path === undefined) return next();
          if (!existsSync(path) || !statSync(path).isFile()) {
            response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
            return response.end(existsSync(folder) ? "Not in the search index.\n" : `${MISSING}\n`);
          }
          response.writeHead(200, { "content-type": findMediaType(path), "cache-control": "no-store" });
          response.end(await readFile(path));
        });
      },
    },
  };
}

/** The file an address of the dev server means; undefined when it lies outside the search index. */
export function findIndexFile(address: string, folder: string, base: string): string | undefined {
  const prefix = `${base}pagefind/`;
  const pathname = address.split(/[?#]/, 1)[0] ?? "";
  if (!pathname.startsWith(prefix)) return undefined;
  const path = normalize(join(folder, pathname.slice(prefix.length)));
  return path.startsWith(folder + sep) ? path : undefined;
}

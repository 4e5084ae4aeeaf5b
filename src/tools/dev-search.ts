/** Search while writing: the index is made of finished pages, so the dev server lends that of the last build. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { AstroIntegration } from "astro";
import { respond, type ServedSite } from "./site-response.ts";

const MISSING = "There is no search index yet: search works here after `npm run build` has run once.";

/**
 * An Astro integration that answers `<base>pagefind/…` in dev from the last build, and says so when there is none.
 * @param lastBuild its folder need not exist
 */
export function serveSearchIndex(lastBuild: ServedSite): AstroIntegration {
  const hasIndex = () => existsSync(join(lastBuild.folder, "pagefind"));
  return {
    name: "offprint-search-in-dev",
    hooks: {
      "astro:server:setup": ({ server, logger }) => {
        logger.info(hasIndex() ? "Search shows the last build, not what you are writing." : MISSING);
        server.middlewares.use((request, response, next) => {
          // Vite may have taken the base path off `url`; `originalUrl` is what the browser asked for.
          const { method, headers, originalUrl: url = "/" } = request;
          if (!url.startsWith(`${lastBuild.base}pagefind/`)) return next();
          if (hasIndex()) return respond({ method, headers, url }, response, lastBuild);
          response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end(`${MISSING}\n`);
        });
      },
    },
  };
}

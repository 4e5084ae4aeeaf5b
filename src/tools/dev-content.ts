/** Content while writing: an edit of any of its files is on the page at once. */
import { sep } from "node:path";
import type { AstroIntegration } from "astro";

/** An Astro integration for the dev server that plans the pages anew when content changes, and reloads what is open. */
export function reloadContent({ folder }: { folder: string }): AstroIntegration {
  return {
    name: "offprint-content-in-dev",
    hooks: {
      "astro:server:setup": ({ server, logger }) => {
        server.watcher.add(folder);
        server.watcher.on("all", (_, path) => {
          if (!path.startsWith(folder + sep)) return;
          logger.info(`${path.slice(folder.length + 1)} has changed.`);
          for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
          server.ws.send({ type: "full-reload" });
        });
      },
    },
  };
}

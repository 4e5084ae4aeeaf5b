import { defineCollection } from "astro:content";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { listIntroductions } from "#data/introductions.ts";

/**
 * The introductions of editions, which are MDX and need Astro to become pages. All content is read by src/data and judged by
 * the schemas of lib/content, once; a store that Astro writes anew in each build would make a day cost an archive.
 */
export const collections = {
  editions: defineCollection({
    loader: {
      name: "offprint-introductions",
      load: async ({ store, config, watcher }) => {
        const fill = () => {
          store.clear();
          for (const [id, path] of listIntroductions()) {
            store.set({ id, data: {}, filePath: relative(fileURLToPath(config.root), path), deferredRender: true });
          }
        };
        fill();
        watcher?.on("add", fill).on("unlink", fill);
      },
    },
  }),
};

import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { EDITIONS_FOLDER, listEditionPatterns } from "#data/introductions.ts";
import { EditionSchema } from "#lib/content/edition.ts";

/**
 * The introductions of editions, which are MDX and need Astro to become pages. All other content is data: src/data reads
 * it by the schemas of lib/content, since a store that Astro writes anew in each build would make a day cost an archive.
 */
export const collections = {
  editions: defineCollection({
    loader: glob({
      base: EDITIONS_FOLDER,
      pattern: listEditionPatterns(),
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ""),
    }),
    schema: EditionSchema,
  }),
};

import { defineCollection } from "astro:content";
import { join } from "node:path";
import { glob } from "astro/loaders";
import { CONTENT_FOLDER, loadContent } from "#data/loaders.ts";
import { PublishedSchema } from "#lib/content/addresses.ts";
import { DaySummarySchema } from "#lib/content/day.ts";
import { DigestSchema } from "#lib/content/digest.ts";
import { EditionSchema } from "#lib/content/edition.ts";
import { OrganizationSchema } from "#lib/content/organization.ts";
import { RecordSchema } from "#lib/content/record.ts";
import { RedirectSchema } from "#lib/content/redirect.ts";
import { TagSchema } from "#lib/content/tag.ts";

/** What the site is made of; src/data/library.ts joins it. */
export const collections = {
  records: defineCollection({ loader: loadContent("records"), schema: RecordSchema }),
  digests: defineCollection({ loader: loadContent("digests"), schema: DigestSchema }),
  days: defineCollection({ loader: loadContent("days"), schema: DaySummarySchema }),
  tags: defineCollection({ loader: loadContent("tags"), schema: TagSchema }),
  organizations: defineCollection({ loader: loadContent("organizations"), schema: OrganizationSchema }),
  redirects: defineCollection({ loader: loadContent("redirects"), schema: RedirectSchema }),
  addresses: defineCollection({ loader: loadContent("addresses"), schema: PublishedSchema }),
  editions: defineCollection({
    loader: glob({
      base: join(CONTENT_FOLDER, "editions"),
      pattern: "*.mdx",
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ""),
    }),
    schema: EditionSchema,
  }),
};

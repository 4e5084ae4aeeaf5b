/** An override in `content/organizations.yaml`; organisations that are not listed there are valid too. */
import { z } from "zod";
import { boundList } from "./bounds.ts";
import { LinkSchema, SlugSchema, TextSchema } from "./fields.ts";

/** How an organisation should be shown, where its records do not say it well. */
export const OrganizationSchema = z.strictObject({
  id: SlugSchema.describe("Id as records have it, or the one that aliases are gathered under."),
  name: TextSchema.describe("Name that readers see."),
  url: LinkSchema.optional().describe("The organisation's own page."),
  aliases: boundList(SlugSchema, "points").default([]).describe("Other ids that mean the same organisation."),
});

/** One override, checked. */
export type Organization = z.infer<typeof OrganizationSchema>;

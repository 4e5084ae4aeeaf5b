/** A topic of the closed vocabulary `content/tags.yaml`. */
import { z } from "zod";
import { escapeName } from "../folder-name.ts";
import { boundList, makeTextSchema } from "./bounds.ts";
import { SlugSchema, TextSchema } from "./fields.ts";

/** One topic. */
export const TagSchema = z.strictObject({
  id: SlugSchema.refine((id) => escapeName(id) === id, {
    error:
      "a name that every system can give a folder: not con, aux, nul and the like, not index.html, no full stop at its end",
  }).describe("Address segment, permanent."),
  label: TextSchema.describe("Name that readers see."),
  description: makeTextSchema("note").describe("One sentence that says what belongs here."),
  aliases: boundList(TextSchema, "points")
    .default([])
    .describe("Other names; with the label they assign the topic to records without a digest."),
  parent: SlugSchema.optional().describe("Id of the wider topic."),
});

/** One topic, checked. */
export type Tag = z.infer<typeof TagSchema>;

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
    .describe("Other names; they assign the topic to records without a digest, as the label does in a title."),
  phrases: boundList(TextSchema, "points")
    .optional()
    .describe("What else is said of little else: it assigns the topic as an alias does, and is no name of it."),
  titleWords: boundList(TextSchema, "points")
    .optional()
    .describe("Words that assign the topic where a title has them, and say little elsewhere; `*bench` ends a word."),
  parent: SlugSchema.optional().describe("Id of the wider topic."),
});

/** One topic, checked. */
export type Tag = z.infer<typeof TagSchema>;

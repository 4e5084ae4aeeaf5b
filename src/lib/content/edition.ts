/** An edition: a dated, ordered list of papers with an introduction, written by people in `content/editions/<date>.mdx`. */
import { z } from "zod";
import { boundList, makeTextSchema } from "./bounds.ts";
import { DaySchema, PaperIdSchema, TextSchema } from "./fields.ts";

/** Front matter of an edition. */
export const EditionSchema = z.strictObject({
  date: DaySchema.describe("Day of the edition; the file bears the same name."),
  title: TextSchema.describe("What this edition is about."),
  summary: makeTextSchema("note")
    .optional()
    .describe("The introduction in a few sentences, for the front page and the feed."),
  curator: TextSchema.describe('Who chose and wrote, as it reads after "by".'),
  source: TextSchema.optional().describe(
    'Where the list comes from, as it reads after "from"; absent: the curator alone.',
  ),
  lead: PaperIdSchema.describe("The paper that leads; one of papers."),
  papers: boundList(PaperIdSchema, "papers").min(1, { error: "at least one paper" }).describe("All papers, in order."),
  groups: boundList(
    z.strictObject({
      title: TextSchema.describe("Name of the group, a few words."),
      papers: boundList(PaperIdSchema, "papers")
        .min(1, { error: "at least one paper" })
        .describe("Its papers, in order."),
    }),
    "points",
  )
    .default([])
    .describe("The same papers by subject; a paper stands in one group at most."),
});

/** Front matter of an edition, checked. */
export type EditionData = z.infer<typeof EditionSchema>;

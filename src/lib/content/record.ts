/**
 * A record: the facts of one paper, written by importers, one JSON object a line in `content/papers/YYYY-MM.jsonl`.
 * Keys stand in the order of this schema. What is missing is absent, never 0 or ""; a list that is absent is empty.
 */
import { z } from "zod";
import { isVisible } from "../latex/characters.ts";
import { showText } from "../latex/render.ts";
import { boundList, makeTextSchema } from "./bounds.ts";
import {
  CountSchema,
  DaySchema,
  LinkSchema,
  PaperIdSchema,
  PartialDateSchema,
  SlugSchema,
  TextSchema,
} from "./fields.ts";
import { PublicationSchema } from "./publication.ts";
import { WithdrawalSchema } from "./withdrawal.ts";

/** A title of which a reader sees something: `$\\;$` is mathematics that shows nothing. */
const TitleSchema = makeTextSchema("title").refine((title) => !isVisible(title) || isVisible(showText(title)), {
  error: "a title of which something can be seen; the mathematics of this one shows nothing",
});
const NameSchema = makeTextSchema("name");

/** Addresses that belong to a paper; all http or https. */
export const LinksSchema = z.strictObject({
  abstract: LinkSchema.optional().describe("Page with the abstract, at arXiv for arXiv ids."),
  pdf: LinkSchema.optional().describe("The paper itself as PDF."),
  code: LinkSchema.optional().describe("Repository with the authors' code, data or list."),
  project: LinkSchema.optional().describe("Page the authors made for the paper."),
  doi: LinkSchema.optional().describe("https://doi.org/… of the published paper."),
  discussion: LinkSchema.optional().describe("Where people talk about it, such as its Hugging Face page."),
});

/** One change of a fact that was seen after the record was first made. */
export const ChangeSchema = z.strictObject({
  date: DaySchema.describe("Day the change was seen."),
  source: NameSchema.describe("Who said so: arXiv, Hugging Face, BibTeX, a listing."),
  field: TextSchema.describe("Name of the record's field that changed."),
  from: makeTextSchema("change").optional().describe("Value before, as text; absent when there was none."),
  to: makeTextSchema("change").optional().describe("Value after, as text; absent when it was taken away."),
});

/** The parts of a name, where the name as it is written does not give them back. */
export const NamePartsSchema = z.strictObject({
  name: NameSchema.describe("The name as it stands in authors."),
  family: NameSchema.describe("Family name, or the whole name of a group: Roebuck Woods."),
  given: NameSchema.optional().describe("Given names; absent where there are none."),
  particle: NameSchema.optional().describe("What stands before the family name, such as van der."),
  suffix: NameSchema.optional().describe("What follows it, such as Jr."),
});

/** The facts of one paper. */
export const RecordSchema = z.strictObject({
  id: PaperIdSchema.describe("arXiv id without version, one of another registry such as doi:…, or own:…, given here."),
  title: TitleSchema.describe("Title in plain text; $…$ is kept as its source."),
  authors: boundList(NameSchema, "authors")
    .default([])
    .describe("Names in the paper's order, given name first; two people may share a name."),
  authorCount: CountSchema.optional().describe("Number of authors, where it is known but the names are not all."),
  moreAuthors: z
    .literal(true)
    .optional()
    .describe("That there are more authors than these, where nobody says how many: `and others`."),
  nameParts: boundList(NamePartsSchema, "authors")
    .optional()
    .describe("Parts of those names of authors and editors that would be taken apart in another way."),
  organization: z
    .strictObject({
      id: SlugSchema.describe("Lower-cased login of the organisation; its address."),
      name: NameSchema.describe("Name as the source writes it."),
    })
    .optional()
    .describe("Organisation the source names for the paper."),
  published: PartialDateSchema.optional().describe(
    "When it was first published, UTC, as precisely as a source says: a day, a month or a year.",
  ),
  updated: DaySchema.optional().describe("Day of the newest version, UTC."),
  version: z.int().min(1, { error: "a whole number, 1 or more" }).optional().describe("Newest version seen."),
  featured: boundList(DaySchema, "places")
    .default([])
    .describe("Days on which a listing showed the paper, ascending; may be several."),
  categories: boundList(makeTextSchema("keyword"), "categories")
    .default([])
    .describe("Subject classes, the primary one first, such as cs.LG."),
  keywords: boundList(makeTextSchema("keyword"), "keywords")
    .default([])
    .describe("Keywords of the source, and short names it spells out, such as RLVR."),
  links: LinksSchema.default({}).describe("Where the paper and what belongs to it can be found."),
  upvotes: CountSchema.optional().describe("Votes at Hugging Face."),
  comments: CountSchema.optional().describe("Comments at Hugging Face; missing is not 0."),
  stars: CountSchema.optional().describe("Stars of the code repository."),
  abstract: makeTextSchema("abstract").optional().describe("The source's abstract, kept in a user's own copy only."),
  venue: makeTextSchema("venue").optional().describe("Journal or conference that accepted the paper."),
  journalRef: makeTextSchema("venue").optional().describe("Full journal reference as the source writes it."),
  publication: PublicationSchema.optional().describe(
    "What its bibliography says of the publication, such as its pages.",
  ),
  note: makeTextSchema("note")
    .optional()
    .describe("What a reader should know about the entry, in a sentence or two of ours."),
  withdrawn: WithdrawalSchema.optional().describe("That it was withdrawn or retracted: by whom, and why, if known."),
  history: boundList(ChangeSchema, "history")
    .default([])
    .describe("Changes seen since the record was made, oldest first."),
  previousIds: boundList(PaperIdSchema, "places")
    .default([])
    .describe("Ids under which the paper was published before."),
  sources: boundList(
    z.strictObject({
      name: NameSchema.describe("arXiv, Hugging Face, BibTeX, or what the listing was."),
      retrieved: DaySchema.describe("Day the source was read."),
    }),
    "places",
  )
    .default([])
    .describe("Where the facts come from."),
});

/** The facts of one paper, checked. */
export type PaperRecord = z.infer<typeof RecordSchema>;
/** One change in a record's history. */
export type Change = z.infer<typeof ChangeSchema>;
/** A paper's addresses. */
export type Links = z.infer<typeof LinksSchema>;

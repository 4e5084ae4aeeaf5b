/** The publication of a paper: where in a journal, in proceedings, at a school it came out, as its bibliography says. */
import { z } from "zod";
import { boundList, makeTextSchema } from "./bounds.ts";

/** Types of publication, by their names in BibTeX; see https://ctan.org/pkg/bibtex, btxdoc, section 3.1. */
const PUBLICATION_TYPES = [
  "article",
  "inproceedings",
  "incollection",
  "book",
  "phdthesis",
  "mastersthesis",
  "techreport",
] as const;

const TYPE_FORM = `one of ${PUBLICATION_TYPES.join(", ")}`;
const YEAR_FORM = "a year, YYYY; as text";
const KeywordSchema = makeTextSchema("keyword");
const PlaceSchema = makeTextSchema("venue");

/** What is known of a publication beside the name of its journal or conference, which is `venue`. */
export const PublicationSchema = z.strictObject({
  type: z.enum(PUBLICATION_TYPES, { error: TYPE_FORM }).optional().describe("What it is, by BibTeX's name for it."),
  year: z
    .string({ error: YEAR_FORM })
    .regex(/^(?!0000)\d{4}$/, { error: YEAR_FORM })
    .optional()
    .describe("Year that the publication bears; the paper may have been out before, as a preprint."),
  series: PlaceSchema.optional().describe("Series that the volume belongs to."),
  volume: KeywordSchema.optional().describe("Volume of the journal or the series."),
  number: KeywordSchema.optional().describe("Number of the issue or the report."),
  chapter: KeywordSchema.optional().describe("Chapter or section of a book."),
  pages: KeywordSchema.optional().describe("Pages, as `362–372`, or the number of the article."),
  edition: KeywordSchema.optional().describe("Edition of a book, as `Second`."),
  editors: boundList(makeTextSchema("name"), "authors").optional().describe("Editors of the volume, given name first."),
  publisher: PlaceSchema.optional().describe("Who published it, or held the conference."),
  address: PlaceSchema.optional().describe("Where it was published, or the conference took place."),
  school: PlaceSchema.optional().describe("School of a thesis, institution of a report."),
  isbn: KeywordSchema.optional().describe(
    "ISBN of the book or the proceedings, as its source writes it; may be several.",
  ),
  issn: KeywordSchema.optional().describe(
    "ISSN of the journal or the series, as its source writes it; may be several.",
  ),
});

/** What is known of a publication. */
export type Publication = z.infer<typeof PublicationSchema>;
/** What a publication is, by BibTeX's name. */
export type PublicationType = (typeof PUBLICATION_TYPES)[number];

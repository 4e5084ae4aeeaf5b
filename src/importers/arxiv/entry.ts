/** One entry of an Atom answer of arXiv's API, https://info.arxiv.org/help/api/user-manual.html#_details_of_atom_results_returned */
import { z } from "zod";
import { type BoundedText, boundList, boundText } from "#lib/content/bounds.ts";

const ElementText = z.string({ error: "text, without elements in it" });
/** Text of a kind, not too long. */
const makeText = (kind: BoundedText) => boundText(ElementText, kind);
const makeFilledText = (kind: BoundedText) =>
  makeText(kind).refine((text) => text.trim() !== "", { error: "text that is not empty" });

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const INSTANT_FORM = "a date with time and zone, 2024-01-31T23:59:59Z";
const Instant = ElementText.refine((text) => INSTANT.test(text) && !Number.isNaN(Date.parse(text)), {
  error: INSTANT_FORM,
}).transform((text) => new Date(text));

/** The feed around the entries; entries are looked at one by one. */
export const FeedSchema = z.looseObject({
  "@xmlns": z.literal("http://www.w3.org/2005/Atom", { error: "http://www.w3.org/2005/Atom, the namespace of Atom" }),
  title: ElementText.optional(),
  updated: Instant.optional(),
  entry: z.array(z.unknown()).default([]),
});

const CategorySchema = z.looseObject({
  "@term": z.string({ error: "a subject class" }),
  "@scheme": z.string().optional(),
});

/** An entry. Elements that arXiv may add are let be. */
export const AtomEntrySchema = z.looseObject({
  id: makeFilledText("link"),
  title: makeFilledText("title"),
  summary: makeText("abstract").optional(),
  published: Instant.optional(),
  updated: Instant.optional(),
  author: boundList(z.looseObject({ name: makeText("name") }, { error: "an author with a name" }), "authors").default(
    [],
  ),
  category: boundList(CategorySchema, "categories").default([]),
  "arxiv:primary_category": CategorySchema.optional(),
  "arxiv:comment": makeText("abstract").optional(),
  "arxiv:journal_ref": makeText("venue").optional(),
  "arxiv:doi": boundList(makeText("link"), "places").default([]),
});

/** An entry, checked. */
export type ArxivEntry = z.output<typeof AtomEntrySchema>;

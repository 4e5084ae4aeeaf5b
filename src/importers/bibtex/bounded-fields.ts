/** The fields of an entry that are short enough to be read: reading TeX takes its time. */
import { z } from "zod";
import { boundList, boundText } from "#lib/content/bounds.ts";
import { checkValue } from "#lib/content/issues.ts";
import type { Problem } from "#lib/errors.ts";
import type { BibtexEntry } from "./parse.ts";

const SHORT = boundText(z.string(), "link").optional();
const VENUE = boundText(z.string(), "venue").optional();
const FieldsSchema = z.looseObject({
  title: boundText(z.string(), "title").optional(),
  abstract: boundText(z.string(), "abstract").optional(),
  ...Object.fromEntries(["journal", "journaltitle", "booktitle"].map((field) => [field, VENUE])),
  ...Object.fromEntries(
    "volume number issue pages year month day date doi url link ee howpublished pdf eprint eprinttype archiveprefix primaryclass eprintclass note"
      .split(" ")
      .map((field) => [field, SHORT]),
  ),
});
const ListsSchema = z.object({
  author: boundList(boundText(z.string(), "name"), "authors"),
  keywords: boundList(boundText(z.string(), "keyword"), "keywords"),
});

/** An entry without fields that are too long, and what is wrong with these, by name. */
export function boundEntry(entry: BibtexEntry, file: string): { bounded: BibtexEntry; long: Map<string, Problem> } {
  // Names are told apart by the word between them.
  const lists = { author: (entry.fields["author"] ?? "").split(/\sand\s/i), keywords: entry.keywords };
  const problems = [
    ...checkValue(FieldsSchema, entry.fields, file, () => entry.line).problems,
    ...checkValue(ListsSchema, lists, file, () => entry.line).problems,
  ];
  const long = new Map(problems.map((problem) => [/^\w+/.exec(problem.field ?? "")?.[0] ?? "", problem]));
  const fields = Object.fromEntries(Object.entries(entry.fields).filter(([field]) => !long.has(field)));
  return { bounded: { ...entry, fields, keywords: long.has("keywords") ? [] : entry.keywords }, long };
}

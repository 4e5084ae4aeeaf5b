/** A digest: our own prose about one paper, written by people in `content/digests/<id>.md`. */
import { z } from "zod";
import { hasProseMarks } from "../prose-marks.ts";
import { boundList, makeTextSchema } from "./bounds.ts";
import { DaySchema, PaperIdSchema, SlugSchema, TextSchema } from "./fields.ts";

/** Text of a field, which stands in lists and tables too, where formulas and links to our pages are not made. */
const refineField = (schema: ReturnType<typeof makeTextSchema>) =>
  schema.refine((text) => !hasProseMarks(text), {
    error: "plain words; formulas and links such as [[2510.18821]] belong in the prose below",
  });
const LineSchema = refineField(TextSchema);
const NoteSchema = refineField(makeTextSchema("note"));

/** Longest tldr, in words. */
export const TLDR_WORDS = 30;
/** Shortest and longest body of a digest, in words. */
export const BODY_WORDS = { min: 60, max: 150 };
/** Longest first paragraph that is set as the one that carries the rest, in words. */
export const LEAD_WORDS = 60;
/** Longest line that says why a paper was picked, in words. */
const WHY_WORDS = 25;

/** Words as a reader counts them: separated by white space. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

/** One finding, with its figure where the source gives one. */
export const ResultSchema = z.strictObject({
  claim: LineSchema.describe("What was found, short enough to head a row of a table."),
  value: LineSchema.optional().describe(
    "The figure as the source has it, such as 77.7% or +10.4; headline says whether it stands large.",
  ),
  metric: LineSchema.optional().describe('What the figure measures; reads well before "on <dataset>".'),
  dataset: LineSchema.optional().describe("On what it was measured."),
  model: LineSchema.optional().describe(
    'Name of the model that was measured, where that is not plain: "Qwen2.5-7B-Instruct".',
  ),
  setting: LineSchema.optional().describe(
    'Under which conditions, preposition included: "in online A/B tests", "after training on GSM8K alone".',
  ),
  baseline: LineSchema.optional().describe(
    'What it is compared with, and nothing else: "from 70.8%", "over Tree of Thoughts", "against GPT-4-Turbo".',
  ),
});

/** Number of a result, from 1, or that none is meant. */
const HEADLINE = { error: "the number of a result, from 1, or none" };
const HeadlineSchema = z.union([z.int().min(1, HEADLINE), z.literal("none")], HEADLINE);

const FingerprintSchema = z.string().regex(/^[0-9a-f]{16}$/, { error: "16 hexadecimal digits" });

/** What a digest was held against: enough to know that text again, without a copy of it. */
const CheckedSourceSchema = z.strictObject({
  title: FingerprintSchema.describe("Fingerprint of the title."),
  abstract: FingerprintSchema.describe("Fingerprint of the abstract, which the record may hold or not."),
  paper: PaperIdSchema.optional().describe("Id that the paper had, so that no other paper's digest bears the stamp."),
  version: z.int().min(1).optional().describe("Version of the paper, where the record knew it."),
  date: DaySchema.optional().describe("Day of that version, where the record knew it."),
  facts: boundList(TextSchema, "places")
    .optional()
    .describe("What of the record numbers of the digest rest on: 33 upvotes, say."),
});

/** Front matter of a digest. */
export const DigestSchema = z.strictObject({
  tldr: LineSchema.refine((text) => countWords(text) <= TLDR_WORDS, {
    error: `one sentence of at most ${TLDR_WORDS} words`,
  }).describe("One declarative sentence of at most 30 words that says what was found."),
  why: LineSchema.refine((text) => countWords(text) <= WHY_WORDS, {
    error: `one line of at most ${WHY_WORDS} words`,
  })
    .optional()
    .describe("Why we picked the paper, in one line."),
  problem: NoteSchema.optional().describe("What was missing or wrong before, where the prose does not tell it."),
  approach: NoteSchema.optional().describe("What the authors did, where the prose does not tell it."),
  headline: HeadlineSchema.optional().describe(
    "Which result's figure stands large: its number, from 1, or none, which is also meant when this is left out. Only what was found may: it has a value and a metric.",
  ),
  results: boundList(ResultSchema, "points").describe(
    "Findings, the one that matters most first; may be without figures.",
  ),
  limitations: z
    .strictObject({
      authors: boundList(NoteSchema, "points")
        .default([])
        .describe("Limits the authors state; an empty list says that they state none."),
      curator: boundList(NoteSchema, "points")
        .default([])
        .describe("Limits we see: only what the source leaves open. Shown as ours."),
    })
    .describe("What the work does not show."),
  audience: NoteSchema.describe("Who should read the paper, and for what."),
  tags: boundList(SlugSchema, "points")
    .min(1, { error: "at least one topic" })
    .describe("Topics from tags.yaml, most telling first."),
  writtenFrom: z.enum(["abstract", "paper"], { error: "abstract or paper" }).describe("What the writer had read."),
  earlierText: z
    .literal(true, { error: "true, or nothing" })
    .optional()
    .describe(
      "Whether the writer had an earlier text than the source shows now, which the page then says. Take it out when the digest has been held against the present one.",
    ),
  by: TextSchema.describe("Who wrote the digest."),
  checkedOn: DaySchema.optional().describe(
    "Day on which `digest check` last found every number in its source. Written by that command, as what follows is.",
  ),
  checkedText: FingerprintSchema.optional().describe(
    "Fingerprint of the digest and of checkedSource; when either changes, the stamp is no longer shown.",
  ),
  checkedSource: CheckedSourceSchema.optional().describe(
    "What the digest was held against; when the record has moved on, the page says so instead of bearing the stamp.",
  ),
});

/** Front matter of a digest, checked. */
export type DigestData = z.infer<typeof DigestSchema>;
/** What a digest was held against, as its stamp keeps it. */
export type CheckedSource = z.infer<typeof CheckedSourceSchema>;
/** One finding of a digest. */
export type DigestResult = z.infer<typeof ResultSchema>;

/** A digest with the prose under its front matter. */
export interface Digest extends DigestData {
  /** Id of its paper. */
  id: string;
  /** The prose, as Markdown. */
  body: string;
}

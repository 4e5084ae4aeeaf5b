/** Each kind of content file as checked data: text in, data and problems out. Reads no files. */
import type { Problem } from "../errors.ts";
import { listMarkupProblems } from "../markdown.ts";
import type { ProseProblem } from "../prose.ts";
import { listIntroductionProblems } from "./check-introductions.ts";
import { DaySummarySchema } from "./day.ts";
import { BODY_WORDS, countWords, type DigestData, DigestSchema } from "./digest.ts";
import { fingerprintDigest } from "./digest-check.ts";
import { type Document, type ParsedDocument, parseDocument } from "./document.ts";
import { type EditionData, EditionSchema } from "./edition.ts";
import { parseJsonLines } from "./json-lines.ts";
import { parseYamlList } from "./list.ts";
import { OrganizationSchema } from "./organization.ts";
import { PersonSchema } from "./person.ts";
import { RecordSchema } from "./record.ts";
import { RedirectSchema } from "./redirect.ts";
import { TagSchema } from "./tag.ts";

/** A month of records. */
export const parseRecords = (text: string, file: string) => parseJsonLines(text, file, RecordSchema);
/** The list of days. */
export const parseDays = (text: string, file: string) => parseJsonLines(text, file, DaySummarySchema);
/** The list of redirects. */
export const parseRedirects = (text: string, file: string) => parseJsonLines(text, file, RedirectSchema);
/** The vocabulary of topics. */
export const parseTags = (text: string, file: string) => parseYamlList(text, file, TagSchema);
/** People under several names. */
export const parsePeople = (text: string, file: string) => parseYamlList(text, file, PersonSchema);
/** The overrides of organisations. */
export const parseOrganizations = (text: string, file: string) => parseYamlList(text, file, OrganizationSchema);

/** A digest: its front matter, and prose of the right length in plain Markdown. */
export function parseDigest(text: string, file: string): ParsedDocument<DigestData> {
  const parsed = parseDocument(text, file, DigestSchema, (body) =>
    [checkLength(body), listMarkupProblems(body)].flat().filter((problem) => problem !== undefined),
  );
  const end = parsed.value && checkEnd(parsed.value);
  return end === undefined ? parsed : { ...parsed, problems: [...parsed.problems, end] };
}

/** The end of a sentence, with what may stand behind its mark: quotation marks, brackets, emphasis, a link's address. */
const SENTENCE_END = /[.!?…。！？؟।][\p{Pe}\p{Pf}"'*_]*(?:\]\([^\s)]*\)[\p{Pe}\p{Pf}"'*_]*)?$/u;

/** Longest end that is looked at, in characters: an address may stand in it. */
const LONGEST_END = 1000;

/** A digest that was checked once, and is not now as it was then, must not have been cut off. */
function checkEnd({ file, data, body, bodyLine }: Document<DigestData>): Problem | undefined {
  const prose = body.trimEnd();
  if (data.checkedText === undefined || SENTENCE_END.test(prose.slice(-LONGEST_END))) return undefined;
  if (data.checkedText === fingerprintDigest(data, body)) return undefined;
  return {
    file,
    line: bodyLine + prose.split("\n").length - 1,
    field: "body",
    message: "the prose breaks off in mid-sentence, and is not the text that was checked",
    found: `"…${prose.slice(-40).replace(/\s+/g, " ")}"`,
    allowed: "an end as . ! or ? makes it, or the text that was checked",
    mend: "take the rest from the last commit, or end the sentence",
  };
}

function checkLength(body: string): ProseProblem | undefined {
  const { min, max } = BODY_WORDS;
  const words = countWords(body);
  if (words >= min && words <= max) return undefined;
  const message = words < min ? "the prose is too short" : "the prose is too long";
  return { line: 1, message, found: `${words} words`, allowed: `${min} to ${max} words` };
}

/** An edition: its front matter, and an introduction in MDX that holds only what it may. */
export function parseEdition(text: string, file: string): ParsedDocument<EditionData> {
  return parseDocument(text, file, EditionSchema, listIntroductionProblems);
}

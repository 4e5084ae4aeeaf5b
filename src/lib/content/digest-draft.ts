/** A new digest to fill in: every field of the schema with what it wants to hear, and nothing said yet. */
import { stringify } from "yaml";
import { BODY_WORDS, DigestSchema, LEAD_WORDS, ResultSchema } from "./digest.ts";
import type { PaperRecord } from "./record.ts";
import type { Tag } from "./tag.ts";

/**
 * The text of a digest file in which the writer's own fields are empty, so that `check` names each of them.
 * @param suggestions topics that are likely, most likely first
 * @param by who writes it
 */
export function draftDigest(
  record: Pick<PaperRecord, "title" | "links">,
  suggestions: Pick<Tag, "id" | "label">[],
  by: string,
): string {
  const { shape } = DigestSchema;
  const { authors, curator } = shape.limitations.shape;
  const { claim, ...rest } = ResultSchema.shape;
  const yaml = [
    comment(record.title),
    ...(record.links.abstract === undefined ? [] : [comment(record.links.abstract)]),
    comment('Write between the quotation marks; a quotation mark within them is \\", a backslash \\\\.'),
    "",
    ...field(shape.tldr, 'tldr: ""'),
    ...field(shape.why, '# why: ""'),
    ...field(shape.problem, '# problem: ""'),
    ...field(shape.approach, '# approach: ""'),
    ...field(shape.headline, "headline: none"),
    ...field(shape.results, "results:"),
    ...indent([
      ...field(claim, '- claim: ""'),
      ...indent([
        comment("What follows may be left out; take the # away before a name that you fill in."),
        ...Object.entries(rest).flatMap(([name, schema]) => field(schema, `# ${name}: ""`)),
      ]),
    ]),
    ...field(shape.limitations, "limitations:"),
    ...indent([
      ...field(authors, comment("When they state none, write: authors: []"), "authors:", '  - ""'),
      ...field(curator, comment("When you see none, write: curator: []"), "curator:", '  - ""'),
    ]),
    ...field(shape.audience, 'audience: ""'),
    ...field(shape.tags, ...listSuggestions(suggestions), "tags: []"),
    ...field(shape.writtenFrom, "writtenFrom: abstract"),
    ...field(shape.earlierText, "# earlierText: true"),
    ...field(shape.by, stringify({ by: toLine(by) }, { lineWidth: 0 }).trimEnd()),
    ...field(shape.checkedOn, "# checkedOn:"),
    ...field(shape.checkedText, "# checkedText:"),
    ...field(shape.checkedSource, "# checkedSource:"),
  ];
  return ["---", ...yaml, "---", "", BODY, ""].join("\n");
}

/** What belongs under the front matter. It is no Markdown, so that it cannot be left standing unnoticed. */
const BODY = `<!-- In place of this line: ${BODY_WORDS.min} to ${BODY_WORDS.max} words, what a colleague would tell you over coffee; whoever reads only the first paragraph, at most ${LEAD_WORDS} words, knows what it is about. -->`;

/** Lines of a field, under what its schema says of it. */
function field({ description = "" }: { description?: string | undefined }, ...lines: string[]): string[] {
  return [...wrapWords(description).map(comment), ...lines];
}

/** Likely topics, each with the name that readers see. */
function listSuggestions(suggestions: Pick<Tag, "id" | "label">[]): string[] {
  if (suggestions.length === 0) return [];
  return [
    comment("Likely, from the words of title and abstract:"),
    ...suggestions.map(({ id, label }) => comment(`  ${id}: ${label}`)),
  ];
}

function comment(text: string): string {
  return `# ${toLine(text)}`.trimEnd();
}

/** A text from elsewhere on one line, without what could end it. */
function toLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trimEnd();
}

function indent(lines: string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** Words in lines of a comment; one that is longer than a line has its own. */
function wrapWords(text: string): string[] {
  return text.match(/.{1,110}(?: |$)|\S+ ?/g) ?? [];
}

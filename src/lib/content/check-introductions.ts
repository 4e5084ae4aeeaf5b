/** Introductions of editions: each can be parsed, holds what it may, and links to papers that exist. */
import type { MdastNode } from "satteri";
import type { Problem } from "../errors.ts";
import { listMarkFaults } from "../mark-faults.ts";
import type { ProseProblem } from "../prose.ts";
import type { Document } from "./document.ts";
import type { EditionData } from "./edition.ts";
import { judgeIntroduction, judgePaperLinks, parseIntroduction } from "./introduction.ts";
import { blankComments, maskIntroduction } from "./masked-introduction.ts";
import type { Partly } from "./salvage.ts";

/** What is wrong with an introduction in itself: what keeps it from being MDX, and all that it may not hold. */
export function listIntroductionProblems(body: string): ProseProblem[] {
  const { text, toWritten } = maskIntroduction(body);
  const whole = tryParse(text);
  const faults = "root" in whole ? [] : [describeMdxError(whole.error, text)];
  const problems = [...faults, ...judgeParts(text, judgeIntroduction)].map(toWritten);
  return [...problems, ...listMarkFaults(blankComments(body))].sort((a, b) => a.line - b.line);
}

/** Links of an introduction to papers that have no record. */
export function checkIntroduction(edition: Document<Partly<EditionData>>, paperIds: ReadonlySet<string>): Problem[] {
  const { file, body, bodyLine } = edition;
  const { text, toWritten } = maskIntroduction(body);
  const problems = judgeParts(text, (root, source) => judgePaperLinks(root, source, paperIds)).map(toWritten);
  return problems.map(({ line, ...problem }) => ({ file, line: bodyLine + line - 1, field: "body", ...problem }));
}

function tryParse(text: string): { root: MdastNode } | { error: unknown } {
  try {
    return { root: parseIntroduction(text) };
  } catch (error) {
    return { error };
  }
}

/** Judges the whole; where it cannot be parsed, its paragraphs each by itself, so that one fault hides no other. */
function judgeParts(
  body: string,
  judge: (root: MdastNode, source: string, isWhole: boolean) => ProseProblem[],
): ProseProblem[] {
  const isWhole = "root" in tryParse(body);
  let above = 0;
  return (isWhole ? [body] : body.split(/(?<=\n)(?=[ \t]*\n)/)).flatMap((part) => {
    const parsed = tryParse(part);
    const first = above;
    above += part.split("\n").length - 1;
    const problems = "root" in parsed ? judge(parsed.root, part, isWhole) : [];
    return problems.map((problem) => ({ ...problem, line: first + problem.line }));
  });
}

/** What keeps an introduction from being MDX, with its parser's words for it. */
function describeMdxError(error: unknown, body: string): ProseProblem {
  const message = error instanceof Error ? error.message : String(error);
  const [, line = "1", reason = message] = /^(\d+):\d+: (.*)$/s.exec(message) ?? [];
  return {
    line: Number(line),
    message: "the introduction is not MDX that can be read",
    found: reason
      .replace(/^((?:(?! \(note: ).)*) \(note: .*\)$/, "$1")
      .replace(/(?<! \([a-z:\d-]+\))( \(([a-z:-]+|\d+:\d+)\))+$/, ""),
    mend: chooseCure(reason, body.split("\n")[Number(line) - 1] ?? ""),
  };
}

function chooseCure(reason: string, text: string): string {
  const [, element] = /closing tag(?:(?!closing tag)[^`])*`<\/?(\w+)/.exec(reason) ?? [];
  if (element !== undefined) return `give <${element}> an opening and a closing tag, or end it with />`;
  if (/<!/.test(text)) return "write a comment as {/* … */}";
  if (/<(https?:|mailto:|[^\s<>@]+@)/.test(text)) return "write a link as [words](https://…)";
  return "write < as &lt; and { as &#123; where they are meant as text";
}

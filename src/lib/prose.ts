/** Prose as the tree that its parser makes of it, judged by what is allowed: whatever no rule knows is refused. */
import type { MdastNode } from "satteri";
import type { Problem } from "./errors.ts";
import { isVisible } from "./latex/characters.ts";

/** A fault of prose, with its line in it, counted from 1. */
export type ProseProblem = Omit<Problem, "file" | "field"> & { line: number };

/** What is wrong with a node; its first line is told, unless it says what was found. */
export type ProseFault = Omit<ProseProblem, "line"> & {
  /** Words that it stands at, in a node of several lines. */
  at?: string;
};

/** What nodes of each kind have to fulfil; of kinds that have no rule there may be none. */
export type ProseRules = { [Kind in MdastNode["type"]]?: ProseRule<Extract<MdastNode, { type: Kind }>> };

/** What is wrong with a node that stands within others, outermost first. */
type ProseRule<Node> = (node: Node, around: readonly MdastNode[]) => ProseVerdict;

/** One fault, some, or none. */
type ProseVerdict = ProseFault | readonly (ProseFault | undefined)[] | undefined;

/** Words, their emphasis, lists, quotations and code: they can do no harm. */
export const PLAIN_PROSE: ProseRules = Object.fromEntries(
  ["root", "paragraph", "text", "emphasis", "strong", "break", "inlineCode", "code", "blockquote", "list", "listItem"]
    .concat("thematicBreak", "linkReference")
    .map((kind) => [kind, () => undefined]),
);

/** Whether readers may follow an address from prose: http, https or mailto, and whole, so that it holds in a feed too. */
export function isSafeLink(url: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(url);
}

/** A fault for an address that readers may not follow. @param allowed which they may */
export function refuseLink(url: string, allowed: string): ProseFault {
  return {
    at: url,
    message: "this link is not one that readers may follow",
    found: url,
    allowed,
    mend: "write the whole address with https://, or take the link out",
  };
}

const UNKNOWN: ProseFault = { message: "nothing of this kind may stand here", mend: "take it out" };

/** For a heading or a link of which readers see nothing. */
export const EMPTY: ProseFault = { message: "there are no words here", mend: "write some, or take it out" };

/** Levels of nodes within one another; compilers die of some hundred. */
const MOST_LEVELS = 64;

const TOO_DEEP: ProseFault = {
  message: "this stands too deep in quotations, lists or other things",
  found: `more than ${MOST_LEVELS} levels`,
  mend: "take some of what stands around it out",
};

/** A line that opens more levels than may be, by marks of quotations and lists (CommonMark 0.31.2, container blocks). */
const DEEP_LINE = new RegExp(`^(?:[ \\t]*(?:>|(?:[*+-]|\\d{1,9}[.)])[ \\t])){${MOST_LEVELS + 1}}`, "m");

/** Tells of the first such line, before the text is parsed: that takes as long as the square of the levels. */
export function findDeepLine(text: string): ProseProblem | undefined {
  const { index } = DEEP_LINE.exec(text) ?? {};
  return index === undefined ? undefined : { line: text.slice(0, index).split("\n").length, ...TOO_DEEP };
}

/** What is wrong with a node by the rule of its kind. */
export function applyRules(rules: ProseRules, node: MdastNode, around: readonly MdastNode[]): ProseVerdict {
  if (around.length > MOST_LEVELS) return TOO_DEEP;
  if (/^(heading|link)/.test(node.type) && !isVisible(readWords(node))) return EMPTY;
  const rule = rules[node.type] as ProseRule<MdastNode> | undefined;
  return rule === undefined ? UNKNOWN : rule(node, around);
}

/**
 * Everything that is wrong in a tree, in the order of the text.
 * @param root the tree, with positions
 * @param source the text it was parsed from
 * @param judgeNode what is wrong with one node, that stands within others
 */
export function judgeProse(root: MdastNode, source: string, judgeNode: ProseRule<MdastNode>): ProseProblem[] {
  const lines = source.split(/\r\n|\n|\r/);
  const problems: ProseProblem[] = [];
  const judge = (node: MdastNode, around: readonly MdastNode[]): void => {
    for (const { at, ...fault } of [judgeNode(node, around)].flat().filter((fault) => fault !== undefined)) {
      problems.push({ line: findLine(node, lines, at), found: quoteLine(node, lines), ...fault });
    }
    if ("children" in node && around.length <= MOST_LEVELS)
      for (const child of node.children) judge(child, [...around, node]);
  };
  judge(root, []);
  return problems.sort((a, b) => a.line - b.line);
}

/** The words of a node, with those that stand for an image. */
export function readWords(node: MdastNode): string {
  if ("children" in node) return node.children.map(readWords).join("");
  return "value" in node ? node.value : "alt" in node ? (node.alt ?? "") : "";
}

/** How a node is written, as far as its first line goes. */
function quoteLine({ position }: MdastNode, lines: readonly string[]): string {
  if (position === undefined) return "";
  const { start, end } = position;
  const isShort = end.line === start.line;
  return (lines[start.line - 1] ?? "").slice(start.column - 1, isShort ? end.column - 1 : undefined).trim();
}

/** The first line of a node that holds certain words, else its first. */
function findLine({ position }: MdastNode, lines: readonly string[], at: string | undefined): number {
  if (position === undefined) return 1;
  const { start, end } = position;
  const within = at === undefined ? -1 : lines.slice(start.line - 1, end.line).findIndex((line) => line.includes(at));
  return start.line + Math.max(0, within);
}

/** Regular expressions of the sources, and texts that are made to be hard for them. */
import { join } from "node:path";
import ts from "typescript";
import { PROJECT_FOLDER } from "#tools/folders.ts";
import type { CodeFile } from "./sources.ts";
import { extractScript } from "./syntax.ts";

/** An expression with the place where it is written, `file:line`. */
export interface Expression {
  /** Where it is written, `file:line`. */
  place: string;
  /** The expression. */
  pattern: RegExp;
}

/** A part of an expression: what one character may be, characters as they stand, parts one after the other, or one of several. */
type Part =
  | { atom: string }
  | { word: string }
  | { all: Part[] }
  | { any: Part[] }
  | { repeated: Part; least: number; most: number }
  | { ahead: Part };

/** Characters that stand for others of their kind. */
const KINDS = ["a", "A", "0", " ", "\n", "-", ".", "/", "é", "\u0301", "中", "\0"];
/** What stands behind a hard text, so that a match that has come far fails. */
const ENDS = ["", "\0", "\n!", "~~"];
/** So many repetitions of a part cost as much as any number of them, on texts of these lengths. */
const MANY = 500;
/** Lengths of the texts, in characters, shortest first; what takes this many milliseconds is looked at closely. */
const [LENGTHS, SUSPECT_MS] = [[24, 500, 4000, 16_000], 6];

/** Expressions written out in a file, and places where one is made of text. */
function listOfFile(file: CodeFile): { written: Expression[]; made: { place: string; argument: string }[] } {
  const source = ts.createSourceFile(file.path, extractScript(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const found: ReturnType<typeof listOfFile> = { written: [], made: [] };
  const visit = (node: ts.Node): void => {
    const place = `${file.path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.written.push({ place, pattern: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
    }
    const isMade = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (isMade && node.expression.getText() === "RegExp") {
      found.made.push({ place, argument: node.arguments?.[0]?.getText() ?? "" });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Expressions that modules make of text when they are loaded, by place. */
async function recordMade(paths: string[]): Promise<Map<string, RegExp[]>> {
  const made = new Map<string, RegExp[]>();
  const own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(own, {
    construct(target, args: [string, string]) {
      const pattern = new target(...args);
      const frames = new Error().stack?.split("\n").slice(2).join("\n") ?? "";
      const [, file = "", line = ""] = /(src\/[^\s:]+):(\d+):\d+\)?$/m.exec(frames) ?? [];
      made.set(`${file}:${line}`, [...(made.get(`${file}:${line}`) ?? []), pattern]);
      return pattern;
    },
  });
  try {
    for (const path of paths) await import(join(PROJECT_FOLDER, path));
  } finally {
    globalThis.RegExp = own;
  }
  return made;
}

/** Reads an expression into its parts. */
function parseExpression({ source, unicodeSets }: RegExp): Part {
  let at = 0;
  const readClass = (): string => {
    let depth = 0;
    const from = at;
    do {
      if (source[at] === "\\") at += 1;
      else if (source[at] === "[" && (depth === 0 || unicodeSets)) depth += 1;
      else if (source[at] === "]") depth -= 1;
      at += 1;
    } while (depth > 0);
    return source.slice(from, at);
  };
  const readEscape = (): string => {
    const form = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<[^>]*>|[\s\S])/y;
    form.lastIndex = at;
    const [token = ""] = form.exec(source) ?? [];
    at += token.length;
    return token;
  };
  const readOne = (): Part => {
    const sign = source[at];
    if (sign === "[") return { atom: readClass() };
    if (sign === "\\") return { atom: readEscape() };
    if (sign === "(") {
      const [opening = "("] = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(source.slice(at)) ?? [];
      at += opening.length;
      const inner = readAny();
      at += 1;
      return /[=!]$/.test(opening) ? { ahead: inner } : inner;
    }
    const atom = String.fromCodePoint(source.codePointAt(at) ?? 0);
    at += atom.length;
    return { atom };
  };
  const readAll = (): Part => {
    const all: Part[] = [];
    while (at < source.length && source[at] !== "|" && source[at] !== ")") {
      const part = readOne();
      const times = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y;
      times.lastIndex = at;
      const [token = ""] = times.exec(source) ?? [];
      at += token.length;
      const [least = 1, most] = (token.match(/\d+/g) ?? []).map(Number);
      const isOpen = /^[*+]|,\}/.test(token);
      all.push(
        token === ""
          ? part
          : { repeated: part, least: Math.max(1, least), most: isOpen ? Number.POSITIVE_INFINITY : (most ?? least) },
      );
    }
    return { all: joinLetters(all) };
  };
  const readAny = (): Part => {
    const any = [readAll()];
    while (source[at] === "|") {
      at += 1;
      any.push(readAll());
    }
    return any.length === 1 && any[0] !== undefined ? any[0] : { any };
  };
  return readAny();
}

/** Joins letters that follow each other: a match that is not at the first of them gets no further at the others. */
function joinLetters(parts: Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const letter = "atom" in part && /^[^[\\.^$]/.test(part.atom) ? part.atom : undefined;
    const last = joined.at(-1);
    if (letter === undefined) joined.push(part);
    else if (last !== undefined && "word" in last) last.word += letter;
    else joined.push({ word: letter });
  }
  return joined;
}

/** Whether a part can take in a text of any length. Without one, each beginning costs a constant time at most. */
function isLong(part: Part): boolean {
  if ("atom" in part || "word" in part) return false;
  if ("all" in part) return part.all.some(isLong);
  if ("any" in part) return part.any.some(isLong);
  return "ahead" in part ? isLong(part.ahead) : part.most > MANY || isLong(part.repeated);
}

/** Texts that are hard for an expression: a beginning that fits, then something that fits again and again. */
function* listHardTexts(pattern: RegExp): Generator<{ head: string; pump: string }> {
  const flags = pattern.flags.replace(/[gy]/g, "");
  const plain = pattern.source.replace(/\\u([\da-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const own = [...new Set(plain.replace(/\\[\s\S]/g, (token) => token.slice(1)))];
  const memory = new Map<string, string[]>();
  const sample = (atom: string): string[] => {
    const known = memory.get(atom);
    if (known !== undefined) return known;
    const one =
      atom === "^" || atom === "$" || /^\\(?:[bB1-9]|k<)/.test(atom) ? undefined : new RegExp(`^(?:${atom})$`, flags);
    const isLiteral = !/^[[.]|^\\[pPwWdDsS]/.test(atom);
    const fitting = [...new Set([...(isLiteral ? own : []), ...KINDS, ...own])].filter((sign) => one?.test(sign));
    memory.set(atom, fitting);
    return fitting;
  };
  /** One text that fits a part, different ones for different turns. */
  const write = (part: Part, turn: number): string => {
    if ("atom" in part) {
      const signs = sample(part.atom);
      return signs[turn % Math.max(1, signs.length)] ?? "";
    }
    if ("word" in part) return part.word;
    if ("all" in part) return part.all.map((inner) => write(inner, turn)).join("");
    if ("any" in part) return write(part.any[turn % part.any.length] ?? { all: [] }, turn);
    return "repeated" in part ? write(part.repeated, turn).repeat(part.least) : "";
  };
  // Only what can go on through the text makes a difference of what stands in front; else it is the same text again.
  function* visit(
    part: Part,
    start: string,
    before: string,
    isInside: boolean,
  ): Generator<{ head: string; pump: string }> {
    const head = (...parts: Part[]) => (isInside || parts.some(isLong) ? start + before : start);
    if ("atom" in part) for (const pump of sample(part.atom).slice(0, 12)) yield { head: head(), pump };
    if ("word" in part) for (const pump of [part.word[0] ?? "", part.word]) yield { head: head(), pump };
    if ("any" in part) for (const inner of part.any) yield* visit(inner, start, before, isInside);
    if ("repeated" in part) yield* visit(part.repeated, start, before, isInside || part.most > MANY);
    if ("ahead" in part) yield* visit(part.ahead, start, before, isInside);
    if (!("all" in part)) return;
    for (const [index, inner] of part.all.entries()) {
      const [earlier, pair] = [part.all.slice(0, index), part.all.slice(index, index + 2)];
      for (const turn of [0, 1]) {
        const written = write({ all: earlier }, turn);
        yield { head: head(...earlier), pump: written };
        yield { head: head(...pair), pump: write({ all: pair }, turn) };
        yield* visit(inner, start, before + written, isInside || earlier.some(isLong));
      }
    }
  }
  const whole = parseExpression(pattern);
  if (!isLong(whole)) return;
  for (const turn of [0, 1, 2]) yield { head: "", pump: write(whole, turn) };
  // Behind a letter, what is looked for at the beginning is not there.
  for (const start of ["", "a"]) yield* visit(whole, start, "", false);
}

function match(pattern: RegExp, text: string): void {
  pattern.lastIndex = 0;
  if (pattern.global) text.replace(pattern, "");
  else pattern.exec(text);
}

/** Milliseconds of this thread for looking through a text. */
function time(pattern: RegExp, text: string): number {
  const begun = process.threadCpuUsage();
  match(pattern, text);
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1000;
}

/** Whether looking through a text takes long by the clock, which is read sooner than the time of this thread. */
function isSlow(pattern: RegExp, text: string): boolean {
  const begun = performance.now();
  match(pattern, text);
  return performance.now() - begun >= SUSPECT_MS;
}

/** The hard text on which the time grows faster than the length; undefined when there is none. */
export function findFastGrowth({ pattern }: Expression): string | undefined {
  const seen = new Set<string>();
  for (const { head, pump } of listHardTexts(pattern)) {
    for (const end of pump === "" || seen.has(`${head} ${pump}`) ? [] : ENDS) {
      const make = (length: number) => head + pump.repeat(Math.ceil(length / pump.length)) + end;
      const lengths = LENGTHS.map((length) => (pump.length > 4 ? 4 * length : length));
      const suspect = lengths.find((length) => isSlow(pattern, make(length)));
      if (suspect === undefined) continue;
      const best = (length: number) => Math.min(...[1, 2, 3].map(() => time(pattern, make(length))));
      // Of four times the length a quadratic one takes sixteen times the time, always; a linear one four times, and
      // more only by chance, on a busy machine.
      const grows = () => best(suspect) > Math.max(SUSPECT_MS / 2, 8 * best(suspect / 4));
      if ([1, 2, 3, 4, 5].every(grows)) {
        return `${JSON.stringify(head)} + ${JSON.stringify(pump)} again and again + ${JSON.stringify(end)}`;
      }
    }
    seen.add(`${head} ${pump}`);
  }
  return undefined;
}

/** All expressions of files: those written out, and those that modules make of text. */
export async function listExpressions(files: CodeFile[]): Promise<Expression[]> {
  const lists = files.map((file) => listOfFile(file));
  const paths = files.filter((_, index) => (lists[index]?.made.length ?? 0) > 0).map(({ path }) => path);
  const recorded = await recordMade(paths);
  const made = lists.flatMap((list) =>
    list.made.flatMap(({ place, argument }) =>
      (recorded.get(place) ?? readTemplate(argument)).map((pattern) => ({ place, pattern })),
    ),
  );
  return [...lists.flatMap(({ written }) => written), ...made];
}

/** An expression that is made when a function is called: what the function puts in is one word here. */
function readTemplate(argument: string): RegExp[] {
  // One that is made of another is as that is.
  if (/^\w+$/.test(argument)) return [];
  const source = argument.replace(/^`|`$/g, "").replace(/\$\{[^}]*\}|^RegExp\.escape\(\w+\)$/g, "word");
  return [new RegExp(source.replaceAll("\\\\", "\\"), "gu")];
}

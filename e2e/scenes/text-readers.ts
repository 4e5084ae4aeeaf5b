/** All that reads a text of somebody else, by name. */
import assert from "node:assert/strict";
import { toBibtex } from "#lib/citations/bibtex.ts";
import { escapeLatex, escapeTitle } from "#lib/citations/latex.ts";
import { MOST_CHARACTERS } from "#lib/content/bounds.ts";
import type { DigestData } from "#lib/content/digest.ts";
import { checkDigest } from "#lib/content/digest-check.ts";
import { makeNumberSource } from "#lib/content/grounding.ts";
import { findNearest } from "#lib/content/nearest.ts";
import { findNumbers } from "#lib/content/numbers.ts";
import { findSharedRuns, makeSourceWords } from "#lib/content/overlap.ts";
import { parseDays, parseDigest, parseEdition, parseRecords, parseTags } from "#lib/content/parse.ts";
import { RecordSchema } from "#lib/content/record.ts";
import { cleanName, cleanText, cleanTitle } from "#lib/latex/clean.ts";
import { renderText, showText, toPlainText } from "#lib/latex/render.ts";
import { renderMarkdown } from "#lib/markdown.ts";
import { slugifyAuthor, splitName } from "#lib/papers/author.ts";
import { findDoi, linkDoi } from "#lib/papers/doi.ts";
import { splitUnit } from "#lib/papers/figure.ts";
import { findPaperId } from "#lib/papers/find-id.ts";
import { findFinding } from "#lib/papers/finding.ts";
import { parsePaperId, toSegment } from "#lib/papers/id.ts";
import { visitWords } from "#lib/papers/words.ts";
import { createExplainer } from "#lib/related/explain.ts";
import { findAcronyms } from "#lib/search/acronyms.ts";
import type { FoundPaper, Hit } from "#lib/search/engine.ts";
import { makeExcerpt } from "#lib/search/excerpt.ts";
import { markText } from "#lib/search/marks.ts";
import { parseQuestion } from "#lib/search/question.ts";
import { findMeant } from "#lib/search/spelling.ts";
import { parseQuestionWords } from "#lib/search/words.ts";
import { harvestArxiv } from "../../src/importers/arxiv/harvest.ts";
import { harvestBibtex } from "../../src/importers/bibtex/harvest.ts";
import { harvestHuggingFace } from "../../src/importers/hugging-face/harvest.ts";
import { PythonLiteralError, parsePythonLiteral } from "../../src/importers/hugging-face/python-literal.ts";
import { harvestJsonl } from "../../src/importers/jsonl/harvest.ts";
import { harvestListing } from "../../src/importers/listing/harvest.ts";
import { judgeFeed, judgeJson } from "../../src/importers/response-form.ts";
import { makeTermTable } from "./term-table.ts";

const AT = { retrieved: "2026-03-09" };
const RECORD = RecordSchema.parse({ id: "2510.18821", title: "A" });
const FRONT = "tldr: a\nproblem: a";

/**
 * What reads text, by name; each is called with a text and gives whatever it gives. Of introductions, whose parser is
 * quadratic in quotation marks and braces, only a bound on these holds the time.
 */
export const READERS: { [name: string]: (text: string) => unknown } = {
  cleanText,
  cleanTitle,
  cleanName,
  renderText,
  showText,
  toPlainText,

  escapeLatex,
  escapeTitle,
  splitName,
  slugifyAuthor,
  splitUnit,
  findPaperId,
  parsePaperId,
  toSegment,
  findFinding,
  findDoi,
  linkDoi,
  findNumbers,
  makeNumberSource,
  "checkDigest of itself": (text) =>
    checkDigest(
      { file: "x.md", data: {} as DigestData, body: text, bodyLine: 1, locateLine: () => 1 },
      { record: RECORD, title: "a", abstract: text.slice(1) },
    ),
  findAcronyms,
  judgeFeed,
  judgeJson,
  parsePythonLiteral: (text) => assert.ok(tryRead(() => parsePythonLiteral(text))),
  "findSharedRuns in itself": (text) => findSharedRuns(text, makeSourceWords(text)),
  findNearest: (text) => findNearest(text, ["planning", text.slice(1)]),
  findMeant: (text) => findMeant(text, ["planning", text.slice(1)]),
  visitWords: (text) => visitWords(text, () => undefined),
  markText: (text) => markText(text, new Set(["a", "one"])),
  parseQuestionWords: (text) => parseQuestionWords(text),
  parseQuestion: (text) => parseQuestion(new URLSearchParams({ q: text, topic: text, from: text }), new Set(["a"])),
  toBibtex: (text) => toBibtex({ ...RECORD, title: text, authors: [text], venue: text, journalRef: text }),
  parseRecords: (text) => parseRecords(text, "x.jsonl"),
  parseDays: (text) => parseDays(text, "x.jsonl"),
  parseTags: (text) => parseTags(text, "x.yaml"),
  "parseDigest, fields": (text) => parseDigest(`---\n${FRONT}\n${text}\n---\nA.\n`, "x.md"),
  "parseEdition, introduction": (text) => parseEdition(`---\ntitle: A\n---\n${text}\n`, "x.mdx"),
  renderMarkdown: (text) => renderMarkdown(text.slice(0, MOST_CHARACTERS.body)),
  "makeExcerpt of its words": (text) => makeExcerptOf(text, text.split(" ")),
  "makeExcerpt in sentences": (text) => makeExcerptOf(text.replaceAll(" ", ". A "), ["one", "a"]),
  "createExplainer, title and text": (text) => explainWith(text),
  "parseDigest, prose": (text) => parseDigest(`---\n${FRONT}\n---\n${text}\n`, "x.md"),
  harvestArxiv: (text) => harvestArxiv({ file: "x.xml", text, ...AT }),
  "harvestArxiv in a feed": (text) =>
    harvestArxiv({
      file: "x.xml",
      text: `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>${text}</title></entry></feed>`,
      ...AT,
    }),
  harvestBibtex: (text) => harvestBibtex({ file: "x.bib", text, ...AT }),
  "harvestBibtex, title": (text) => harvestBibtex({ file: "x.bib", text: `@article{a,title={${text}}}`, ...AT }),
  "harvestBibtex, author": (text) =>
    harvestBibtex({ file: "x.bib", text: `@article{a,title={a},author={${text}}}`, ...AT }),
  "harvestBibtex, abstract": (text) =>
    harvestBibtex({ file: "x.bib", text: `@article{a,title={a},abstract={${text}}}`, ...AT }),
  "harvestBibtex, keywords": (text) =>
    harvestBibtex({ file: "x.bib", text: `@article{a,title={a},keywords={${text}}}`, ...AT }),
  "harvestBibtex, quoted": (text) => harvestBibtex({ file: "x.bib", text: `@article{a,title="${text}"}`, ...AT }),
  "harvestBibtex, fields": (text) => harvestBibtex({ file: "x.bib", text: `@article{a,title={a},${text}}`, ...AT }),
  harvestHuggingFace: (text) => harvestHuggingFace({ file: "2026-03-09.json", text, ...AT }),
  harvestJsonl: (text) => harvestJsonl({ file: "x.jsonl", text, ...AT }),
  harvestListing: (text) => harvestListing({ file: "x.txt", text, ...AT }, "2026-03-09"),
};

/** The excerpt from a text that has the words wherever it can. */
function makeExcerptOf(content: string, asked: string[]): unknown {
  const { words } = parseQuestionWords(asked.slice(0, 20).join(" "));
  const positions = Array.from(content.split(" "), (_, position) => position);
  const hit: Hit = { key: "a", score: 1, positions, load: () => Promise.reject(new Error("not needed here")) };
  const entry = { title: "Untitled" } as FoundPaper["entry"];
  return makeExcerpt(hit, words, { content, aside: "", authors: [], near: [], entry }, new Set(["a"]));
}

/** What a paper shares with itself, in a model that finds every word rare. */
function explainWith(text: string): unknown {
  const table = makeTermTable([text, text].map((text) => ({ title: text.slice(0, 1000), text })));
  const [first, second] = table.rows;
  const none = { papers: 2, width: 0, offsets: new Int32Array(), directions: new Float32Array() };
  const model = { ...none, weights: new Float64Array(), unseen: 1, frequency: new Int32Array() };
  return first && second && createExplainer(model, table)(first, second);
}

/** Reads what may be refused by an error of its own; any other is one. */
function tryRead(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    return error instanceof PythonLiteralError;
  }
}

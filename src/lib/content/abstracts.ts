/**
 * A file of abstracts to check digests against: a JSON array, or JSON Lines, of objects with the paper's id,
 * title and abstract. Other fields are passed over, so that exports of many kinds will do.
 */
import { z } from "zod";
import type { Problem } from "../errors.ts";
import { findPaperId } from "../papers/find-id.ts";
import { parsePaperId } from "../papers/id.ts";
import { checkValue } from "./issues.ts";
import { describeJsonFault } from "./json-fault.ts";
import { parseJsonLines } from "./json-lines.ts";

const text = z.string({ error: "text" }).nullish();
const EntrySchema = z.looseObject({ arxivId: text, id: text, title: text, abstract: text });

/** Title and abstract of a paper as its source has them. */
export interface Abstract {
  /** The title; empty when the file has none. */
  title: string;
  /** The abstract. */
  abstract: string;
}

/** The abstracts of a file by paper id. Entries without an id or an abstract are passed over. */
export function parseAbstracts(
  source: string,
  file: string,
): { abstracts: Map<string, Abstract>; problems: Problem[] } {
  const { entries, problems } = source.trimStart().startsWith("[")
    ? parseArray(source, file)
    : parseLines(source, file);
  const abstracts = new Map<string, Abstract>();
  for (const { arxivId, id, title, abstract } of entries) {
    const written = (arxivId ?? id ?? "").trim();
    const paper = findPaperId(written);
    // A record may have an id of an older form, as it is written here.
    const forms = [paper, parsePaperId(written)].filter((form) => form !== undefined);
    for (const form of abstract ? forms : []) abstracts.set(form, { title: title ?? "", abstract: abstract ?? "" });
  }
  if (abstracts.size === 0 && problems.length === 0) {
    problems.push({
      file,
      message: "this file holds no abstract",
      allowed: 'a JSON array or JSON Lines of objects with "arxivId" or "id", "title" and "abstract"',
    });
  }
  return { abstracts, problems };
}

type Entries = { entries: z.output<typeof EntrySchema>[]; problems: Problem[] };

function parseLines(source: string, file: string): Entries {
  const { value, problems } = parseJsonLines(source, file, EntrySchema);
  return { entries: value.lines.map(({ data }) => data), problems };
}

function parseArray(source: string, file: string): Entries {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    const { reason, position } = describeJsonFault(error, source);
    const place = position === undefined ? { file } : { file, line: source.slice(0, position).split("\n").length };
    const problem = { ...place, message: "this is not JSON that can be read", found: reason };
    return { entries: [], problems: [problem] };
  }
  const { data: entries = [], problems } = checkValue(z.array(EntrySchema), value, file, () => undefined);
  return { entries, problems };
}

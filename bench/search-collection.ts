/**
 * A judged collection for measuring search: papers, questions, and which papers answer which question how well. Three
 * files, in the form that BEIR's collections have (https://github.com/beir-cellar/beir).
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "#lib/failure.ts";
import { nameFolder } from "#tools/folders.ts";

/** A paper of a collection. */
export interface CollectionPaper {
  /** Its id, unique in the collection. */
  id: string;
  /** Its title; may be empty. */
  title: string;
  /** Its abstract; may be empty. */
  abstract: string;
}

/** A question that was judged. */
export interface CollectionQuery {
  /** Its id, unique in the collection. */
  id: string;
  /** What was asked. */
  text: string;
}

/** A judged collection. */
export interface Collection {
  /** `corpus.jsonl`, in its order. */
  papers: CollectionPaper[];
  /** `queries.jsonl`, in its order; only those for which some paper has a grade above 0. */
  queries: CollectionQuery[];
  /** `qrels.tsv`: by query, the papers with their grades; grades of 0 and less are left out. */
  grades: Map<string, Map<string, number>>;
}

/**
 * Reads a collection.
 * @throws {Failure} with everything that is wrong in it.
 */
export function readCollection(folder: string): Collection {
  const faults: string[] = [];
  const read = (name: string): [string, number][] => {
    const path = join(folder, name);
    if (!existsSync(path)) {
      faults.push(`${nameFolder(path)}  is not there`);
      return [];
    }
    const lines = readFileSync(path, "utf8").split(/\r?\n/);
    return lines.map((line, index): [string, number] => [line, index + 1]).filter(([line]) => line.trim() !== "");
  };
  const readObjects = (name: string, fields: string[]): Record<string, string>[] =>
    read(name).flatMap(([line, number]) => {
      const object = parseObject(line);
      const missing = fields.filter((field) => typeof object?.[field] !== "string");
      if (object !== undefined && missing.length === 0) return [object as Record<string, string>];
      const reason = object === undefined ? "is no JSON object" : `lacks ${missing.join(", ")} (text)`;
      faults.push(`${nameFolder(join(folder, name))}:${number}  ${reason}`);
      return [];
    });
  const papers = readObjects("corpus.jsonl", ["id", "title", "abstract"]);
  const queries = readObjects("queries.jsonl", ["id", "text"]);
  const grades = new Map<string, Map<string, number>>();
  for (const [line, number] of read("qrels.tsv")) {
    const [query, paper, grade] = line.split("\t");
    const value = Number(grade);
    if (query !== undefined && paper !== undefined && grade !== undefined && Number.isFinite(value)) {
      if (value > 0) grades.set(query, (grades.get(query) ?? new Map()).set(paper, value));
    } else if (number > 1) {
      faults.push(
        `${nameFolder(join(folder, "qrels.tsv"))}:${number}  is not query, document and grade, apart by tabs`,
      );
    }
  }
  if (faults.length > 0) throw new Failure(describeFaults(faults));
  return {
    papers: papers.map(({ id = "", title = "", abstract = "" }) => ({ id, title, abstract })),
    queries: queries.map(({ id = "", text = "" }) => ({ id, text })).filter(({ id }) => grades.has(id)),
    grades,
  };
}

/** Faults that are named before the others are only counted. */
const NAMED_FAULTS = 10;

function describeFaults(faults: string[]): string {
  const rest = faults.length - NAMED_FAULTS;
  const more = rest > 0 ? [`and ${rest} more`] : [];
  return ["The collection cannot be used:", ...faults.slice(0, NAMED_FAULTS), ...more].join("\n");
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

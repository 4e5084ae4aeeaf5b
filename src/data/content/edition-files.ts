/** Editions that people wrote, read from their files; with a store, only those that have changed. */
import { join } from "node:path";
import { listContentFiles, nameContentFile } from "#lib/content/content-files.ts";
import { fingerprintData } from "#lib/content/data-fingerprint.ts";
import { type Document, sketchDocument } from "#lib/content/document.ts";
import type { EditionData } from "#lib/content/edition.ts";
import { stampFile } from "#lib/content/file-stamp.ts";
import { maskIntroduction } from "#lib/content/masked-introduction.ts";
import { parseEdition } from "#lib/content/parse.ts";
import { parseSource } from "#lib/content/source-text.ts";
import type { Day } from "#lib/dates.ts";
import type { ProseMark } from "#lib/prose-marks.ts";
import { readStored, writeStored } from "./stored-file.ts";

/** An edition in the store. */
interface KeptEdition {
  /** Stamp of its file. */
  stamp: string;
  /** Its front matter. */
  data: EditionData;
  /** Fingerprint of its introduction; absent when it has none. */
  introduction?: string;
  /** Formulas and links of its introduction, in order; absent when it has none. */
  marks?: ProseMark[];
}

/** All editions. */
export interface EditionsRead {
  /** Those whose front matter is sound, in order of file name; of kept ones without their introductions. */
  documents: Document<EditionData>[];
  /** By day, fingerprints of introductions. */
  introductions: Map<Day, string>;
  /** By day, formulas and links of introductions that have any. */
  marks: Map<Day, readonly ProseMark[]>;
  /** Whether anything in them is wrong. */
  hasProblems: boolean;
  /** Keeps them for later builds. */
  keep(storeFolder: string): void;
}

/** @param storeFolder where earlier builds kept them; undefined when all are to be read */
export function readEditions(folder: string, storeFolder: string | undefined): EditionsRead {
  const before =
    storeFolder === undefined ? undefined : readStored<Record<string, KeptEdition>>(nameStore(storeFolder));
  const documents: Document<EditionData>[] = [];
  const kept: Record<string, KeptEdition> = {};
  let hasProblems = false;
  for (const path of listContentFiles(folder, "editions")) {
    const stamp = stampFile(path);
    const known = before?.[path];
    if (known?.stamp === stamp) {
      // Of its prose only links are looked at.
      const body = listLinks(known.marks).join("\n");
      documents.push({ ...sketchDocument(nameContentFile(path), known.data), body });
      kept[path] = known;
      continue;
    }
    const { value, problems } = parseSource(path, parseEdition).outcome;
    hasProblems ||= problems.length > 0;
    if (value === undefined) continue;
    documents.push(value);
    const hasIntroduction = value.body.trim() !== "";
    const marks = maskIntroduction(value.body).marks.map(({ index: _, ...mark }): ProseMark => mark);
    kept[path] = {
      stamp,
      data: value.data,
      ...(hasIntroduction ? { introduction: fingerprintData([value.body]) } : {}),
      ...(marks.length > 0 ? { marks } : {}),
    };
  }
  const introductions = Object.values(kept).flatMap(({ data, introduction }): [Day, string][] =>
    introduction === undefined ? [] : [[data.date, introduction]],
  );
  return {
    documents,
    introductions: new Map(introductions),
    marks: new Map(Object.values(kept).flatMap(({ data, marks }) => (marks ? [[data.date, marks] as const] : []))),
    hasProblems,
    keep: (target) => writeStored(nameStore(target), kept),
  };
}

/** Links among marks, as they stand in prose. */
function listLinks(marks: readonly ProseMark[] = []): string[] {
  return marks.flatMap(({ link, written }) => (link === undefined ? [] : written));
}

function nameStore(storeFolder: string): string {
  return join(storeFolder, "editions.json");
}

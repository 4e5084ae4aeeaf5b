/**
 * Puts a bundle together from pages that were indexed before, wherever they stand now. What Pagefind found on a page does
 * not depend on other pages, so a bundle joined from others holds what one indexed as a whole does, byte for byte.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { linkOrCopy } from "../lib/records/write-file.ts";
import { type BundleMeta, META_FILE, nameFragment } from "../lib/search/bundle-meta.ts";
import { INDEX_META } from "../lib/search/index-format.ts";
import type { Fragment } from "../lib/search/searcher.ts";
import { writeChunks } from "./chunks.ts";
import { makeKeyFiles, type PaperKeys } from "./orders.ts";
import { PackedWriter } from "./packed.ts";
import { compareWords, type IndexedWord, joinWord } from "./postings.ts";
import type { JoinPart } from "./source.ts";

/** What is kept of a paper's neighbours. */
export interface KeptNear {
  /** As `encodeNeighbourKeys` writes it. */
  text: string;
  /** A key by which a bundle of the last build is known to have the same. */
  key: string;
}

/**
 * Writes the files of a bundle.
 * @param folder Folder of the bundle; it has none of them yet.
 * @param near What is kept of each paper's neighbours, in the order of the papers' numbers.
 */
export async function joinIndexes(
  folder: string,
  sources: readonly JoinPart[],
  near: readonly KeptNear[],
): Promise<void> {
  const files = new PackedWriter();
  try {
    await writeIndex(folder, sources, near, files);
  } finally {
    // Also when something goes wrong: nothing may be written any more when the folder is removed.
    await files.finish();
  }
}

async function writeIndex(
  folder: string,
  sources: readonly JoinPart[],
  near: readonly KeptNear[],
  files: PackedWriter,
): Promise<void> {
  // Also those that no paper has now: which there are must not depend on papers that are gone.
  const fields = [...new Set([...Object.values(INDEX_META), ...sources.flatMap(({ source }) => source.fields)])].sort();
  const parts = sources.map((part) => ({ ...part, ...placeFields(part, fields) }));
  const counts: number[] = [];
  const keys: PaperKeys[] = [];
  for (const { source, numbers } of parts) {
    for (const [place, number] of numbers.entries()) {
      const [count, own] = [source.counts[place], source.keys[place]];
      if (number < 0 || count === undefined || own === undefined) continue;
      counts[number] = count;
      keys[number] = own;
    }
  }
  const meta: BundleMeta = {
    version: parts[0]?.source.version ?? "",
    words: counts,
    chunks: await writeChunks(folder, joinWords(parts), files),
    fields,
  };
  await files.write(join(folder, META_FILE), Buffer.from(JSON.stringify(meta)));
  for (const { name, content } of makeKeyFiles(keys)) writeFileSync(join(folder, name), content);
  await writeFragments(folder, parts, near, files);
}

/** Where the meta fields of a part stand among all. */
function placeFields({ source }: JoinPart, fields: readonly string[]): Pick<JoinPart, "fields"> {
  if (source.fields.join() === fields.join()) return {};
  return { fields: source.fields.map((name) => fields.indexOf(name)) };
}

/** The words of all parts in their order, each with all pages that have it. */
function* joinWords(parts: readonly JoinPart[]): Generator<IndexedWord> {
  const heads = parts.map((renumbering) => ({ renumbering, words: renumbering.source.listWords()[Symbol.iterator]() }));
  let open = heads.flatMap((head) => advance(head));
  while (open.length > 0) {
    const words = open.map(({ indexed: [word] }) => word);
    const next = words.reduce((a, b) => (compareWords(b, a) < 0 ? b : a));
    const own = open.filter(({ indexed: [word] }) => word === next);
    const joined = joinWord(own);
    if (joined !== undefined) yield joined;
    open = open.flatMap((head) => (own.includes(head) ? advance(head) : [head]));
  }
}

/** Where the words of a part have been read to. */
interface Head {
  renumbering: JoinPart;
  words: Iterator<IndexedWord>;
}

function advance({ renumbering, words }: Head): (Head & { indexed: IndexedWord })[] {
  const { value, done } = words.next();
  return done === true ? [] : [{ renumbering, words, indexed: value }];
}

/** Writes what is kept of papers; where it is as it was, the file of the last build stands here too. */
async function writeFragments(
  folder: string,
  parts: readonly JoinPart[],
  near: readonly KeptNear[],
  files: PackedWriter,
): Promise<void> {
  mkdirSync(dirname(join(folder, nameFragment(0))));
  for (const { source, numbers } of parts) {
    for (const [place, number] of numbers.entries()) {
      if (number < 0) continue;
      const path = join(folder, nameFragment(number));
      const own = near[number];
      const { kept } = source;
      if (kept !== undefined && kept.data.near[place] === own?.key) {
        linkOrCopy(join(kept.folder, nameFragment(place)), path);
      } else {
        const fragment: Fragment = { ...source.textOf(place), near: own?.text ?? "" };
        await files.write(path, Buffer.from(JSON.stringify(fragment)));
      }
    }
  }
}

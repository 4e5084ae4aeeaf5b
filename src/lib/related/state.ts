/**
 * What a build leaves for the next one, so that only papers that are new are read and compared: for all papers in their
 * order the fingerprint of the input, the terms and the list, in chunks; and the directions that were found last.
 *
 *     const state = decodeRelated((name) => readIfThere(name));
 *     const related = relatePapers(papers, { previous: state });
 *     for (const { name, bytes, isStored } of encodeRelated(related.state)) if (!isStored) write(name, bytes);
 *
 * Each chunk names the fingerprint of the one before and of its own bytes: chunks that are damaged, that are missing or
 * that another build wrote end what is known, and the rest is made anew.
 */
import type { Fingerprint } from "../content/data-fingerprint.ts";
import { type Chunk, showChunk } from "./chunk.ts";
import type { Directions } from "./model.ts";
import { openSections, packNames, packSections, type Sections } from "./sections.ts";

const DIRECTIONS = "directions";

/** The directions that were found last. */
export interface FiledDirections {
  /** What is stored. */
  sections: Sections;
  /** Fingerprint of the inputs of the papers they were found from. */
  inputs: Fingerprint;
  /** The directions. */
  directions: Directions;
}

/** What is known of papers; to be handed on, not to be looked into. */
export interface RelatedState {
  /** Fingerprint of the settings with which the lists were made. */
  settings: Fingerprint;
  /** Papers in their order. */
  chunks: readonly Chunk[];
  /** Directions; undefined where all papers belong to the first stretch. */
  directions?: FiledDirections | undefined;
  /** What of these was read from files as it is. */
  stored: ReadonlySet<Sections>;
}

/** A file of the state. */
export interface RelatedFile {
  /** Name: letters, digits and hyphens. */
  name: string;
  /** Content. */
  bytes: Uint8Array;
  /** Whether the file that was read under this name has this content already. */
  isStored: boolean;
}

/** The state as files; files of earlier builds that are not among them are of no use any more. */
export function encodeRelated({ chunks, directions, stored }: RelatedState): RelatedFile[] {
  const toFile = (name: string, sections: Sections): RelatedFile => ({
    name,
    bytes: sections.bytes,
    isStored: stored.has(sections),
  });
  const files = chunks.map(({ sections }, index) => toFile(nameChunk(index), sections));
  return directions === undefined ? files : [...files, toFile(DIRECTIONS, directions.sections)];
}

/**
 * Reads the state from files, as far as they are there and whole; undefined when nothing is.
 * @param read the content of a file, undefined when there is none; it must not change afterwards, for it is used where it lies
 */
export function decodeRelated(read: (name: string) => Uint8Array | undefined): RelatedState | undefined {
  const chunks: Chunk[] = [];
  const stored = new Set<Sections>();
  let previous: Sections | undefined;
  for (;;) {
    const sections = openFile(read(nameChunk(chunks.length)));
    if (sections === undefined) break;
    if (previous !== undefined && sections.previous !== previous.own) break;
    const chunk = showChunk(sections);
    chunks.push(chunk);
    stored.add(sections);
    previous = sections;
  }
  const settings = chunks[0]?.sections.previous;
  if (settings === undefined) return undefined;
  const directions = openFile(read(DIRECTIONS));
  if (directions?.previous !== settings) {
    return { settings, chunks, stored };
  }
  stored.add(directions);
  return { settings, chunks, stored, directions: showDirections(directions) };
}

/** Makes directions that can be stored. */
export function packDirections(
  inputs: Fingerprint,
  { width, offsets, directions }: Directions,
  settings: Fingerprint,
): FiledDirections {
  return showDirections(packSections([Int32Array.of(width), offsets, directions, packNames([inputs])], settings));
}

function showDirections(sections: Sections): FiledDirections {
  const { buffer, byteOffset, length } = sections.numbers(2);
  const directions = new Float32Array(buffer, byteOffset, length);
  const [width = 0] = sections.numbers(0);
  const [inputs = ""] = sections.names(3);
  return { sections, inputs, directions: { width, offsets: sections.numbers(1), directions } };
}

function openFile(bytes: Uint8Array | undefined): Sections | undefined {
  return bytes === undefined ? undefined : openSections(bytes);
}

function nameChunk(index: number): string {
  return `chunk-${String(index).padStart(5, "0")}`;
}

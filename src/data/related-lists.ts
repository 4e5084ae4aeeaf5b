/** Related papers of the whole library, made from what an earlier build has kept and what is new. */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Fingerprint } from "#lib/content/data-fingerprint.ts";
import type { Paper } from "#lib/papers/paper.ts";
import { findDate } from "#lib/papers/paper-date.ts";
import { type Related, type RelatedPapers, relatePapers } from "#lib/papers/related.ts";
import type { RelatedInput } from "#lib/related/inputs.ts";
import { decodeRelated, encodeRelated, type RelatedState } from "#lib/related/state.ts";
import { site } from "#site";
import { replaceFile } from "./content/stored-file.ts";
import { joinedOn, type Library } from "./library.ts";

/** For each paper the twenty most like it that were there before it; the first, which its page shows, with the reason. */
export interface RelatedLists {
  /** A paper's list, the most alike first. */
  listOf(id: string): Related[];
  /** The first of a list, those that its page shows, without the reason. */
  listNearest(id: string): Pick<Related, "id" | "score">[];
  /** Changes when a paper's list does. */
  fingerprintOf(id: string): Fingerprint;
  /** Changes when the first of a paper's list or their reasons do: what its page shows. */
  fingerprintShown(id: string): Fingerprint;
}

/**
 * Relates all papers.
 * @param storeFolder where earlier builds have kept what they found; undefined when nothing is kept
 */
export function makeRelatedLists(library: Library, storeFolder?: string): RelatedLists {
  const previous = storeFolder === undefined ? undefined : readState(storeFolder);
  const related = relatePapers(
    library.papers.map((paper) => new PaperInput(paper, joinedOn(library, paper))),
    { reasonCount: site.relatedCount, previous },
  );
  if (storeFolder !== undefined) keepState(storeFolder, related);
  return {
    listOf: related.listOf,
    listNearest: (id) => related.listNearest(id, site.relatedCount),
    fingerprintOf: related.fingerprintOf,
    fingerprintShown: related.fingerprintReasons,
  };
}

/** What likeness is measured on: the text readers see, or the abstract where there is no digest. Read only when it is asked for. */
class PaperInput implements RelatedInput {
  readonly id: string;
  readonly order: string;
  readonly fingerprint: string;
  readonly published?: string;
  /** A withdrawn paper keeps its page but is recommended to nobody. */
  readonly isHidden: boolean;
  readonly #paper: Paper;
  #topics: string[] | undefined;

  constructor(paper: Paper, joined: string) {
    const { id, withdrawn } = paper.facts;
    const published = findDate(paper.facts);
    this.id = id;
    this.order = joined;
    this.fingerprint = paper.version;
    if (published !== undefined) this.published = published;
    this.isHidden = withdrawn !== undefined;
    this.#paper = paper;
  }

  get title(): string {
    return this.#paper.facts.title;
  }

  get text(): string {
    const { digest, record } = this.#paper;
    const { tldr, problem, approach, body } = digest ?? {};
    return [tldr, problem, approach, body, record.abstract].filter((part) => part !== undefined).join("\n");
  }

  /** Made once: it is asked for again for each paper that relates to this one. */
  get topics(): string[] {
    this.#topics ??= this.#paper.topics.map(({ id }) => id);
    return this.#topics;
  }
}

function readState(folder: string): RelatedState | undefined {
  return decodeRelated((name) => {
    try {
      return readFileSync(join(folder, name));
    } catch {
      return undefined;
    }
  });
}

/** Writes what has changed, and removes what is of no use any more. */
function keepState(folder: string, { state }: RelatedPapers): void {
  const files = encodeRelated(state);
  for (const { name, bytes, isStored } of files) if (!isStored) replaceFile(join(folder, name), bytes);
  const names = new Set(files.map(({ name }) => name));
  for (const name of readdirSync(folder)) {
    if (!names.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

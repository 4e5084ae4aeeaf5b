/** Related papers of the whole library. */
import type { Paper } from "#lib/papers/paper.ts";
import { RELATED_COUNT, type Related, type RelatedInput, relatePapers } from "#lib/papers/related.ts";
import { site } from "#site";
import { joinedOn, type Library } from "./library.ts";

/** For each paper the twenty most like it that were there before it; the first, which its page shows, with the reason. */
export interface RelatedLists {
  /** A paper's list, the most alike first. */
  listOf(id: string): Related[];
  /** The ids of the first of a list. */
  listIds(id: string, count: number): string[];
  /** Changes when a paper's list does. */
  fingerprintOf(id: string): string;
}

/** Relates all papers. */
export function makeRelatedLists(library: Library): RelatedLists {
  const lists = relatePapers(
    library.papers.map((paper) => toRelatedInput(paper, joinedOn(library, paper))),
    RELATED_COUNT,
    { reasonCount: site.relatedCount },
  );
  const listOf = (id: string): Related[] => lists.get(id) ?? [];
  return {
    listOf,
    listIds: (id, count) =>
      listOf(id)
        .slice(0, count)
        .map((related) => related.id),
    fingerprintOf: (id) => JSON.stringify(listOf(id)),
  };
}

/** What likeness is measured on: the text readers see, or the abstract where there is no digest. */
function toRelatedInput({ record, digest, topics, entry }: Paper, joined: string): RelatedInput {
  const prose = digest === undefined ? [] : [digest.tldr, digest.problem, digest.approach, digest.body];
  return {
    id: record.id,
    order: joined,
    title: record.title,
    text: [...prose, record.abstract ?? ""].join("\n"),
    topics: topics.map(({ id }) => id),
    // A withdrawn paper keeps its page but is recommended to nobody.
    isHidden: entry.isWithdrawn,
  };
}

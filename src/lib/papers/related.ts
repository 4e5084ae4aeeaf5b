/**
 * Related papers: for each paper the twenty most like it that are no newer, one list for the paper's page (the first
 * five, with the reason) and for search (all, with their likeness).
 *
 *     const related = relatePapers(papers);
 *     related.listOf("2510.18821") // [{ id: "2509.01234", score: 0.412345, reason: { topics: ["agents"], words: ["self-play"] } }, …]
 *
 * Likeness is the mean of two cosines: of the papers' TF-IDF vectors (the same words) and of their places in a latent
 * semantic analysis (words that go together). Both are taken as they are: each is 1 for equal texts and about 0 for
 * texts that have nothing in common, so a likeness means the same for every paper.
 *
 * So that a new day does not rewrite the archive, a paper relates only to papers no newer than itself, and all
 * comparisons of a year's papers use weights and directions that were learnt from earlier years. Candidates come from an
 * inverted index with a bound on what is read, and directions from a sample: work grows with the papers, not with their
 * pairs, besides laying all earlier papers out once a year. A build that is given the state of an earlier one reads and
 * compares only the papers from the first on that changed, see related/state.ts, and comes to the same to the last bit.
 *
 * The same on every machine: only + - * / and the square root are used, which IEEE 754 defines to the last bit, in a
 * fixed order; letters, words and their folding follow the Unicode version of the Node that is locked.
 */
import { compareText } from "../compare-text.ts";
import { type Fingerprint, fingerprintData } from "../content/data-fingerprint.ts";
import { openFiling } from "../related/filing.ts";
import { countKept, fingerprintInputs, joinInputs, type RelatedInput } from "../related/inputs.ts";
import { type DatedPapers, MILLION, relateStretch } from "../related/lists.ts";
import { fitModel, type Model } from "../related/model.ts";
import { type FiledDirections, packDirections, type RelatedState } from "../related/state.ts";
import { listStretches, type Stretch } from "../related/stretch.ts";
import { countPaperTerms, createTermCounter } from "./terms.ts";

/** Papers in each list, at most. */
const RELATED_COUNT = 20;
const REASON_COUNT = 5;
const FIT_FROM = 2000;
const CHUNK_SIZE = 1000;

/** Why two papers are related, in words for readers. */
export interface RelatedReason {
  /** Ids of the topics they share, in the order of the paper that is asked for. */
  topics: readonly string[];
  /**
   * Up to three words they share, those that count most first, as the paper that is asked for writes them;
   * a word that very many papers have comes last.
   */
  words: readonly string[];
}

/** One related paper. */
export interface Related {
  /** Id of the related paper, which is no newer. */
  id: string;
  /** Likeness, above 0 up to 1, to six decimals. */
  score: number;
  /** What they have in common; empty beyond the first of a list, see `RelatedOptions`. */
  reason: RelatedReason;
}

/** What may be set otherwise than usual. */
export interface RelatedOptions {
  /** Most related papers for each; 20 unless told. */
  count?: number;
  /** How many of a list, from the first on, come with a reason: those that a page shows; 5 unless told. */
  reasonCount?: number;
  /** Papers that must precede a year for its model to be fitted on them; 2,000 unless told. */
  fitFrom?: number;
  /** Papers in each file of the state; 1,000 unless told. */
  chunkSize?: number;
  /** What an earlier build left. Of one with other settings or papers as much is used as still holds. */
  previous?: RelatedState | undefined;
}

/** The lists of all papers. */
export interface RelatedPapers {
  /**
   * The papers most like one among those no newer: by falling score, then the older first; empty for an id that is
   * unknown. Made at each call.
   */
  listOf(id: string): Related[];
  /** The first so many of a list, without the reason. */
  listNearest(id: string, count: number): Pick<Related, "id" | "score">[];
  /** Changes when the list does, reasons included. */
  fingerprintOf(id: string): Fingerprint;
  /** The same for those of the list that have a reason, whose likeness does not count: they are what readers see. */
  fingerprintReasons(id: string): Fingerprint;
  /** How many papers were read and compared, the others being taken from the earlier build. */
  made: number;
  /** What to leave for the next build, see `encodeRelated`. */
  state: RelatedState;
}

/**
 * Relates all papers. Of papers of one day, those with the smaller id count as older. The order of the input does not
 * matter.
 */
export function relatePapers(
  papers: readonly RelatedInput[],
  {
    count = RELATED_COUNT,
    reasonCount = REASON_COUNT,
    fitFrom = FIT_FROM,
    chunkSize = CHUNK_SIZE,
    previous,
  }: RelatedOptions = {},
): RelatedPapers {
  const sorted = [...papers].sort((a, b) => compareText(a.order, b.order) || compareText(a.id, b.id));
  const inputs = fingerprintInputs(sorted);
  const stretches = listStretches(sorted, fitFrom);
  const settings = fingerprintData([count, reasonCount, fitFrom, chunkSize]);
  const known = previous?.settings === settings ? previous : undefined;
  const [first] = stretches;
  const firstEnd = first?.isClosed === true ? first.end : 0;
  const kept = countKept(known?.chunks ?? [], inputs, firstEnd);
  const filing = openFiling(known?.chunks ?? [], kept, { chunkSize, firstEnd, settings });
  const counter = createTermCounter(filing.stems);
  const rows = filing.rows;
  for (const paper of sorted.slice(kept)) rows.push(countPaperTerms(counter, paper));
  const shelf: DatedPapers = { papers: sorted, inputs, rows, counter, filing, count, reasonCount };
  let directions = known?.directions;
  for (const stretch of stretches) {
    if (stretch.end <= kept) continue;
    const model = learn(shelf, stretch, directions);
    relateStretch(shelf, Math.max(stretch.start, kept), stretch.end, model);
    if (!stretch.isClosed && !isOf(directions, stretch, inputs)) {
      directions = packDirections(joinInputs(inputs, stretch.start), model, settings);
    }
  }
  const chunks = filing.close(counter.stems);
  const state = { settings, chunks, directions, stored: known?.stored ?? new Set() };
  return { ...showLists(sorted, state, { chunkSize, reasonCount }), made: sorted.length - kept, state };
}

const NO_REASON: RelatedReason = { topics: [], words: [] };

/** What the papers before a stretch teach, or those of the first stretch themselves. */
function learn({ rows, counter, inputs }: DatedPapers, stretch: Stretch, known: FiledDirections | undefined): Model {
  const learnt = rows.slice(0, stretch.isClosed ? stretch.end : stretch.start);
  const found = isOf(known, stretch, inputs) ? known?.directions : undefined;
  return fitModel(learnt, counter.stems.length, stretch.isClosed, found);
}

/** Whether directions were found from just the papers before a stretch. */
function isOf(
  known: FiledDirections | undefined,
  { start, isClosed }: Stretch,
  inputs: readonly Fingerprint[],
): boolean {
  return known !== undefined && !isClosed && known.inputs === joinInputs(inputs, start);
}

/** Looks lists up in the chunks, with the topics that the papers have now. */
function showLists(
  papers: readonly RelatedInput[],
  { chunks }: RelatedState,
  { chunkSize, reasonCount }: { chunkSize: number; reasonCount: number },
): Omit<RelatedPapers, "made" | "state"> {
  const places = new Map(papers.map(({ id }, position) => [id, position]));
  const find = (id: string) => {
    const position = places.get(id) ?? -1;
    const filed = chunks[Math.floor(position / chunkSize)]?.readPaper(position % chunkSize);
    const others = Array.from(filed?.positions ?? [], (other) => papers[other] as RelatedInput);
    return { filed, others, topics: papers[position]?.topics ?? [] };
  };
  const shareTopics = ({ topics, others }: ReturnType<typeof find>): string[][] =>
    others.slice(0, reasonCount).map((other) => topics.filter((topic) => other.topics.includes(topic)));
  return {
    listOf: (id) => {
      const found = find(id);
      const { scores = [], words = [] } = found.filed ?? {};
      const reasons = shareTopics(found).map((topics, rank) => ({ topics, words: words[rank] ?? [] }));
      return found.others.map((other, rank) => {
        return { id: other.id, score: (scores[rank] ?? 0) / MILLION, reason: reasons[rank] ?? NO_REASON };
      });
    },
    listNearest: (id, wanted) => {
      const { filed, others } = find(id);
      return others
        .slice(0, wanted)
        .map((other, rank) => ({ id: other.id, score: (filed?.scores[rank] ?? 0) / MILLION }));
    },
    fingerprintOf: (id) => {
      const found = find(id);
      return fingerprintData([found.filed?.list, shareTopics(found)]);
    },
    fingerprintReasons: (id) => {
      const found = find(id);
      const ids = found.others.slice(0, reasonCount).map((other) => other.id);
      return fingerprintData([ids, shareTopics(found), found.filed?.words ?? []]);
    },
  };
}

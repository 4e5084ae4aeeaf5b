/**
 * Searches all bundles of an index as one. It runs in the reader's worker and, for tests and measurements, in Node.
 * Whatever can be fetched side by side is.
 */
import type { EntryView } from "../papers/entry.ts";
import { type BundleMeta, encodeCoreMeta, META_FILE, nameChunk, nameFragment } from "./bundle-meta.ts";
import { type BundlePlace, type IndexStart, makeKey, splitKey } from "./bundles.ts";
import { KeptPromises } from "./kept-promises.ts";
import { type CoreHit, type CoreIndex, type CoreRanking, makeTerm, startCore, unpack } from "./pagefind-core.ts";
import { measureRarity } from "./rarity.ts";

/** What the index keeps of a paper. */
export interface Fragment {
  /** Its text. */
  content: string;
  /** What lists show of it. */
  entry: EntryView;
  /** Its title, as its page has it. */
  title: string;
  /** Names of its authors, a comma and a space apart. */
  authors: string;
  /** Labels of its topics. */
  topics: string;
  /** Other words it is looked for by. */
  words: string;
  /** The papers like it, as `encodeNeighbourKeys` writes them. */
  near: string;
}

/** All bundles as one. Every function rejects with what reading a file rejects with. */
export interface Searcher {
  /** Papers that have all words of a term, which is in quotation marks if they must stand in a row; best first. */
  search(term: string, ranking: CoreRanking): Promise<CoreHit[]>;
  /** Fetches what a term needs, without searching; an empty term needs all of the index. */
  preload(term: string): Promise<void>;
  /** Fetches what is kept of a page. */
  load(key: string): Promise<Fragment>;
}

/** Reads a file of the index by its name, relative to the folder of the index. */
export type ReadFile = (name: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Opens all bundles. Each file is read once, and again after a failure. */
export async function openSearcher(start: IndexStart, readFile: ReadFile): Promise<Searcher> {
  const read = async (name: string) => unpack(await readFile(name));
  const core = read(start.core).then(startCore);
  const bundles = await Promise.all(
    start.bundles.map(async (place, index) => {
      const meta = read(`${place.folder}/${META_FILE}`).then((bytes) => encodeCoreMeta(parse<BundleMeta>(bytes)));
      const [open, bytes] = await Promise.all([core, meta]);
      return openBundle(place, index, open(bytes), read);
    }),
  );
  return {
    async search(term, ranking) {
      const found = await Promise.all(bundles.map((bundle) => bundle.search(term, ranking)));
      return levelScores(found, term).sort((a, b) => b.score - a.score);
    },
    async preload(term) {
      await Promise.all(bundles.map((bundle) => bundle.preload(term)));
    },
    async load(key) {
      const { bundle, own } = splitKey(key);
      const place = bundles[bundle];
      if (place === undefined) throw new Error("There is no such paper in the search index.");
      return place.load(own);
    },
  };
}

/** What a search in one bundle gives. */
interface BundleAnswer {
  /** Papers that match. */
  hits: CoreHit[];
  /** How many papers the bundle holds. */
  papers: number;
}

/**
 * Hits of all bundles with scores that can be compared. Pagefind weighs a word by how rare it is in its own bundle; of
 * single words, whose scores are in proportion to that, each is weighed anew by how rare it is in all. On two public
 * collections cut in five this gives back half and more of what cutting costs.
 */
function levelScores(found: readonly BundleAnswer[], term: string): CoreHit[] {
  const all = found.flatMap(({ hits }) => hits);
  if (/\s/.test(makeTerm(term).plain)) return all;
  const rarity = measureRarity(
    all.length,
    found.reduce((sum, { papers }) => sum + papers, 0),
  );
  return found.flatMap(({ hits, papers }) => {
    const share = rarity / measureRarity(hits.length, papers);
    return hits.map((hit) => ({ ...hit, score: hit.score * share }));
  });
}

/** A sign that stands behind all that words have. */
const LAST_SIGN = "\u{10FFFF}";

function parse<Value>(json: Uint8Array): Value {
  return JSON.parse(new TextDecoder().decode(json));
}

/** A bundle as it is searched; `number` is its place among all. */
function openBundle({ folder, papers }: BundlePlace, number: number, index: CoreIndex, read: ReadFile) {
  const files = new KeptPromises();
  const keep = <Value>(name: string, use: (bytes: Uint8Array) => Value): Promise<Value> =>
    files.keep(name, () => read(`${folder}/${name}`).then(use));
  const preload = async (term: string): Promise<void> => {
    const { plain, isExact } = makeTerm(term);
    // Longer words match too, unless a row is asked for, and the last of them may stand in another chunk.
    const last = plain.replaceAll(/\S+/g, `$&${LAST_SIGN}`);
    const names = new Set([...index.listChunks(plain), ...(isExact ? [] : index.listChunks(last))]);
    await Promise.all([...names].map((name) => keep(nameChunk(name), (bytes) => index.addChunk(bytes))));
  };
  return {
    preload,
    load: (own: string): Promise<Fragment> => keep(nameFragment(own), parse<Fragment>),
    async search(term: string, ranking: CoreRanking): Promise<BundleAnswer> {
      const words = makeTerm(term);
      if (words.plain === "") return { hits: [], papers };
      await preload(term);
      const hits = index.search(words, ranking);
      return { hits: hits.map((hit) => ({ ...hit, key: makeKey(number, hit.key) })), papers };
    },
  };
}

/** One invented paper: a record as an importer would have written it. Its links lead to example.org. */
import type { PaperRecord } from "#lib/content/record.ts";
import { type Day, toDate, toDay } from "#lib/dates.ts";
import { inventOrganization } from "./lexicon.ts";
import { nameTopic, spellTerm, writeProse, writeTitle } from "./prose.ts";
import { createRandom, type Random } from "./random.ts";
import { drawAuthors, drawTopics, type World } from "./world.ts";

/** Fewest and most words of a title. */
export const TITLE_WORDS = { min: 6, max: 14 };
/** Fewest and most words of an abstract. */
export const ABSTRACT_WORDS = { min: 130, max: 260 };

const CATEGORIES = ["cs.LG", "cs.AI", "cs.CL", "cs.CV", "cs.RO", "stat.ML", "cs.IR", "cs.SE", "cs.MA", "math.OC"];
const RETRIEVED = "2026-04-01";

/** Place of a paper in the archive. */
export interface Slot {
  /** Its number, counted from 0 over the whole archive. */
  number: number;
  /** Its id, in the month of its publication. */
  id: string;
  /** Day of publication. */
  published: Day;
  /** Days on which it was featured, ascending. */
  featured: Day[];
}

/** A paper with what its digest must know. */
export interface InventedPaper {
  /** Its facts. */
  record: PaperRecord;
  /** Its number in the archive. */
  number: number;
  /** Places of its topics in the vocabulary. */
  topics: number[];
  /** A percentage that stands in its abstract. */
  figure: string;
}

/** The paper of a slot: the same whenever and in whatever order it is asked for. */
export function inventPaper(world: World, slot: Slot): InventedPaper {
  const random = createRandom(`${world.seed}/paper/${slot.number}`);
  const topics = drawTopics(world, random);
  const figure = `${(random.integer(10, 990) / 10).toFixed(1)}%`;
  const { title, abstract } = writeTexts(world, random, topics, figure);
  const record: PaperRecord = {
    id: slot.id,
    title,
    ...inventAuthors(world, random),
    ...(random.chance(0.6) ? { organization: inventOrganization(world.drawOrganization(random)) } : {}),
    published: slot.published,
    ...inventRevision(random, slot.published),
    featured: slot.featured,
    categories: drawCategories(random),
    keywords: random.chance(0.5) ? topics.map((topic) => nameTopic(random, tagAt(world, topic))) : [],
    ...inventReception(random, slot),
    abstract,
    ...(random.chance(0.08) ? { venue: `Conference on ${title.split(" ")[0]} ${slot.published.slice(0, 4)}` } : {}),
    ...(random.chance(0.001) ? { withdrawn: true as const } : {}),
    history: random.chance(0.02)
      ? [{ date: RETRIEVED, source: "arXiv", field: "title", from: "Untitled", to: title }]
      : [],
    previousIds: [],
    sources: [
      { name: "arXiv", retrieved: RETRIEVED },
      ...(slot.featured.length > 0 ? [{ name: "Hugging Face", retrieved: RETRIEVED }] : []),
    ],
  };
  return { record, number: slot.number, topics, figure };
}

/** The topic at a place of the world's vocabulary. */
export function tagAt({ language }: World, place: number) {
  const tag = language.tags[place];
  if (tag === undefined) throw new RangeError(`the vocabulary has no topic ${place}`);
  return tag;
}

/** Title and abstract; most call the paper's topics by a name of theirs, so that the topics can be found by rule. */
function writeTexts(world: World, random: Random, topics: number[], figure: string) {
  const names = topics.map((topic) => nameTopic(random, tagAt(world, topic)));
  const title = writeTitle(world.language, random, {
    words: random.integer(TITLE_WORDS.min, TITLE_WORDS.max),
    topics,
    phrases: random.chance(0.5) ? names.slice(0, 1) : [],
  });
  const abstract = writeProse(world.language, random, {
    words: random.integer(ABSTRACT_WORDS.min, ABSTRACT_WORDS.max),
    topics,
    phrases: [...names.filter((_, index) => index === 0 || random.chance(0.7)), ...writeTerms(world, random), figure],
  });
  return { title, abstract };
}

/** Six papers in ten spell a term out, and three in ten take one for known. */
function writeTerms({ language }: World, random: Random): string[] {
  const [spelled, known] = [language.drawTerm(random), language.drawTerm(random)].map((rank) =>
    spellTerm(language, rank),
  );
  return [
    ...(spelled !== undefined && random.chance(0.6) ? [`${spelled.long} (${spelled.short})`] : []),
    ...(known !== undefined && random.chance(0.3) ? [known.short] : []),
  ];
}

/** Names, or for one paper in a hundred only how many they are, as a listing has it. */
function inventAuthors(world: World, random: Random): Pick<PaperRecord, "authors" | "authorCount"> {
  const authors = drawAuthors(world, random);
  return random.chance(0.01) ? { authors: [], authorCount: authors.length } : { authors };
}

function inventRevision(random: Random, published: Day): Pick<PaperRecord, "updated" | "version"> {
  if (!random.chance(0.4)) return { updated: published, version: 1 };
  const updated = toDate(published);
  updated.setUTCDate(updated.getUTCDate() + random.integer(5, 200));
  return { updated: toDay(updated), version: random.heavyTail(2, 0.3) };
}

/** One to four subject classes, the first being the primary one. */
function drawCategories(random: Random): string[] {
  const drawn = Array.from({ length: random.integer(1, 4) }, () => random.heavyTail(1, 0.8) - 1);
  return [...new Set(drawn.map((place) => CATEGORIES[place % CATEGORIES.length] ?? ""))];
}

/** Links, and what readers made of the paper: votes and comments only where it was featured, stars only where there is code. */
function inventReception(
  random: Random,
  { id, featured }: Slot,
): Pick<PaperRecord, "links" | "upvotes" | "comments" | "stars"> {
  const isFeatured = featured.length > 0;
  const hasCode = random.chance(0.4);
  return {
    links: {
      abstract: `https://example.org/abs/${id}`,
      pdf: `https://example.org/pdf/${id}`,
      ...(hasCode ? { code: `https://example.org/code/${id}` } : {}),
      ...(random.chance(0.2) ? { project: `https://example.org/project/${id}` } : {}),
      ...(isFeatured ? { discussion: `https://example.org/papers/${id}` } : {}),
    },
    ...(isFeatured ? { upvotes: random.heavyTail(2, 0.8) } : {}),
    ...(isFeatured && random.chance(0.5) ? { comments: random.heavyTail(1, 0.6) } : {}),
    ...(hasCode ? { stars: random.heavyTail(3, 0.9) } : {}),
  };
}

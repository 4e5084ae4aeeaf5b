/** The invented world that papers come from: its language, its people, its organisations, its topics. */
import type { Tag } from "#lib/content/tag.ts";
import { inventPerson } from "./lexicon.ts";
import { createLanguage, type Language } from "./prose.ts";
import { createZipf, type DrawRank, type Random } from "./random.ts";

/** Share of papers with so many authors that no usual list holds them. */
const LONG_LIST_SHARE = 0.08;
const LONGEST_LIST = 150;
/** The most active author signs about one paper in sixty, as in a real archive. */
const AUTHOR_SHIFT = 10;
const AUTHOR_EXPONENT = 0.6;

/** Everything that papers are drawn from. */
export interface World {
  /** Decides all chance. */
  seed: number;
  /** What texts are made of. */
  language: Language;
  /** Draws a topic's place in the vocabulary. */
  drawTopic: DrawRank;
  /** Draws an author's rank. */
  drawAuthor: DrawRank;
  /** How many authors there are. */
  authorCount: number;
  /** Draws an organisation's rank. */
  drawOrganization: DrawRank;
}

/**
 * A world large enough for so many papers: so many authors for each, organisations by the square root.
 * @param tags the vocabulary, at least one topic
 */
export function createWorld(seed: number, papers: number, tags: Tag[]): World {
  const authorCount = 20 + 20 * papers;
  return {
    seed,
    language: createLanguage(tags),
    drawTopic: createZipf(tags.length, 0.8, 1),
    drawAuthor: createZipf(authorCount, AUTHOR_EXPONENT, AUTHOR_SHIFT),
    authorCount,
    drawOrganization: createZipf(20 + Math.floor(4 * Math.sqrt(papers)), 1, 2),
  };
}

/** One to three topics, as places in the vocabulary, no place twice. */
export function drawTopics(world: World, random: Random): number[] {
  const wanted = random.integer(1, 3);
  return [...new Set(Array.from({ length: wanted }, () => world.drawTopic(random)))];
}

/** Names of one to fourteen people, of up to 150 now and then, nobody twice. */
export function drawAuthors(world: World, random: Random): string[] {
  const wanted = random.chance(LONG_LIST_SHARE)
    ? Math.min(random.heavyTail(15, 0.7), LONGEST_LIST, Math.floor(world.authorCount / 2))
    : random.integer(1, 14);
  const ranks = new Set<number>();
  while (ranks.size < wanted) ranks.add(world.drawAuthor(random));
  return [...ranks].map(inventPerson);
}

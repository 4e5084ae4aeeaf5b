/**
 * Topics for records without a digest, found by the vocabulary's own words in title and abstract.
 * The vocabulary is compiled into tries of words once; a text is then read in one pass, whatever the vocabulary's size.
 */
import { compareText } from "../compare-text.ts";
import type { PaperRecord } from "../content/record.ts";
import type { Tag } from "../content/tag.ts";
import { foldLatin } from "./latin.ts";
import { stripPlural, visitWords } from "./words.ts";

/** Most topics a record is given. */
const TOPIC_COUNT = 3;
/** A topic that the title does not name has to be named this often in the abstract. */
const LEAST_MENTIONS = 3;
/** What a mention in the title counts, in mentions of the abstract. */
const TITLE_WEIGHT = 4;
/** Stands before the end of a word in the vocabulary: `*bench`. */
const ENDING = "*";

/** A step of a trie: the words that may follow, and the topics whose phrase ends here. */
interface Node {
  next: Map<string, Node>;
  topics: Topic[];
}

/** One topic of the vocabulary, ready for ranking. */
interface Topic {
  id: string;
  /** Ids of the wider topics above it, nearest first. */
  ancestors: string[];
}

/** A vocabulary compiled for matching, see `compileTopics`. */
export interface TopicMatcher {
  /** First words of the phrases that count in a title: labels, aliases, phrases and words for titles. */
  readonly title: Node;
  /** First words of the phrases that count in an abstract: aliases and phrases. */
  readonly abstract: Node;
  /** Ends of words that count in a title, each with its topic. */
  readonly endings: readonly { ending: string; topic: Topic }[];
}

/** What a text says of one topic. */
interface Mention {
  topic: Topic;
  /** Mentions in the title. */
  titleCount: number;
  /** Mentions in the abstract. */
  abstractCount: number;
  /** Order of the first mention among all, the title read first. */
  first: number;
}

/** Compiles labels, aliases, phrases and words for titles for `assignTopics`. Do it once for a vocabulary. */
export function compileTopics(tags: Iterable<Tag>): TopicMatcher {
  const list = [...tags];
  const parents = new Map(list.map((tag) => [tag.id, tag.parent]));
  const matcher = { title: makeNode(), abstract: makeNode(), endings: [] as { ending: string; topic: Topic }[] };
  for (const tag of list) {
    const topic = { id: tag.id, ancestors: listAncestors(tag.id, parents) };
    const sure = [...tag.aliases, ...(tag.phrases ?? [])];
    for (const phrase of sure) addPhrase(matcher.abstract, splitPhrase(phrase), topic);
    for (const phrase of [tag.label, ...sure, ...(tag.titleWords ?? [])]) {
      if (phrase.startsWith(ENDING)) matcher.endings.push({ ending: phrase.slice(1).toLowerCase(), topic });
      else addPhrase(matcher.title, splitPhrase(phrase), topic);
    }
  }
  return matcher;
}

function makeNode(): Node {
  return { next: new Map(), topics: [] };
}

/**
 * Up to three topic ids for a record: those that its title names, in any of their words, then those that its abstract
 * names three times or more by an alias or a phrase. Whole words count, case and plural ignored, a hyphen as good as a space, the
 * longest phrase where several begin at a word.
 * Topics that the title names always come first. Among these, and among the others, those with more mentions do, but a
 * topic comes before the wider ones above it; ties go to the more specific, then to the first mentioned. The same record
 * and vocabulary always give the same list.
 * @param vocabulary The compiled vocabulary; a plain list of tags is compiled on the spot.
 */
export function assignTopics(
  record: Pick<PaperRecord, "title" | "abstract">,
  vocabulary: TopicMatcher | readonly Tag[],
): string[] {
  const matcher = "title" in vocabulary ? vocabulary : compileTopics(vocabulary);
  const mentions = new Map<string, Mention>();
  readText(matcher.title, splitPhrase(record.title), mentions, "titleCount");
  readEndings(matcher, splitPhrase(record.title), mentions);
  readText(matcher.abstract, splitPhrase(record.abstract ?? ""), mentions, "abstractCount");
  const ranked = [...mentions.values()].sort(compareMentions);
  const named = ranked.filter(({ titleCount }) => titleCount > 0);
  const others = ranked.filter((mention) => mention.titleCount === 0 && mention.abstractCount >= LEAST_MENTIONS);
  return [...orderSpecificFirst(named), ...orderSpecificFirst(others)].slice(0, TOPIC_COUNT);
}

/** Counts words of a title that end as the vocabulary says. */
function readEndings({ endings }: TopicMatcher, words: string[], mentions: Map<string, Mention>): void {
  for (const { ending, topic } of endings) {
    if (words.some((word) => word.endsWith(ending))) {
      noteMention(mentions, topic).titleCount += 1;
    }
  }
}

function noteMention(mentions: Map<string, Mention>, topic: Topic): Mention {
  return mentions.getOrInsert(topic.id, { topic, titleCount: 0, abstractCount: 0, first: mentions.size });
}

/** The words of a phrase or a text as they are compared: folded, singular, hyphens taken apart. */
function splitPhrase(text: string): string[] {
  const words: string[] = [];
  visitWords(text, (word) =>
    words.push(
      ...foldLatin(word)
        .split(/[^\p{L}\p{M}\p{N}]+/u)
        .map(stripPlural),
    ),
  );
  return words;
}

function addPhrase(trie: Node, words: string[], topic: Topic): void {
  if (words.length === 0) return;
  let node = trie;
  for (const word of words) {
    node = node.next.getOrInsertComputed(word, makeNode);
  }
  if (!node.topics.includes(topic)) node.topics.push(topic);
}

/** Counts the phrases among words, from left to right, the longest at each word, none overlapping another. */
function readText(
  trie: Node,
  words: string[],
  mentions: Map<string, Mention>,
  count: "titleCount" | "abstractCount",
): void {
  let position = 0;
  while (position < words.length) {
    const { topics, length } = findPhrase(trie, words, position);
    for (const topic of topics) noteMention(mentions, topic)[count] += 1;
    position += Math.max(1, length);
  }
}

/** The longest phrase that begins at a word. */
function findPhrase(trie: Node, words: string[], start: number): { topics: Topic[]; length: number } {
  let found: { topics: Topic[]; length: number } = { topics: [], length: 0 };
  let node: Node | undefined = trie;
  for (let index = start; index < words.length; index += 1) {
    node = node.next.get(words[index] ?? "");
    if (node === undefined) break;
    if (node.topics.length > 0) found = { topics: node.topics, length: index - start + 1 };
  }
  return found;
}

function scoreMention(mention: Mention): number {
  return TITLE_WEIGHT * mention.titleCount + mention.abstractCount;
}

function compareMentions(a: Mention, b: Mention): number {
  return (
    scoreMention(b) - scoreMention(a) ||
    b.topic.ancestors.length - a.topic.ancestors.length ||
    a.first - b.first ||
    compareText(a.topic.id, b.topic.id)
  );
}

/** The ids of the topics, each before its ancestors, otherwise in the order given. */
function orderSpecificFirst(ranked: Mention[]): string[] {
  const begun = new Set<string>();
  const ordered: string[] = [];
  const place = ({ id }: Topic): void => {
    if (begun.has(id)) return;
    begun.add(id);
    for (const { topic } of ranked) if (topic.ancestors.includes(id)) place(topic);
    ordered.push(id);
  };
  for (const { topic } of ranked) place(topic);
  return ordered;
}

/** Ids of the wider topics above one, nearest first; a circle ends where it closes. */
function listAncestors(id: string, parents: ReadonlyMap<string, string | undefined>): string[] {
  const ancestors: string[] = [];
  let parent = parents.get(id);
  while (parent !== undefined && parent !== id && !ancestors.includes(parent)) {
    ancestors.push(parent);
    parent = parents.get(parent);
  }
  return ancestors;
}

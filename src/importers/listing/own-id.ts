/** The id that an abstract gives its own paper. An id of any other paper would merge two, so nothing is guessed. */
import type { Day } from "#lib/dates.ts";
import { findArxivId, monthOfId, type PaperId } from "#lib/papers/id.ts";

/** A link to arXiv, or `arXiv:…`. */
const ARXIV =
  /(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/[^\s)\]}>,;]+|\barxiv:\s?(?!https?:)[^\s)\]}>,;]+/gi;
/** Words that stand before a paper's own link, and nothing else between them and it. */
const INTRODUCTION =
  /\b(?:(?:this|our|the|the full) (?:paper|preprint|manuscript|article|report)|paper|preprint)(?: (?:is|can be|is also))?(?: (?:available|found|accessible|online|published))?(?: (?:at|on|under|as|here))*(?: arXiv)?:? ?[([]?$/i;
/** Most characters of a link's introduction. */
const LONGEST_INTRODUCTION = 200;

/**
 * The arXiv id of the paper itself: the only one in its abstract, introduced as the paper's own or a paragraph for itself,
 * and of the month of publication or one beside it, where that is known.
 */
export function findOwnId(paragraphs: string[], published: Day | undefined): PaperId | undefined {
  const mentions = paragraphs.flatMap((paragraph) =>
    [...paragraph.matchAll(ARXIV)].map(({ 0: link, index }) => ({
      id: findArxivId(link.replace(/(?<![.!?'"])[.!?'"]+$/, "")),
      isOwn: isIntroduced(paragraph, index, link),
    })),
  );
  const [id, ...others] = new Set(mentions.map((mention) => mention.id));
  if (id === undefined || others.length > 0 || !mentions.some(({ isOwn }) => isOwn)) return undefined;
  return published === undefined || countMonths(published, monthOfId(id) ?? published) <= 1 ? id : undefined;
}

function isIntroduced(paragraph: string, index: number, link: string): boolean {
  const before = paragraph.slice(Math.max(0, index - LONGEST_INTRODUCTION), index);
  const isAlone = index === 0 && paragraph.slice(link.length).trim() === "";
  return isAlone || INTRODUCTION.test(before);
}

/** Months between two days or months, in either direction. */
function countMonths(a: string, b: string): number {
  const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return Math.abs(count(a) - count(b));
}

/** Questions to begin with, made of the archive itself: each teaches something that search can do, and has an answer. */
import { formatMonth, monthOf } from "../dates.ts";
import type { ListedPaper } from "../papers/paper.ts";
import { findDate } from "../papers/paper-date.ts";
import { addressOf, EMPTY_QUESTION, type Question } from "./question.ts";
import { isTelling, listMemorable, splitTitle } from "./title-words.ts";
import { makeFindUnwanted } from "./unwanted.ts";

/** A question to begin with. */
export interface SearchExample {
  /** The question: as it is typed, or what is chosen. */
  says: string;
  /** What it teaches, in a few words. */
  teaches: string;
  /** Address that asks it. */
  href: string;
}

/** What questions are made of. */
export interface ExampleSources {
  /** Papers that are searched, those to be shown first. */
  papers: readonly ListedPaper[];
  /** All the words of a paper, in lower case; read of few. */
  readText: (paper: ListedPaper) => string;
  /** The author of most papers; absent where none has a page. */
  author?: string;
  /** The organisation of most papers that are searched. */
  organization?: { id: string; name: string };
  /** Address of the search page. */
  search: string;
}

/** Words of a title that one may remember. */
const REMEMBERED = 3;
/** A name that is typed as it is written. */
const NAME = /^\p{L}[\p{L}'’.-]*(?: [\p{L}'’.-]+){1,3}$/u;
/** A modern arXiv id. */
const ARXIV = /^\d{4}\.\d{4,5}$/;

/** Questions that have an answer, one of each kind that the archive allows; none of an archive of none. */
export function makeExamples({ papers, readText, author, organization, search }: ExampleSources): SearchExample[] {
  const ask = (says: string, teaches: string, question: Partial<Question> = { text: says }): SearchExample => ({
    says,
    teaches,
    href: addressOf({ ...EMPTY_QUESTION, ...question }, search),
  });
  const used = new Set<ListedPaper>();
  /** The first paper that has something, another one each time where there are several. */
  const pick = <Found>(find: (paper: ListedPaper) => Found | undefined): Found | undefined => {
    for (const paper of [...papers.filter((own) => !used.has(own)), ...used]) {
      const found = find(paper);
      if (found === undefined) continue;
      used.add(paper);
      return found;
    }
    return undefined;
  };
  const idea = pick(({ facts }) => rememberWords(facts.title));
  const phrase = pick(({ facts }) => findPair(facts.title));
  const without = pick(makeFindUnwanted(papers, readText));
  const name = author ?? pick(({ facts }) => facts.authors.find((own) => NAME.test(own)));
  const topic = pick(({ topics: [topic], facts }) => topic && { ...topic, year: findDate(facts)?.slice(0, 4) });
  const id = pick(({ facts }) => (ARXIV.test(facts.id) ? facts.id : undefined));
  const month = pick(({ facts }) => findMonth(facts));
  return [
    idea && ask(idea, "what you remember, in any order"),
    phrase && ask(`"${phrase}"`, "these very words, in a row"),
    without && ask(`${without.wanted} -${without.unwanted}`, "the first word without the second"),
    name !== undefined && NAME.test(name) && ask(name, "a person; initials will do"),
    topic &&
      ask([topic.label, topic.year].filter(Boolean).join(", "), "a topic and a year, as filters", {
        tags: [topic.id],
        years: topic.year === undefined ? [] : [topic.year],
      }),
    organization && ask(organization.name, "all of an organisation", { orgs: [organization.id] }),
    month && ask(`from ${formatMonth(month)}`, "all of that month and since", { from: month, sort: "newest" }),
    id && ask(`arxiv.org/abs/${id}`, "an address or an id, pasted"),
  ].filter((example) => typeof example === "object");
}

/** Words of a title that say what it is about; undefined where it has fewer than two. */
function rememberWords(title: string): string | undefined {
  const own = listMemorable(title).slice(0, REMEMBERED);
  return own.length < 2 ? undefined : own.join(" ");
}

/** Two telling words that follow each other in a title, of several the longest. */
function findPair(title: string): string | undefined {
  const words = splitTitle(title);
  const pairs = words.map((word, index) => [word, words[index + 1] ?? ""]).filter((pair) => pair.every(isTelling));
  const [longest] = pairs.map((pair) => pair.join(" ").toLowerCase()).sort((a, b) => b.length - a.length);
  return longest;
}

function findMonth(facts: ListedPaper["facts"]): string | undefined {
  const date = findDate(facts);
  return date !== undefined && date.length > "YYYY".length ? monthOf(date) : undefined;
}

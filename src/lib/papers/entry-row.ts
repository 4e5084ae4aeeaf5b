/** Entry row: how an entry looks, the row of a paper in every list and among the results of a search, and the parts it is made of. */
import { countNoun, formatCount } from "../counts.ts";
import { formatDateShort, type PartialDate, tellDate } from "../dates.ts";
import type { Attributes, BuildElement, MarkupContent } from "../markup.ts";
import type { EntryView } from "./entry.ts";
import type { Figure } from "./figure.ts";
import { describeWithdrawal } from "./withdrawer.ts";

/** Topics named in a list, the most telling first; all of them stand on the paper's own page. */
const LISTED_TOPICS = 3;

/** What a row needs beside the entry: its texts as they are set there, and what only some lists have. */
export interface RowParts<Built> {
  /** Its title. */
  title: readonly MarkupContent<Built>[];
  /** Where the title leads. */
  link: Attributes;
  /** The title in plain characters: what links of the row are called by, and the title's own where it shows mathematics. */
  name: string;
  /** The digest's sentence, else the abstract's that states the finding; empty when there is neither. */
  sentence: readonly MarkupContent<Built>[];
  /** Level of the title's heading. */
  heading: "h3" | "h4";
  /** Its number in the edition, its rank, its place among results; absent in lists that have no order of their own. */
  number?: number | undefined;
  /** Votes of its readers, where the list has their order: they stand in place of the number. */
  votes?: number | undefined;
  /** The sentence of its text that answers a question. */
  excerpt?: readonly MarkupContent<Built>[];
  /** Why it stands here: takes the place of the number that matters. */
  why?: readonly MarkupContent<Built>[] | undefined;
  /** Leads to papers like it. */
  alike?: MarkupContent<Built>;
  /** Name of the row, where the paper's address leads to it. */
  id?: string | undefined;
}

/** One paper in a list: ordinal, title with its sentence, number, facts. */
export function makeEntryRow<Built>(build: BuildElement<Built>, entry: EntryView, parts: RowParts<Built>): Built {
  const { id, title, name, heading, number, votes, excerpt = [], why, alike } = parts;
  const sentence = makeEntrySentence(build, entry, parts.sentence, name);
  // Browsers leave mathematics out of a link's name.
  const link = { ...parts.link, dir: "auto", "aria-label": name === entry.title ? undefined : name };
  return build(
    "article",
    { id, class: entry.isWithdrawn ? "entry withdrawn" : "entry" },
    votes === undefined
      ? build("span", { class: "ord" }, number?.toString())
      : build("span", { class: "ord votes" }, build("b", {}, formatCount(votes)), ` ${votes === 1 ? "vote" : "votes"}`),
    build(
      "div",
      { class: "text" },
      build(heading, {}, build("a", link, ...title)),
      sentence.length > 0 && build("p", { class: "tldr" }, ...sentence),
      excerpt.length > 0 && build("p", { class: "excerpt" }, ...excerpt),
    ),
    why === undefined ? entry.figure && makeFigure(build, entry.figure) : build("p", { class: "why" }, ...why),
    makeEntryFacts(build, entry, name, alike),
  );
}

/**
 * What a list says of a paper below its title; nothing where it knows no more.
 * @param sentence see `RowParts`
 * @param name see `RowParts`
 */
export function makeEntrySentence<Built>(
  build: BuildElement<Built>,
  entry: EntryView,
  sentence: readonly MarkupContent<Built>[],
  name: string,
): MarkupContent<Built>[] {
  if (entry.isWithdrawn) {
    const { word, who } = describeWithdrawal(entry.withdrawnBy);
    return [build("span", { class: "flag" }, word), `${who}.`];
  }
  if (sentence.length > 0) {
    // In quotation marks, since they are the authors' words.
    return entry.tldr === undefined ? ["“", ...sentence, "”"] : [...sentence];
  }
  const { abstractHref } = entry;
  return abstractHref === undefined ? [] : [makeNamedLink(build, abstractHref, "Read the abstract", name)];
}

/** The number that matters, with what it measures. @param isWordy whether it is words rather than a number */
export function makeFigure<Built>(
  build: BuildElement<Built>,
  { number, unit, caption, isLong }: Figure,
  isWordy = false,
): Built {
  return build(
    "p",
    { class: `figure${isLong ? " long" : ""}${isWordy ? " wordy" : ""}` },
    build("b", {}, number, unit !== "" && build("small", {}, unit)),
    build("span", {}, caption),
  );
}

/** A link whose words say nothing of which paper it is: whoever hears links one by one is told. */
function makeNamedLink<Built>(
  build: BuildElement<Built>,
  href: string,
  words: string,
  name: string,
  className?: string,
): Built {
  return build("a", { class: className, href, "aria-label": `${words}: ${name}` }, words);
}

/**
 * The line of facts under a title, always in one order: organisation, authors, date, comments, code, topics.
 * @param name see `RowParts`
 */
export function makeEntryFacts<Built>(
  build: BuildElement<Built>,
  entry: EntryView,
  name: string,
  alike?: MarkupContent<Built>,
): Built {
  const { published, comments, code, project } = entry;
  // That nobody has said anything yet is nothing to tell.
  const talk = comments && comments.count > 0 && countNoun(comments.count, "comment");
  const facts: MarkupContent<Built>[] = [
    ...listMakers(build, entry),
    makeDate(build, published),
    talk &&
      (comments.href === undefined
        ? build("span", { class: "talk" }, talk)
        : makeNamedLink(build, comments.href, talk, name, "talk")),
    code !== undefined && makeNamedLink(build, code, "Code", name),
    project !== undefined && code === undefined && makeNamedLink(build, project, "Project", name),
    alike && build("span", { class: "alike" }, alike),
    (entry.topics.length > 0 || entry.keywords) && makeTopics(build, entry),
  ];
  return joinFacts(build, facts);
}

/** When a paper came out, as precisely as is known. */
export function makeDate<Built>(
  build: BuildElement<Built>,
  published: PartialDate | undefined,
  format: (date: PartialDate) => string = formatDateShort,
): Built {
  return build(published === undefined ? "span" : "time", { datetime: published }, tellDate(published, format));
}

/** A line of facts, without those that are not known. */
export function joinFacts<Built>(build: BuildElement<Built>, facts: readonly MarkupContent<Built>[]): Built {
  // Spaces between them, for whoever copies the line or reads it without styles.
  return build("p", { class: "facts" }, ...facts.flatMap((fact) => (fact ? [" ", fact] : [])).slice(1));
}

/** Who made it: organisation and authors. How many these are stands apart, since a phone leaves it out. */
export function listMakers<Built>(
  build: BuildElement<Built>,
  { organization, byline }: EntryView,
): MarkupContent<Built>[] {
  const [names, count] = byline.split(/(?<= et al\.)(?=, )/u);
  return [
    organization && build("a", { class: "org", href: organization.href }, organization.label),
    build("span", { class: "by" }, build("bdi", {}, names, count && build("span", { class: "crowd" }, count))),
  ];
}

/** Topics, or keywords where there are none: these lead nowhere. */
function makeTopics<Built>(build: BuildElement<Built>, { topics, keywords }: EntryView): Built {
  if (topics.length === 0) return build("span", { class: "wrap on" }, keywords?.join(", "));
  const links = topics.slice(0, LISTED_TOPICS).flatMap(({ label, href }, index): MarkupContent<Built>[] => {
    return [index > 0 && ", ", build("a", { href }, build("bdi", {}, label))];
  });
  return build("span", { class: "wrap on" }, ...links);
}

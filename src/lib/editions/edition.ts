/** Editions: those that people wrote, and those that a featured day has by itself. */
import { compareText } from "../compare-text.ts";
import { type Completeness, type DaySummary, judgeDay } from "../content/day.ts";
import type { EditionData } from "../content/edition.ts";
import { type Day, formatDay } from "../dates.ts";
import type { ListedPaper } from "../papers/paper.ts";

/** What is said of an edition; of one that nobody wrote there is no curator or summary, and the title is its date. */
type EditionWords = Pick<EditionData, "date" | "title" | "summary" | "source"> & Partial<Pick<EditionData, "curator">>;

/** A dated issue; `Own` is what is known of its papers. */
export interface Edition<Own extends ListedPaper = ListedPaper> extends EditionWords {
  /** Papers in order. */
  papers: Own[];
  /** The paper that leads: the curator's, otherwise the first. Absent when the edition is empty. */
  lead?: Own;
  /** The same papers by subject; empty when nobody grouped them. */
  groups: {
    /** Its name, a few words. */
    title: string;
    /** Its papers in order. */
    papers: Own[];
  }[];
  /** Whether a person wrote the edition. */
  isCurated: boolean;
  /** Whether the list has all that its source named. */
  completeness: Completeness;
  /** What each listing of the day named and what was taken of it. */
  listings: DaySummary[];
}

/**
 * All editions, newest first: one for each edition file, one for each other day on which a paper was featured,
 * one for each day that is known to be empty.
 */
export function listEditions<Own extends ListedPaper>(
  written: EditionData[],
  papers: Iterable<Own>,
  days: DaySummary[],
): Edition<Own>[] {
  const byId = new Map<string, Own>();
  const byDay = new Map<Day, Own[]>();
  for (const paper of papers) {
    byId.set(paper.facts.id, paper);
    for (const day of paper.facts.featured) {
      byDay.getOrInsert(day, []).push(paper);
    }
  }
  const listings = Map.groupBy(days, ({ date }) => date);
  const curated = new Map(written.map((data) => [data.date, data]));
  const dates = new Set([...curated.keys(), ...byDay.keys(), ...listings.keys()]);
  return [...dates]
    .sort((a, b) => compareText(b, a))
    .map((date) => {
      const data = curated.get(date);
      const dayListings = listings.get(date) ?? [];
      return data === undefined
        ? makeDayEdition(date, byDay.get(date) ?? [], dayListings)
        : makeCuratedEdition(data, byId, dayListings);
    });
}

function makeCuratedEdition<Own extends ListedPaper>(
  data: EditionData,
  byId: Map<string, Own>,
  listings: DaySummary[],
): Edition<Own> {
  const pick = (ids: string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const { lead: leadId, ...told } = data;
  const lead = byId.get(leadId);
  return {
    ...told,
    papers: pick(data.papers),
    ...(lead === undefined ? {} : { lead }),
    groups: data.groups.map(({ title, papers }) => ({ title, papers: pick(papers) })),
    isCurated: true,
    completeness: judgeListings(listings, data.papers.length) ?? "complete",
    listings,
  };
}

/** The edition a day has without a curator: ranked by upvotes, then by id. */
function makeDayEdition<Own extends ListedPaper>(date: Day, papers: Own[], listings: DaySummary[]): Edition<Own> {
  const ranked = [...papers].sort(
    (a, b) => (b.facts.upvotes ?? 0) - (a.facts.upvotes ?? 0) || compareText(a.facts.id, b.facts.id),
  );
  const [lead] = ranked;
  const sources = [...new Set(listings.map(({ source }) => source))].join(" and ");
  return {
    date,
    title: formatDay(date),
    ...(sources === "" ? {} : { source: sources }),
    papers: ranked,
    ...(lead === undefined ? {} : { lead }),
    groups: [],
    isCurated: false,
    completeness: judgeListings(listings, papers.length) ?? "partial",
    listings,
  };
}

/**
 * Complete when every listing of the day is; undefined when no listing named anything, unless there are no papers
 * either: then the day is empty.
 */
function judgeListings(listings: DaySummary[], paperCount: number): Completeness | undefined {
  const states = listings.map(judgeDay).filter((state) => state !== "empty");
  if (states.length === 0) return paperCount === 0 ? "empty" : undefined;
  return states.includes("partial") ? "partial" : "complete";
}

/** The history of a record: what readers are told of when a source says something new. */
import { isDeepStrictEqual } from "node:util";
import { compareText } from "../compare-text.ts";
import { fingerprintSource } from "../content/fingerprint.ts";
import type { Change, PaperRecord } from "../content/record.ts";
import { agreesWith } from "../dates.ts";
import { slugifyAuthor } from "../papers/author.ts";
import { findWithdrawer } from "../papers/withdrawer.ts";
import { type Facts, SOURCES } from "./facts.ts";
import { normalizeTitle } from "./own-id.ts";
import { FIELD_OWNERS, findRetrieval } from "./ownership.ts";

/** Fields whose change readers are told of. */
const TOLD = ["title", "authors", "published", "withdrawn", "version", "venue", "abstract"] as const;
type ToldField = (typeof TOLD)[number];

/** Changes of both lists, oldest first, each once. */
export function uniteHistories(known: Change[], more: Change[]): Change[] {
  const added = more.filter((change) => !known.some((other) => isDeepStrictEqual(other, change)));
  return added.length === 0 ? known : [...known, ...added].sort((a, b) => compareText(a.date, b.date));
}

/** The changes that go into the history: what became of title, authors, date, version, venue and the like. */
export function tellChanges(before: PaperRecord, after: PaperRecord, facts: Facts): Change[] {
  return TOLD.flatMap((field): Change[] => {
    if (isDeepStrictEqual(before[field], after[field]) || !isNews(field, before, after)) return [];
    const owner = field === "withdrawn" ? SOURCES.arxiv : FIELD_OWNERS[field];
    const source = facts.sources.find(({ name }) => name === owner) ?? facts.sources[0];
    // Two readings of one day contradict each other rather than follow each other, unless the version says otherwise.
    const follows = before.version !== undefined && before.version < (after.version ?? 0);
    if (source === undefined) return [];
    if (source.retrieved === findRetrieval(before.sources, source.name) && !follows) return [];
    return [{ date: source.retrieved, source: source.name, field, ...describeValues(field, before, after) }];
  });
}

/** Values before and after, as text: of authors those that differ, of an abstract none, since it may not be ours to keep. */
function describeValues(field: ToldField, before: PaperRecord, after: PaperRecord): Pick<Change, "from" | "to"> {
  if (field === "abstract") return {};
  const values =
    field === "authors"
      ? compareNames(before.authors, after.authors)
      : field === "withdrawn"
        ? { from: nameWithdrawal(before.withdrawn), to: nameWithdrawal(after.withdrawn) }
        : { from: before[field], to: after[field] };
  const told = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(told.map(([name, value]) => [name, String(value)]));
}

/** Who withdrew it, or `true` where nobody says. */
function nameWithdrawal(withdrawal: PaperRecord["withdrawn"]): string | undefined {
  return withdrawal && (findWithdrawer(withdrawal) ?? "true");
}

/** Names that only one of two lists has; of lists that differ in their order, the part in which they do. */
function compareNames(before: string[], after: string[]): { from: string; to: string } {
  const takeAway = (names: string[], others: string[]) => {
    const left = [...others];
    return names.filter((name) => !left.includes(name) || left.splice(left.indexOf(name), 1).length === 0);
  };
  const [gone, added] = [takeAway(before, after), takeAway(after, before)];
  if (gone.length + added.length > 0) return { from: gone.join("; "), to: added.join("; ") };
  const isMoved = (name: string, index: number) => name !== after[index];
  const [first, last] = [before.findIndex(isMoved), before.findLastIndex(isMoved)];
  return { from: before.slice(first, last + 1).join("; "), to: after.slice(first, last + 1).join("; ") };
}

/** Nothing is news that is heard of for the first time (but a venue), or that a better source only spells otherwise. */
function isNews(field: ToldField, before: PaperRecord, after: PaperRecord): boolean {
  if (field === "version") return before.version !== undefined;
  // What says more of the same is no change.
  if (field === "published")
    return before.published !== undefined && !agreesWith(after.published ?? "", before.published);
  if (field === "abstract")
    return (
      before.abstract !== undefined && fingerprintSource(before.abstract) !== fingerprintSource(after.abstract ?? "")
    );
  if (field === "withdrawn") {
    const [from, to] = [nameWithdrawal(before.withdrawn), nameWithdrawal(after.withdrawn)];
    return from === undefined || (from !== to && (from !== "true" || to === undefined));
  }
  if (field === "authors" && before.authors.length === 0) return false;
  if ((field !== "title" && field !== "authors") || findRetrieval(before.sources, FIELD_OWNERS[field]) !== undefined)
    return true;
  const spell = ({ title, authors }: PaperRecord) =>
    field === "title" ? normalizeTitle(title) : authors.map(slugifyAuthor).join();
  return spell(before) !== spell(after);
}

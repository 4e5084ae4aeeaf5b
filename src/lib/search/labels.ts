/** Names that the search page needs, as it is handed them by the site. */
import type { NamedOrganization, NamedPerson } from "./named-source.ts";
import type { NamedTopic } from "./suggestions.ts";

/** Names for what papers are filtered by. */
export interface SearchLabels {
  /** How many papers are searched. */
  papers: number;
  /** All topics, with the addresses of their pages. */
  topics: (NamedTopic & { href: string })[];
  /** Address of the page with all topics. */
  topicsHref: string;
  /** Organisations of most papers, and those with other ids; others are shown by their id. */
  organizations: NamedOrganization[];
  /** People whom papers name in several ways. */
  people: NamedPerson[];
}

/** Organisations that are named to the page: more would cost every reader what few need. */
export const NAMED_ORGANIZATIONS = 100;

/** As JSON that can stand in a script element, whatever the names hold. */
export function serializeLabels(labels: SearchLabels): string {
  return JSON.stringify(labels).replaceAll("<", "\\u003c");
}

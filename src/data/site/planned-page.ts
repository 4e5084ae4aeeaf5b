/** A page that is planned: its kind and address, what its template gets, and a key that changes when that does. */
import { fingerprintData } from "#lib/content/data-fingerprint.ts";
import type { Day } from "#lib/dates.ts";
import type { EntryView } from "#lib/papers/entry.ts";
import type { ListedPaper, Paper } from "#lib/papers/paper.ts";
import { type Route, routes } from "#lib/routes.ts";
import type { PageKinds } from "./page-kinds.ts";

/** A page of the site before it is rendered. */
export interface PlannedPage {
  /** Its kind, which is the template below src/pages that renders it, without ending: `papers/[id]`. */
  kind: keyof PageKinds;
  /** Its file below the site's folder, `papers/2510.18821/index.html`. */
  file: string;
  /** Fingerprint of all that its template gets: two builds that agree in it and in their code render the same bytes. */
  key: string;
  /** Day of the edition whose introduction it shows; absent when it shows none. */
  introduction?: Day | undefined;
  /** Makes what its template gets, as plain data. */
  makeProps(): object;
}

/** Gives what lists show of a paper, or what stands for it in a key. */
export type ShowPaper<Entry> = (paper: ListedPaper) => Entry;

/**
 * Plans a page. Its key is taken from the very props it gets, but that each paper's entry is only its version there: no
 * record has to be read for it. What makes the props cannot tell the two apart, and so shows nothing that the key lacks.
 * @param makeProps makes the props; `show` gives what lists show of a paper
 * @param introduction day of the edition whose introduction the page shows
 */
export type PlanPage = <Kind extends keyof PageKinds>(
  kind: Kind,
  address: Route,
  makeProps: <Entry>(show: ShowPaper<Entry>) => PageKinds<Entry>[Kind],
  introduction?: Day,
) => PlannedPage;

/** Gives the function that plans pages of these papers. */
export function makePlanner(byId: ReadonlyMap<string, Paper>): PlanPage {
  const showEntry: ShowPaper<EntryView> = ({ facts }) => {
    const paper = byId.get(facts.id);
    if (paper === undefined) throw new Error(`A page lists ${facts.id}, which is no paper of the library.`);
    return paper.entry;
  };
  return (kind, address, makeProps, introduction) => ({
    kind,
    file: namePageFile(address),
    key: fingerprintData(makeProps(showVersion)),
    introduction,
    makeProps: () => makeProps(showEntry),
  });
}

/** An entry changes only with these. */
const showVersion: ShowPaper<string> = ({ version, row }) => (row === undefined ? version : `${version} ${row}`);

/** The file of the page at an address, below the site's folder. */
export function namePageFile(address: Route): string {
  const path = decodeURIComponent(address.slice(routes.front().length));
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

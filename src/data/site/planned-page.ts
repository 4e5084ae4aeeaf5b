/** A page that is planned: its address, what its template gets, and a key that changes when that does. */
import { hash } from "node:crypto";
import type { Paper } from "#lib/papers/paper.ts";

/** Parameters of a route by name; empty for a page that has none. */
export type PageParams = Readonly<Record<string, string>>;

/** A page of the site before it is rendered. */
export interface PlannedPage {
  /** Template below src/pages that renders it, without ending: `papers/[id]`. */
  route: string;
  /** Parameters of its address. */
  params: PageParams;
  /** Its file below the site's folder, `papers/2510.18821/index.html`. */
  file: string;
  /** Fingerprint of all that its template gets: two builds that agree in it and in their code render the same bytes. */
  key: string;
  /** Day of the edition whose introduction it shows; absent when it shows none. */
  introduction?: string | undefined;
  /** Makes what its template gets, as plain data. */
  makeProps(): object;
}

/** What a page is told apart by. */
type PageName = Pick<PlannedPage, "route" | "params" | "file" | "introduction">;

/** Gives each paper of a list as it is, or a sketch of it; see `planPage`. */
export type ShowPapers = (papers: readonly Paper[]) => Paper[];

/**
 * Plans a page that shows lists of papers. Its key is taken from the same view made of sketches, in which each paper's
 * entry is only the paper's version: so it covers whatever the view shows, and no record has to be read for it.
 * @param makeProps makes the props; it must pass every paper whose entry it shows through `show`, and read of these
 * nothing but what a sketch has
 */
export function planPage(page: PageName, makeProps: (show: ShowPapers) => object): PlannedPage {
  return {
    ...page,
    key: fingerprintProps(makeProps(sketchPapers)),
    makeProps: () => makeProps((papers) => [...papers]),
  };
}

/** Plans a page whose props are small, and read at once. */
export function planWholePage(page: PageName, props: object): PlannedPage {
  return { ...page, key: fingerprintProps(props), makeProps: () => props };
}

/** A fingerprint of plain data, 27 signs. */
export function fingerprintProps(props: object): string {
  return hash("sha1", JSON.stringify(props), "base64url");
}

/** The file of a page at an address below the site's root, given without slashes at its ends; "" is the front page. */
export function namePageFile(address: string): string {
  return address === "" ? "index.html" : `${address}/index.html`;
}

const sketches = new WeakMap<Paper, Paper>();

/** Papers with nothing but what is known of them without their records. */
function sketchPapers(papers: readonly Paper[]): Paper[] {
  return papers.map((paper) => {
    const known = sketches.get(paper);
    if (known !== undefined) return known;
    const { facts, topics, isTopicsAssigned, organization, order, version, row } = paper;
    const entry = row === undefined ? version : `${version} ${row}`;
    const sketch = { facts, topics, isTopicsAssigned, organization, order, version, row, entry };
    sketches.set(paper, sketch as unknown as Paper);
    return sketch as unknown as Paper;
  });
}

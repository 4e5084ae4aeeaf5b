/** What the browser's history holds of a search: one entry for each question, with how many results were shown. */

/** How a question comes to be asked: `type` while it is written, `commit` when it is meant, `restore` from the address. */
export type Manner = "type" | "commit" | "restore";

/** The history of one search page. */
export class SearchHistory {
  /** Whether the address holds something half typed, which the next change of the text replaces. */
  isDraft = false;

  /** How many results were shown at this place; undefined where that is not kept. */
  get shown(): number | undefined {
    const shown = (history.state as { shown?: unknown } | null)?.shown;
    return typeof shown === "number" ? shown : undefined;
  }

  /** Keeps how many results are shown now. */
  keepShown(shown: number): void {
    history.replaceState({ shown }, "");
  }

  /** Typing makes one entry, however long it goes on; everything else makes one each. */
  keepAddress(address: string, manner: Manner): void {
    if (manner === "restore") return;
    const isSame = address === location.pathname + location.search;
    if (!isSame && manner === "type" && this.isDraft) history.replaceState(null, "", address);
    else if (!isSame) history.pushState(null, "", address);
    this.isDraft = manner === "type" && (this.isDraft || !isSame);
  }
}

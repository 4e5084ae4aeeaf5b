/**
 * Keys that work on every page: `/` searches, `j` and `k` move through papers, or to a paper's neighbours where there is
 * no list, `o` opens, `c` copies the BibTeX, `?` shows this list. Never while someone types, and never with a modifier,
 * which belong to the browser.
 */

/** Papers on a page, at length or as rows. */
const PAPER = ".lead, .second, .entry";
const TITLE_LINK = ":is(h2, h3, h4) a[href]";

const actions: Record<string, () => boolean> = {
  "/": goToSearch,
  j: () => moveThroughPapers(1) || goToNeighbour("next"),
  k: () => moveThroughPapers(-1) || goToNeighbour("prev"),
  o: openPaper,
  c: copyCitation,
  "?": showKeys,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
  if (Object.hasOwn(actions, event.key) && actions[event.key]?.()) event.preventDefault();
});

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
}

/** To the question of the search page, else to the field in the masthead. */
function goToSearch(): boolean {
  hideKeys();
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(".question, .quick input");
  const field = [...fields].find((candidate) => candidate.getClientRects().length > 0);
  field?.focus();
  field?.select();
  return field !== undefined;
}

/** To the next or previous paper from the one in focus; from outside the list to the first one in view. */
function moveThroughPapers(step: 1 | -1): boolean {
  hideKeys();
  const papers = [...document.querySelectorAll<HTMLElement>(PAPER)].filter(
    (paper) => paper.getClientRects().length > 0,
  );
  const current = papers.findIndex((paper) => paper.contains(document.activeElement));
  const inView = papers.findIndex((paper) => paper.getBoundingClientRect().top >= 0);
  const paper = papers[current >= 0 ? current + step : Math.max(inView, 0)];
  paper?.querySelector<HTMLElement>(TITLE_LINK)?.focus({ preventScroll: true });
  paper?.scrollIntoView({ block: "nearest" });
  return papers.length > 0;
}

function goToNeighbour(rel: "next" | "prev"): boolean {
  return click(document.querySelector<HTMLElement>(`.catchwords [rel=${rel}]`));
}

function openPaper(): boolean {
  return click(document.activeElement?.closest(PAPER)?.querySelector<HTMLElement>(TITLE_LINK));
}

function copyCitation(): boolean {
  return click(document.querySelector<HTMLElement>("[data-copy]:not([hidden])"));
}

function click(element: HTMLElement | null | undefined): boolean {
  element?.click();
  return element !== null && element !== undefined;
}

function showKeys(): boolean {
  document.getElementById("keys")?.togglePopover();
  return true;
}

/** Hands the focus back to where it was. */
function hideKeys(): void {
  document.getElementById("keys")?.hidePopover();
}

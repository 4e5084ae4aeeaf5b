/**
 * Keys that work on every page: `/` searches, `j` and `k` move through a list of papers, `o` opens, `c` copies the
 * BibTeX, `?` shows this list. Never while someone types, and never with a modifier, which belong to the browser.
 */

const TITLE_LINK = ":is(h3, h4) a[href]";

const actions: Record<string, () => boolean> = {
  "/": goToSearch,
  j: () => moveThroughEntries(1),
  k: () => moveThroughEntries(-1),
  o: openEntry,
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

/** To the question of the search page, else to the field in the masthead, else to the search page. */
function goToSearch(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(".question, .quick input");
  const field = [...fields].find((candidate) => candidate.getClientRects().length > 0);
  if (field !== undefined) {
    field.focus();
    field.select();
    return true;
  }
  const form = document.querySelector<HTMLFormElement>(".quick");
  if (form === null) return false;
  location.assign(`${form.action}#q`);
  return true;
}

/** To the next or previous paper from the one in focus; from outside the list to the first one in view. */
function moveThroughEntries(step: 1 | -1): boolean {
  const entries = [...document.querySelectorAll<HTMLElement>(".entry")].filter(
    (entry) => entry.getClientRects().length > 0,
  );
  const current = entries.findIndex((entry) => entry.contains(document.activeElement));
  const inView = entries.findIndex((entry) => entry.getBoundingClientRect().top >= 0);
  const next = current >= 0 ? current + step : Math.max(inView, 0);
  const entry = entries[next];
  if (entry === undefined) return false;
  entry.querySelector<HTMLElement>(TITLE_LINK)?.focus({ preventScroll: true });
  entry.scrollIntoView({ block: "nearest" });
  return true;
}

function openEntry(): boolean {
  const entry = document.activeElement?.closest(".entry");
  const link = entry?.querySelector<HTMLAnchorElement>(TITLE_LINK);
  link?.click();
  return link !== undefined && link !== null;
}

function copyCitation(): boolean {
  const button = document.querySelector<HTMLButtonElement>("[data-copy]:not([hidden])");
  button?.click();
  return button !== null;
}

function showKeys(): boolean {
  const keys = document.getElementById("keys");
  keys?.scrollIntoView({ block: "center" });
  keys?.focus({ preventScroll: true });
  return keys !== null;
}

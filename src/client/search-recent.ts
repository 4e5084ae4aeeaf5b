/** The reader's last searches on the start of the search page, kept in this browser only. Fetched where there are any. */
import { routes } from "../lib/routes.ts";
import type { SearchLabels } from "../lib/search/labels.ts";
import { quote } from "../lib/search/phrases.ts";
import { parseQuestion } from "../lib/search/question.ts";
import { dropRecent, formatRecent, parseRecent, type RecentSearch } from "../lib/search/recent.ts";
import { describeQuestion } from "../lib/search/summary.ts";
import { make } from "./dom.ts";
import { readStorage, writeStorage } from "./search-storage.ts";

/** Shows what is kept in the part of the page for it, which is hidden when that is nothing. */
export function showRecent(root: HTMLElement): void {
  const part = root.querySelector<HTMLElement>('[data-part="recent"]');
  const labels = JSON.parse(root.querySelector('[data-part="labels"]')?.textContent ?? "") as SearchLabels;
  if (part === null) return;
  const searches = parseRecent(readStorage());
  const forget = (query: string | undefined): void => {
    const rest = query === undefined ? [] : dropRecent(parseRecent(readStorage()), query);
    writeStorage(rest.length === 0 ? undefined : formatRecent(rest));
    const place = searches.findIndex((search) => search.query === query);
    showRecent(root);
    const buttons = part.querySelectorAll<HTMLElement>("li button");
    // What had the focus is gone: on with the next one, or to the question.
    (buttons[Math.min(place, buttons.length - 1)] ?? root.querySelector<HTMLElement>("#q"))?.focus();
  };
  part.hidden = searches.length === 0;
  part.querySelector("ol")?.replaceChildren(...searches.map((search) => makeItem(search, labels, forget)));
  const all = part.querySelector<HTMLButtonElement>('[data-part="forget"]');
  if (all !== null) all.onclick = () => forget(undefined);
}

function makeItem({ query, title }: RecentSearch, labels: SearchLabels, forget: (query: string) => void): HTMLElement {
  const question = parseQuestion(new URLSearchParams(query), new Set(labels.topics.map(({ id }) => id)));
  const name = describeQuestion(question, labels, title);
  const button = make("button", { class: "plain", type: "button", "aria-label": `Forget ${quote(name)}` }, "×");
  button.addEventListener("click", () => forget(query));
  return make("li", {}, make("a", { href: `${routes.search()}?${query}`, dir: "auto" }, name), button);
}

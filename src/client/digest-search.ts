/**
 * `<digest-search>`: the search page. What answers is fetched when there is a question, or when someone goes to the
 * field, so that the page itself is light; `#q` in the address goes there. Last searches are shown where there are any.
 */
import { hasRecent } from "./search-storage.ts";

class DigestSearch extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector<HTMLElement>("#q");
    if (location.search !== "") void this.#start();
    else field?.addEventListener("focus", () => void this.#start(), { once: true });
    field?.addEventListener("keydown", this.#keepEnter);
    if (location.search === "" && hasRecent())
      void import("./search-recent.ts").then(({ showRecent }) => showRecent(this));
    if (location.hash === "#q") field?.focus();
  }

  /** Enter that is pressed before anything can answer counts when something can. */
  readonly #keepEnter = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#isMeant = true;
  };
  #isMeant = false;

  async #start(): Promise<void> {
    const app = await import("./search-app.ts").catch(() => undefined);
    this.querySelector<HTMLElement>("#q")?.removeEventListener("keydown", this.#keepEnter);
    app?.startSearch(this, this.#isMeant);
    // The form itself still asks: it loads this page again.
    if (app === undefined) this.querySelector('[data-part="unloaded"]')?.removeAttribute("hidden");
  }
}

customElements.define("digest-search", DigestSearch);

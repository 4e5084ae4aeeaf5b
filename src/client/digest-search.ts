/**
 * `<digest-search>`: the search page. What answers is fetched as soon as the page itself is there, so that the first
 * question finds it ready; where readers want to save data, when there is a question or someone goes to the field.
 */
class DigestSearch extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector<HTMLElement>("#q");
    field?.addEventListener("keydown", this.#keepEnter);
    if (location.search !== "") this.#start();
    else field?.addEventListener("focus", this.#start, { once: true });
    if (isSavingData()) return;
    if (document.readyState === "complete") this.#start();
    else addEventListener("load", this.#start, { once: true });
  }

  /** Enter that is pressed before anything can answer counts when something can. */
  readonly #keepEnter = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#isMeant = true;
  };
  #isMeant = false;
  #isStarted = false;

  readonly #start = (): void => {
    if (this.#isStarted) return;
    this.#isStarted = true;
    void this.#answer();
  };

  async #answer(): Promise<void> {
    const app = await import("./search-app.ts").catch(() => undefined);
    this.querySelector<HTMLElement>("#q")?.removeEventListener("keydown", this.#keepEnter);
    app?.startSearch(this, this.#isMeant);
    // The form itself still asks: it loads this page again.
    if (app === undefined) this.querySelector('[data-part="unloaded"]')?.removeAttribute("hidden");
  }
}

/** Whether the reader's browser is told to load little: https://wicg.github.io/savedata/ */
function isSavingData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

customElements.define("digest-search", DigestSearch);

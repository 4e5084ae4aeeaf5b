/**
 * `<digest-search>`: the search page. What answers is fetched when there is a question, or when someone goes to the
 * field, so that the page itself is light; `#q` in the address goes there.
 */
class DigestSearch extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector<HTMLElement>("#q");
    const start = async (): Promise<void> => (await import("./search-app.ts")).startSearch(this);
    if (location.search !== "") void start();
    else field?.addEventListener("focus", () => void start(), { once: true });
    if (location.hash === "#q") field?.focus();
  }
}

customElements.define("digest-search", DigestSearch);

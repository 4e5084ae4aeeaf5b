/**
 * `<digest-later>`: names papers that came after its page was made, from the file of `data-from`, where that has any. It
 * makes its elements itself: what search makes its own with would bring all of search along.
 */
import type { LaterPaper } from "../lib/papers/later.ts";

class DigestLater extends HTMLElement {
  connectedCallback(): void {
    const { from = "", of = "" } = this.dataset;
    fetch(from)
      .then((answer) => answer.json())
      .then((papers: { [id: string]: LaterPaper[] }) => this.#show(papers[of] ?? []))
      // The page is whole without them.
      .catch(() => {});
  }

  #show(papers: readonly LaterPaper[]): void {
    const list = this.querySelector(".briefs");
    for (const { href, title, published, date, reason } of papers) {
      const item = append(list, "article", { className: "brief" });
      append(append(item, "h3"), "a", { href, dir: "auto", textContent: title });
      const facts = append(item, "p", { className: "facts" });
      if (reason) append(facts, "span", { className: "by wrap", textContent: reason });
      append(facts, "time", { dateTime: published, textContent: date });
      this.firstElementChild?.removeAttribute("hidden");
    }
  }
}

/** Makes an element with these properties, the last of its parent. */
function append<Name extends keyof HTMLElementTagNameMap>(
  parent: Element | null,
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  parent?.append(element);
  return element;
}

customElements.define("digest-later", DigestLater);

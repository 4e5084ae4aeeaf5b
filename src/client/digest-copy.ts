/** `<digest-copy>`: a button that copies the text of `[data-copy-source]` and says that it did. */
class DigestCopy extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>("[data-copy]");
    const source = this.querySelector("[data-copy-source]");
    const status = this.querySelector("[role=status]");
    if (button === null || source === null || status === null) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source.textContent ?? "");
        status.textContent = "Copied.";
      } catch {
        // The browser may refuse; then the text is selected, so that the reader's own keys can copy it.
        source.closest("details")?.setAttribute("open", "");
        getSelection()?.selectAllChildren(source);
        status.textContent = "Selected; copy it with your keyboard.";
      }
    });
  }
}

customElements.define("digest-copy", DigestCopy);

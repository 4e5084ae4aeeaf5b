/** Tells screen readers what came of a question, once it is quiet: not at each letter that is typed. */

/** Milliseconds without another sentence before one is told. */
const QUIET = 1000;

/** Speaks through one element, which is a live region. */
export class Announcer {
  readonly #region: HTMLElement;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  /** @param region The element with the role `status`. */
  constructor(region: HTMLElement) {
    this.#region = region;
  }

  /** Tells a sentence in a while, unless another one comes first; an empty one takes back what was told. */
  tell(sentence: string): void {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      this.#region.textContent = sentence;
    }, QUIET);
  }
}

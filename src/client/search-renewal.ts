/**
 * Notices that the site has changed while its search page stood open, so that what is asked is asked of the new index.
 * The old one is gone then: files of it that were not fetched yet are missing, and it lacks the papers of today.
 */
import { renewEngine } from "./search-engine.ts";

/** Milliseconds within which one look is enough, however often one asks in vain. */
const JUST_NOW = 5000;
/** Milliseconds before each further try when a part of the index is missing: the site may just be changing. */
const RETRY_DELAYS = [2000, 5000, 15_000];

/**
 * Tells the index of one page from the one that its site has by now. It comes with the page: a script of its own could
 * be gone just when the site has changed, and browsers try an import that failed no second time.
 */
export class Renewal {
  readonly #folder: string;
  #looked = Number.NEGATIVE_INFINITY;
  #tries = 0;

  /** @param folder Address of the index, with a slash at its end. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether the site has another index now than the one that was asked; false when that was looked at just now. */
  async isRenewed(): Promise<boolean> {
    return performance.now() - this.#looked >= JUST_NOW && this.isReplaced();
  }

  /** The same, looked at in any case: after a failure nothing else helps. */
  isReplaced(): Promise<boolean> {
    this.#looked = performance.now();
    return renewEngine(this.#folder);
  }

  /** Milliseconds after which a part of the index that could not be had is to be asked for again; undefined after some tries. */
  countTry(): number | undefined {
    this.#tries += 1;
    return RETRY_DELAYS[this.#tries - 1];
  }

  /** An answer was found: the next failure is tried anew. */
  endTries(): void {
    this.#tries = 0;
  }
}

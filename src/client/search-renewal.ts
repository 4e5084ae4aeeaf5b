/**
 * Notices that the site has changed while its search page stood open, so that what is asked is asked of the new index.
 * The old one is gone then: files of it that were not fetched yet are missing, and it lacks the papers of today.
 */
import { renewEngine } from "./search-engine.ts";

/** Milliseconds for which the index is taken for the newest without a look. */
const TRUSTED = 300_000;
/** Milliseconds within which one look is enough, however often one asks in vain. */
const JUST_NOW = 5000;
/** Milliseconds before each further try when a part of the index is missing: the site may just be changing. */
const RETRY_DELAYS = [2000, 5000, 15_000];

/** Watches one index for as long as its page stands. */
export class Renewal {
  readonly #folder: string;
  readonly #askAgain: () => void;
  #looked = performance.now();
  #tries = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param folder Address of the index, with a slash at its end.
   * @param askAgain Asks anew what the page shows; called when the index has changed, and for each further try.
   */
  constructor(folder: string, askAgain: () => void) {
    this.#folder = folder;
    this.#askAgain = askAgain;
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") void this.#look();
    });
    // The browser kept the page while one was elsewhere.
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) void this.#look();
    });
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

  /** An answer was found. Whether the index is still the newest is looked at behind it, if that was a while ago. */
  endTries(): void {
    this.#tries = 0;
    if (performance.now() - this.#looked >= TRUSTED) void this.#look();
  }

  /** A part of the index could not be had: asks again a little later; false when that was tried often enough. */
  tryLater(): boolean {
    const delay = RETRY_DELAYS[this.#tries];
    if (delay === undefined) return false;
    this.#tries += 1;
    this.#retry = setTimeout(this.#askAgain, delay);
    return true;
  }

  /** Something else is asked: what was asked before is not tried any more. */
  stopTries(): void {
    clearTimeout(this.#retry);
  }

  async #look(): Promise<void> {
    if (await this.isRenewed()) this.#askAgain();
  }
}

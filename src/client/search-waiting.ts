/** Says that one has to wait, and for what; only where it takes long enough to be noticed. */

/** Milliseconds before it is said that one has to wait. */
const NOTICED = 250;
/** Milliseconds after which the line is slow. */
const SLOW = 3000;

/** One wait, from now until `stop`. */
export class Waiting {
  #sentence: string;
  #isSaid = false;
  readonly #say: (sentence: string) => void;
  readonly #timers: ReturnType<typeof setTimeout>[];

  /**
   * @param sentence What is waited for.
   * @param say Tells the reader.
   */
  constructor(sentence: string, say: (sentence: string) => void) {
    this.#sentence = sentence;
    this.#say = say;
    const tell = (): void => {
      this.#isSaid = true;
      say(this.#sentence);
    };
    const tellSlow = (): void => {
      this.#isSaid = false;
      say("This is taking long: the line is slow.");
    };
    this.#timers = [setTimeout(tell, NOTICED), setTimeout(tellSlow, SLOW)];
  }

  /** From now on something else is waited for. */
  turn(sentence: string): void {
    this.#sentence = sentence;
    if (this.#isSaid) this.#say(sentence);
  }

  /** The wait is over. */
  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}

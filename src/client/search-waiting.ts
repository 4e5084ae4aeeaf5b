/** Says that one has to wait, and for what; only where it takes long enough to be noticed. */

/** Milliseconds before it is said that one has to wait. */
const NOTICED = 250;
/** Milliseconds after which the line is slow. */
const SLOW = 3000;

/** A wait that is under way. */
export interface Waiting {
  /** From now on something else is waited for. */
  turn(sentence: string): void;
  /** The wait is over. */
  stop(): void;
}

/**
 * Begins to wait.
 * @param sentence What is waited for.
 * @param say Tells the reader.
 */
export function beginWaiting(sentence: string, say: (sentence: string) => void): Waiting {
  let [awaited, isSaid] = [sentence, false];
  const tell = (text: string, isAwaited: boolean): void => {
    isSaid = isAwaited;
    say(text);
  };
  const timers = [
    setTimeout(() => tell(awaited, true), NOTICED),
    setTimeout(() => tell("This is taking long: the line is slow.", false), SLOW),
  ];
  return {
    turn(next) {
      awaited = next;
      if (isSaid) say(next);
    },
    stop: () => timers.forEach(clearTimeout),
  };
}

/** A bar for long work, on a terminal only: what is piped or logged stays free of it. */

const WIDTH = 24;
/** Milliseconds between two drawings: more often cannot be read, and costs. */
const PAUSE_MS = 80;

/** A bar that shows how far some work has come. */
export interface Progress {
  /** Tells how much is done, and in a word or two of what. */
  show(done: number, detail: string): void;
  /** Takes the bar away. */
  end(): void;
}

/**
 * Makes a bar.
 * @param total how much there is to do
 * @param stream where it is drawn; nothing is, unless it is a terminal
 */
export function startProgress(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { show() {}, end() {} };
  let drawn = 0;
  return {
    show(done, detail) {
      const now = performance.now();
      if (now - drawn < PAUSE_MS && done < total) return;
      drawn = now;
      const filled = Math.round((Math.min(done, total) / Math.max(total, 1)) * WIDTH);
      stream.write(`\r\u001b[K${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${done}/${total} ${detail}`);
    },
    end() {
      stream.write("\r\u001b[K");
    },
  };
}

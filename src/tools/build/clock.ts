/** The clock of a build: how long each phase took, told as it ends. */
import { BUILD_PHASES, type BuildPhase, type BuildReport, formatPhase } from "./report.ts";

/** A running clock. */
export type BuildClock = ReturnType<typeof startClock>;

/** Starts a clock. @param tell is told each phase as it ends */
export function startClock(tell: (line: string) => void) {
  const start = performance.now();
  const seconds = new Map<BuildPhase, number>();
  let last = start;
  return {
    /**
     * Ends a phase, which began when the last one ended, and tells what came of it.
     * @param waited seconds of it that were only waiting for another build's turn to end
     */
    end(phase: BuildPhase, outcome: string, waited = 0): void {
      const now = performance.now();
      const own = Math.max(0, (now - last) / 1000 - waited);
      seconds.set(phase, own);
      last = now;
      tell(formatPhase(phase, outcome, own));
    },
    /** Seconds of each phase up to now, 0 for one that was not needed, and of all. */
    read(): BuildReport["seconds"] {
      const phases = BUILD_PHASES.map((phase) => [phase, seconds.get(phase) ?? 0]);
      return { ...Object.fromEntries(phases), total: (performance.now() - start) / 1000 };
    },
  };
}

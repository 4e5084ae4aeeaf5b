/** How much memory programs hold that were started somewhere below this process, read from Linux's /proc. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Time between two looks. A peak is kept by the system, so only what a program gains in its very last moments is missed. */
const INTERVAL_MS = 100;

/** A watch that is kept. */
export interface MemoryWatch {
  /**
   * Ends the watch.
   * @returns the most memory that the programs held at once, in bytes; undefined where the system does not tell, or
   * when none was seen
   */
  end(): number | undefined;
}

/** Watches programs of this name, children of this process or of theirs. @param name matches the first 15 letters of a program's name */
export function watchMemory(name: RegExp): MemoryWatch {
  let most: number | undefined;
  const look = (): void => {
    const peaks = listDescendants(process.pid).flatMap((pid) => readPeak(pid, name) ?? []);
    if (peaks.length === 0) return;
    most = Math.max(
      most ?? 0,
      peaks.reduce((sum, peak) => sum + peak, 0),
    );
  };
  const timer = existsSync("/proc/self/status") ? setInterval(look, INTERVAL_MS) : undefined;
  timer?.unref();
  return {
    end() {
      clearInterval(timer);
      return most;
    },
  };
}

/**
 * Peak of a process from the text of its `status` file, in bytes; undefined when it is another program.
 * @param status text of /proc/<pid>/status
 */
export function parsePeak(status: string, name: RegExp): number | undefined {
  const program = /^Name:\s*(.*)$/m.exec(status)?.[1] ?? "";
  const peak = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1];
  return name.test(program) && peak !== undefined ? Number(peak) * 1024 : undefined;
}

function readPeak(pid: number, name: RegExp): number | undefined {
  try {
    return parsePeak(readFileSync(`/proc/${pid}/status`, "utf8"), name);
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}

function listDescendants(pid: number): number[] {
  return listChildren(pid).flatMap((child) => [child, ...listDescendants(child)]);
}

function listChildren(pid: number): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const texts = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8"));
    return texts.flatMap((text) => text.split(" ").filter(Boolean).map(Number));
  } catch {
    return [];
  }
}

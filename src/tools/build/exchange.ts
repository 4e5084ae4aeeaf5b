/**
 * What a build changes in its output folder, so that all of it can be taken back: what makes way is kept aside until the
 * build has done everything else that can fail.
 */
import { lstatSync, mkdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readErrorCode } from "../../lib/failure.ts";
import { linkOrCopy } from "../../lib/records/write-file.ts";
import { findEntry } from "./site-files.ts";

/** Changes that are made one after another, and stand once they are settled. */
export class Exchange {
  readonly #aside: string;
  #steps = new DisposableStack();
  #kept = 0;

  /** @param aside folder for what makes way, on the file system of the output folder; what it held is removed */
  constructor(aside: string) {
    this.#aside = aside;
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(aside, { recursive: true });
  }

  /** Puts a file, or a folder with all it holds, in its place; of a file that stands there readers find the old or the new one. */
  put(from: string, to: string): void {
    const before = findEntry(to);
    if (before?.isFile() && lstatSync(from).isFile()) {
      const kept = this.#nameKept();
      linkOrCopy(to, kept);
      this.#do(
        () => renameSync(from, to),
        () => renameSync(kept, to),
      );
      return;
    }
    if (before !== undefined) this.takeOut(to);
    this.#do(
      () => renameSync(from, to),
      () => renameSync(to, from),
    );
  }

  /** Takes a file or a folder out. */
  takeOut(path: string): void {
    const kept = this.#nameKept();
    this.#do(
      () => renameSync(path, kept),
      () => renameSync(kept, path),
    );
  }

  /** Takes a folder out if it is empty, and says whether it was. Its names are not listed for it: one folder may have those of all papers. */
  takeOutEmpty(folder: string): boolean {
    try {
      this.#do(
        () => rmdirSync(folder),
        () => mkdirSync(folder),
      );
      return true;
    } catch (error) {
      if (["ENOTEMPTY", "EEXIST"].includes(readErrorCode(error) ?? "")) return false;
      throw error;
    }
  }

  /** Takes everything back, the last change first, and says whether that went through. */
  undo(): boolean {
    try {
      this.#steps.dispose();
    } catch {
      return false;
    }
    this.settle();
    return true;
  }

  /** Gives up what was kept; what cannot be removed now the next build removes. */
  settle(): void {
    this.#steps = new DisposableStack();
    try {
      rmSync(this.#aside, { recursive: true, force: true });
    } catch {
      // It stands in nobody's way.
    }
  }

  #nameKept(): string {
    this.#kept += 1;
    return join(this.#aside, String(this.#kept));
  }

  #do(change: () => void, takeBack: () => void): void {
    change();
    this.#steps.defer(takeBack);
  }
}

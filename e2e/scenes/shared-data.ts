/** Real data that some tests read. It lies beside the project, or where SHARED_DIR says, and need not be there. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** Where data lie, and why a test of them is left out when they do not. */
export interface SharedData {
  /** Absolute path of the file or folder. */
  path: string;
  /** `false` when it is there, otherwise why not: what a test's option `skip` takes. */
  skip: string | false;
}

/** Looks for a file or folder of the real data, such as `findSharedData("data", "hf-daily")`. */
export function findSharedData(...parts: string[]): SharedData {
  const folder = resolve(import.meta.dirname, "..", "..", process.env["SHARED_DIR"] || "../shared");
  const path = join(folder, ...parts);
  return {
    path,
    skip: existsSync(path) ? false : `${path} is not there; SHARED_DIR can name another folder than ${folder}`,
  };
}

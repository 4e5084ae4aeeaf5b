/**
 * The parts that an index is put together from: folders whose names carry what they are made from. A part that is there
 * already is used again, if all its files are there with the sizes and times they had when it was made; what was made is kept in
 * mind outside the index, where readers do not get it. New parts are written elsewhere; the index that stands is only read.
 */
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { hashText, sealText, unsealText } from "../lib/records/sealed-text.ts";
import { writeFileAtomic } from "../lib/records/write-file.ts";

type PartFile = [path: string, bytes: number, time: number];

/** What is kept in mind of a part. */
interface KeptPart {
  /** Its files by path in the part, with their sizes in bytes and the times at which they were written, in milliseconds. */
  files: PartFile[];
  /** What its maker wants to know of it. */
  data: unknown;
}

/** A file as it stands. */
export interface FileStamp {
  /** Bytes. */
  size: number;
  /** Time of its last change, milliseconds. */
  mtimeMs: number;
}

/** A name that is its own for what it is made from. */
export function nameKey(...from: readonly unknown[]): string {
  return hashText(JSON.stringify(from), 12);
}

/** Where the parts of an index lie. */
export interface PartsPlace {
  /** Folder of the index that stands; it need not exist. */
  folder: string;
  /** Folder in which new parts are made, on the same file system; it need not exist. */
  staging: string;
  /** Folder that keeps in mind what was made, from build to build; without it nothing is used again. */
  state?: string | undefined;
  /**
   * Says how a file of the index stands, by its path in it, where all were looked at before; what is no file has none, or
   * a size below 0. Otherwise each is looked at when it is asked for.
   */
  findFile?: ((path: string) => FileStamp | undefined) | undefined;
}

/** The parts of one index during one build. */
export class IndexParts {
  readonly #place: PartsPlace;
  /** By name, the parts in use. */
  readonly #used = new Map<string, KeptPart>();
  /** Names of those that are new. */
  readonly made = new Set<string>();

  constructor(place: PartsPlace) {
    this.#place = place;
  }

  /** Names of the parts in use. */
  get names(): Iterable<string> {
    return this.#used.keys();
  }

  /** What is known of a part that can be used as it is; undefined when it has to be made. */
  reuse<Data>(name: string): Data | undefined {
    const kept = this.#findWhole(name);
    if (kept === undefined) return undefined;
    this.#used.set(name, kept);
    return kept.data as Data;
  }

  /** Parts of earlier builds whose names begin so, with what is known of them: whole ones that are in no use yet. */
  listUnused<Data>(prefix: string): { folder: string; data: Data }[] {
    return this.#listKept()
      .map(nameEntry)
      .filter((name) => name.startsWith(prefix) && !this.#used.has(name))
      .flatMap((name) => {
        const kept = this.#findWhole(name);
        return kept === undefined ? [] : [{ folder: join(this.#place.folder, name), data: kept.data as Data }];
      });
  }

  /**
   * Makes a part.
   * @param fill Writes its files to the folder that it opens, and gives what is to be known of it later; it must be what
   * JSON can hold. Undefined gives the part up.
   */
  async make<Data>(name: string, fill: (openFolder: () => string) => Data | Promise<Data>): Promise<Data> {
    const fresh = join(this.#place.staging, name);
    const data = await fill(() => {
      mkdirSync(fresh, { recursive: true });
      return fresh;
    });
    if (data === undefined) {
      rmSync(fresh, { recursive: true, force: true });
      return data;
    }
    this.#used.set(name, { files: listFiles(fresh), data });
    this.made.add(name);
    return data;
  }

  /** Keeps the new parts in mind: they are believed once they stand in the index. */
  remember(): void {
    if (this.#place.state === undefined) return;
    for (const name of this.made) {
      const path = this.#locate(name);
      if (statFile(path) === undefined) rmSync(path, { recursive: true, force: true });
      writeFileAtomic(path, sealText(JSON.stringify(this.#used.get(name))));
    }
  }

  /** Forgets all parts that are in no use any more. */
  forget(): void {
    for (const entry of this.#listKept()) {
      if (!this.#used.has(nameEntry(entry))) rmSync(join(this.#place.state ?? "", entry), { recursive: true });
    }
  }

  /** The files of the parts in use, by their paths in the index. */
  listFiles(): Map<string, FileStamp> {
    const files = new Map<string, FileStamp>();
    for (const [name, part] of this.#used) {
      for (const [path, size, mtimeMs] of part.files) files.set(`${name}/${path}`, { size, mtimeMs });
    }
    return files;
  }

  /** A part of an earlier build whose files are all as they were made. */
  #findWhole(name: string): KeptPart | undefined {
    const { folder, findFile = (path) => statFile(join(folder, path)) } = this.#place;
    const kept = this.#recall(name);
    const isUntouched = ([path, size, mtimeMs]: PartFile): boolean => {
      const found = findFile(`${name}/${path}`);
      return found?.size === size && found.mtimeMs === mtimeMs;
    };
    return kept?.files.every(isUntouched) ? kept : undefined;
  }

  #recall(name: string): KeptPart | undefined {
    const path = this.#locate(name);
    if (this.#place.state === undefined || statFile(path) === undefined) return undefined;
    const text = unsealText(readFileSync(path, "utf8"));
    return text === undefined ? undefined : (JSON.parse(text) as KeptPart);
  }

  /** What stands where parts are kept in mind. */
  #listKept(): string[] {
    const { state = "" } = this.#place;
    return existsSync(state) ? readdirSync(state) : [];
  }

  #locate(name: string): string {
    return join(this.#place.state ?? "", `${name}.json`);
  }
}

/** Name of the part that a file keeps in mind. */
function nameEntry(entry: string): string {
  return entry.replace(/\.json$/, "");
}

/** How a file stands; whatever else does is in its place by mistake. */
function statFile(path: string): FileStamp | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? found : undefined;
}

function listFiles(folder: string): PartFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = lstatSync(path);
      return [relative(folder, path).split(sep).join("/"), size, mtimeMs];
    });
}

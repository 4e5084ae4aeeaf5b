/** What the pages of a build get, on its way from the plan to the templates: a file a kind, a line a page. */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PlannedPage } from "./planned-page.ts";

/** Writes what pages get into a folder, by kind. Views are made one at a time, so that memory does not grow with their number. */
export function writePageProps(folder: string, pages: Iterable<PlannedPage>): void {
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, number>();
  for (const { kind, file, makeProps } of pages) {
    const descriptor = files.getOrInsertComputed(kind, () => openSync(nameProps(folder, kind), "w"));
    writeFileSync(descriptor, `${JSON.stringify(file)}\t${JSON.stringify(makeProps())}\n`);
  }
  for (const descriptor of files.values()) closeSync(descriptor);
}

/** A page as its template gets it. */
export interface WrittenPage {
  /** Its file below the site's folder. */
  file: string;
  /** What its template gets. */
  props: object;
}

/** Reads the pages of a kind; each one's props are parsed when they are asked for, which is when it is rendered. */
export function readPageProps(folder: string, kind: string): WrittenPage[] {
  const path = nameProps(folder, kind);
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const pages: WrittenPage[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    const tab = bytes.indexOf(9, start);
    const file = JSON.parse(bytes.toString("utf8", start, tab)) as string;
    pages.push({ file, props: makeLazy(() => JSON.parse(bytes.toString("utf8", tab + 1, end)) as object) });
    start = end + 1;
  }
  return pages;
}

/** An object that is read when its fields are asked for, all at once by copying it, and held no longer than that takes. */
function makeLazy(read: () => object): object {
  let known: object | undefined;
  const readOnce = (): object => {
    if (known === undefined) queueMicrotask(() => (known = undefined));
    known ??= read();
    return known;
  };
  return new Proxy(
    {},
    {
      ownKeys: () => Reflect.ownKeys(readOnce()),
      get: (_, name) => Reflect.get(readOnce(), name),
      getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(readOnce(), name),
    },
  );
}

function nameProps(folder: string, kind: string): string {
  return join(folder, `${kind.replaceAll("/", "+")}.jsonl`);
}

/** Astro content loaders over the readers of lib/content: a file is read again only when its bytes have changed. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { DataStore, Loader, LoaderContext } from "astro/loaders";
import { parseAddresses } from "#lib/content/addresses.ts";
import {
  type Parsed,
  parseDays,
  parseDigest,
  parseOrganizations,
  parseRecords,
  parseRedirects,
  parseTags,
} from "#lib/content/parse.ts";
import { type CONTENT_FILES, listContentFiles, nameFile } from "#lib/content/read.ts";
import { ContentError, type Problem } from "#lib/errors.ts";

/** Absolute path of the content folder: CONTENT_DIR, or `content` in the project. */
export const CONTENT_FOLDER = resolve(process.env["CONTENT_DIR"] ?? "content");

/** One entry of a collection: data that a schema has checked, and prose where there is some. */
interface Entry {
  id: string;
  data: { [key: string]: unknown };
  body?: string;
}

type Kind = Exclude<keyof typeof CONTENT_FILES, "editions">;

/** How each kind of file becomes entries. */
const PARSERS: { [K in Kind]: (text: string, file: string) => Parsed<Entry[]> } = {
  records: (text, file) => toEntries(parseRecords(text, file), (record) => record.id),
  days: (text, file) => toEntries(parseDays(text, file), (day) => `${day.date} ${day.source}`),
  tags: (text, file) => toEntries(parseTags(text, file), (tag) => tag.id),
  organizations: (text, file) => toEntries(parseOrganizations(text, file), (organization) => organization.id),
  redirects: (text, file) => toEntries(parseRedirects(text, file), (redirect) => redirect.from),
  addresses: (text, file) => {
    const { value, problems } = parseAddresses(text, file);
    return { value: value.lines.map(({ data }) => ({ id: data, data: { address: data } })), problems };
  },
  digests: (text, file) => {
    const { value, problems } = parseDigest(text, file);
    return {
      value: value === undefined ? [] : [{ id: basename(file, ".md"), data: value.data, body: value.body }],
      problems,
    };
  },
};

function toEntries<Data extends object>(
  parsed: Parsed<{ lines: { data: Data }[] }>,
  readId: (data: Data) => string,
): Parsed<Entry[]> {
  const value = (parsed.value?.lines ?? []).map(({ data }) => ({ id: readId(data), data: data as Entry["data"] }));
  return { value, problems: parsed.problems };
}

/**
 * A loader for one kind of content. In dev it loads again when one of its files changes.
 * Throws a `ContentError` with every problem of the kind before anything is stored.
 * @param folder absolute path of the content folder
 */
export function loadContent(kind: Kind, folder = CONTENT_FOLDER): Loader {
  return {
    name: `offprint-${kind}`,
    load: async (context) => {
      loadKind(kind, folder, context);
      const isOwn = (path: string) => listContentFiles(folder, kind).includes(path);
      for (const event of ["add", "change", "unlink"] as const) {
        context.watcher?.on(event, (path) => {
          if (event === "unlink" ? path.startsWith(folder) : isOwn(path)) reload(kind, folder, context);
        });
      }
      context.watcher?.add(folder);
    },
  };
}

/** As `loadKind`, but what is wrong is logged and the last good data stay. */
function reload(kind: Kind, folder: string, context: LoaderContext): void {
  try {
    loadKind(kind, folder, context);
  } catch (error) {
    context.logger.error(error instanceof Error ? error.message : String(error));
  }
}

function loadKind(kind: Kind, folder: string, { store, meta }: LoaderContext): void {
  const rules = hashRules();
  const problems: Problem[] = [];
  const fresh: { path: string; hash: string; entries: Entry[] }[] = [];
  const kept = new Set<string>();
  for (const path of listContentFiles(folder, kind)) {
    const text = readFileSync(path, "utf8");
    const hash = hashText(rules + text);
    const known = readKnownIds(meta.get(path), hash, store);
    if (known !== undefined) {
      for (const id of known) kept.add(id);
      continue;
    }
    const parsed = PARSERS[kind](text, nameFile(path));
    problems.push(...parsed.problems);
    fresh.push({ path, hash, entries: parsed.value ?? [] });
  }
  if (problems.length > 0) throw new ContentError(problems);
  for (const { path, hash, entries } of fresh) {
    for (const entry of entries) {
      store.set({ ...entry, digest: hash });
      kept.add(entry.id);
    }
    meta.set(path, JSON.stringify({ hash, ids: entries.map(({ id }) => id) }));
  }
  for (const id of [...store.keys()]) if (!kept.has(id)) store.delete(id);
}

/** Ids a file gave last time, when it has not changed since and the store still holds all of them. */
function readKnownIds(entry: string | undefined, hash: string, store: DataStore): string[] | undefined {
  if (entry === undefined) return undefined;
  const known = JSON.parse(entry) as { hash: string; ids: string[] };
  return known.hash === hash && known.ids.every((id) => store.has(id)) ? known.ids : undefined;
}

/** Folders whose code decides what an entry may hold. */
const RULE_FOLDERS = ["src/lib/content", "src/lib/papers", "src/lib"];

/** Changes when a schema or a parser changes, because entries checked by old rules must be checked again. */
function hashRules(): string {
  const sources = RULE_FOLDERS.flatMap((folder) =>
    readdirSync(resolve(folder))
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .sort()
      .map((name) => join(resolve(folder), name)),
  );
  return hashText(sources.map((path) => readFileSync(path, "utf8")).join("\n"));
}

function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** A paper of a month that was read in an earlier build: its record is read from its file only where a page needs it. */
import { closeSync, openSync, readSync } from "node:fs";
import type { Digest } from "#lib/content/digest.ts";
import { type PaperRecord, RecordSchema } from "#lib/content/record.ts";
import { type EntryView, viewEntry } from "#lib/papers/entry.ts";
import type { ListedPaper, OrganizationName, Paper, PaperFacts, TagLabel } from "#lib/papers/paper.ts";
import type { Route } from "#lib/routes.ts";

/** What is kept of a paper from build to build. */
export interface StoredFacts extends Omit<ListedPaper, "topics" | "row"> {
  /** Ids of its topics. */
  topics: string[];
  /** How a build names its digest, where that bears no stamp though it was checked once; see `describeUnstamped`. */
  unstamped?: string;
  /** Line of its record in the file, from 1. */
  line: number;
  /** First byte of that line, and the one after its last. */
  bytes: [number, number];
}

/** What a stored paper is made whole with. */
export interface PaperSource {
  /** File of its month, absolute. */
  path: string;
  /** Words for topic ids. */
  labels: ReadonlyMap<string, TagLabel>;
  /** Its digest; undefined when it has none. */
  readDigest(id: string): Digest | undefined;
}

/** What has been read of a paper; what is missing is read when it is needed. */
export type PaperText = Partial<Pick<Paper, "record" | "digest">>;

/** A paper as it is kept, made whole on demand. */
export class StoredPaper implements Paper {
  readonly facts: PaperFacts;
  readonly topics: TagLabel[];
  readonly isTopicsAssigned: boolean;
  organization?: OrganizationName;
  readonly links?: readonly string[];
  readonly order: string;
  version: string;
  row?: Route;
  readonly #bytes: [number, number];
  readonly #source: PaperSource;
  readonly #text: PaperText | undefined;
  #entry: EntryView | undefined;

  constructor(stored: StoredFacts, source: PaperSource, text?: PaperText) {
    this.facts = stored.facts;
    this.topics = stored.topics.flatMap((id) => source.labels.get(id) ?? []);
    this.isTopicsAssigned = stored.isTopicsAssigned;
    if (stored.organization !== undefined) this.organization = stored.organization;
    if (stored.links !== undefined) this.links = stored.links;
    this.order = stored.order;
    this.version = stored.version;
    this.#bytes = stored.bytes;
    this.#source = source;
    this.#text = text;
  }

  /** All its facts; kept files are read each time. */
  get record(): PaperRecord {
    return this.#text?.record ?? RecordSchema.parse(JSON.parse(readBytes(this.#source.path, this.#bytes)));
  }

  /** Its digest; kept files are read each time. */
  get digest(): Digest | undefined {
    if (this.isTopicsAssigned) return undefined;
    return this.#text?.digest ?? this.#source.readDigest(this.facts.id);
  }

  /** What lists show of it; made once. */
  get entry(): EntryView {
    this.#entry ??= viewEntry(this);
    return this.#entry;
  }
}

function readBytes(path: string, [start, end]: [number, number]): string {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.allocUnsafe(end - start);
    readSync(file, bytes, 0, bytes.length, start);
    return bytes.toString("utf8");
  } finally {
    closeSync(file);
  }
}

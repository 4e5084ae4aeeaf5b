/** Invented papers for tests, around the record of lib/content/samples.ts. */
import type { Digest, DigestResult } from "#lib/content/digest.ts";
import type { PaperRecord } from "#lib/content/record.ts";
import { joinPaper, type OrganizationNames, type Paper, type TagLabel } from "#lib/papers/paper.ts";
import { makeRecord, SAMPLE_BODY } from "./content-samples.ts";

/** A finding with a figure. */
export const SAMPLE_RESULT: DigestResult = {
  claim: "Sorts better than the best crew",
  value: "77.7%",
  metric: "accuracy",
  dataset: "PORT2024",
  baseline: "from 70.8%",
};

/** A sound digest of the invented paper, without a stamp. */
export function makeDigest(changes: Partial<Digest> = {}): Digest {
  return {
    id: "2510.00001",
    tldr: "Ships can be sorted by a model that watches the cranes.",
    problem: "Harbours were slow.",
    approach: "A model looks on, then plans.",
    headline: 1,
    results: [SAMPLE_RESULT],
    limitations: { authors: [], curator: [] },
    audience: "Harbour masters.",
    tags: ["planning"],
    writtenFrom: "abstract",
    by: "the pilots",
    body: SAMPLE_BODY,
    ...changes,
  };
}

/** What may be known of an invented paper beyond its record. */
export interface SampleParts {
  /** Its digest. */
  digest?: Digest;
  /** Its topics, by label; the id is the label in lower case with hyphens. */
  topics?: string[];
  /** What organisations are called. */
  organizations?: OrganizationNames;
  /** Facts of the sample record that are not known of this paper. */
  unknown?: ("published" | "comments")[];
}

/** An invented paper. */
export function makePaper(changes: Partial<PaperRecord> = {}, parts: SampleParts = {}): Paper {
  const record = makeRecord(changes);
  for (const field of parts.unknown ?? []) delete record[field];
  return joinPaper(record, parts.digest, (parts.topics ?? []).map(makeTopic), parts.organizations ?? new Map());
}

/** A topic by its label. */
export function makeTopic(label: string): TagLabel {
  return { id: label.toLowerCase().replaceAll(" ", "-"), label, aliases: [] };
}

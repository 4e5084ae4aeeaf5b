/**
 * Reads a content folder. With a store, months whose files have not changed since an earlier build are not read again:
 * what is needed of their papers is kept there. When anything is wrong, all content is read in full and every problem told.
 */
import { basename, join } from "node:path";
import { checkContent } from "#lib/content/check.ts";
import { listContentFiles, nameContentFile } from "#lib/content/content-files.ts";
import type { DigestData } from "#lib/content/digest.ts";
import { type Document, sketchDocument } from "#lib/content/document.ts";
import type { EditionData } from "#lib/content/edition.ts";
import { type Content, readContent, readSmallFiles } from "#lib/content/read.ts";
import type { PaperRecord } from "#lib/content/record.ts";
import { ContentError, type Problem } from "#lib/errors.ts";
import { toSegment } from "#lib/papers/id.ts";
import { indexOrganizations } from "#lib/papers/paper.ts";
import { compileTopics } from "#lib/papers/topics.ts";
import type { Holdings } from "../library.ts";
import { readEditions } from "./edition-files.ts";
import { type JoinContext, type MonthRead, readMonth } from "./month-file.ts";
import { readStored, writeStored } from "./stored-file.ts";

/**
 * Reads all content.
 * @param folder absolute path of the content folder
 * @param storeFolder where earlier builds have kept what they read by the same rules; undefined when nothing is kept
 * @throws {ContentError} with every problem there is
 */
export function readHoldings(folder: string, storeFolder?: string): Holdings {
  const small = readSmallFiles(folder);
  const vocabulary = small.tags.lines.map(({ data }) => data);
  const overrides = small.organizations.lines.map(({ data }) => data);
  const context: JoinContext = {
    matcher: compileTopics(vocabulary),
    labels: new Map(vocabulary.map(({ id, label, aliases }) => [id, { id, label, aliases }])),
    names: indexOrganizations(overrides),
  };
  const months = readMonths(folder, context, storeFolder);
  const ids = months.flatMap(({ month }) => month.papers.map(({ facts }) => facts.id));
  const isShrunk = storeFolder === undefined || hasLostIds(join(storeFolder, "ids.json"), ids);
  const editions = readEditions(folder, isShrunk ? undefined : storeFolder);
  const content = sketchContent(folder, small, months, editions.documents);
  const hasProblems = small.problems.length > 0 || editions.hasProblems || months.some((month) => month.hasProblems);
  // Digests were held against their sources when their months were read.
  if (hasProblems || checkContent(content, []).length > 0) throw new ContentError(listProblems(folder));
  if (storeFolder !== undefined) {
    editions.keep(storeFolder);
    writeStored(join(storeFolder, "ids.json"), ids);
  }
  return {
    papers: months.flatMap(({ papers }) => papers),
    unstamped: months.flatMap(({ month }) => month.papers.flatMap(({ unstamped }) => unstamped ?? [])),
    vocabulary,
    overrides,
    people: small.people.lines.map(({ data }) => data),
    editions: editions.documents.map(({ data }) => data),
    introductions: editions.introductions,
    marks: editions.marks,
    days: small.days.lines.map(({ data }) => data),
    redirects: small.redirects.lines.map(({ data }) => data),
    published: small.addresses.lines.map(({ data }) => data),
  };
}

/** A month with its file. */
interface Month extends MonthRead {
  /** Its file, absolute. */
  path: string;
}

function readMonths(folder: string, context: JoinContext, storeFolder: string | undefined): Month[] {
  const digests = new Map(listContentFiles(folder, "digests").map((path) => [basename(path, ".md"), path]));
  return listContentFiles(folder, "records").map((path) => ({
    path,
    ...readMonth(path, digests, context, storeFolder),
  }));
}

/** Whether a paper is gone that was there in the last build: then what editions say of papers has to be read again. */
function hasLostIds(path: string, ids: readonly string[]): boolean {
  const known = new Set(ids);
  return readStored<string[]>(path)?.some((id) => !known.has(id)) ?? true;
}

/** Content as far as it takes to find what is wrong between files, when nothing is wrong inside them. */
function sketchContent(
  folder: string,
  small: ReturnType<typeof readSmallFiles>,
  months: Month[],
  editions: Document<EditionData>[],
): Content {
  const papers = months.flatMap(({ month }) => month.papers);
  const links = new Map(papers.flatMap((paper) => (paper.links ? [[toSegment(paper.facts.id), paper.links]] : [])));
  return {
    ...small,
    folder,
    records: months.map(({ path, month }) => ({
      file: nameContentFile(path),
      // Of a record only these are looked at; what is left out cannot be wrong between files.
      lines: month.papers.map(({ line, facts, organization }) => ({
        line,
        data: { ...facts, organization } as PaperRecord,
      })),
      faulty: [],
    })),
    digests: listContentFiles(folder, "digests").map((path) => {
      const sketch = sketchDocument(nameContentFile(path), { tags: [] as string[] } as DigestData);
      // Of its prose only links are looked at.
      return { ...sketch, body: (links.get(basename(path, ".md")) ?? []).map((link) => `[[${link}]]`).join("\n") };
    }),
    editions,
    faulty: { digests: [], editions: [] },
  };
}

function listProblems(folder: string): Problem[] {
  return checkContent(readContent(folder));
}

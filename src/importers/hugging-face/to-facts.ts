/** One entry of an answer as the facts of its paper. Account names, avatars and the site's own summaries stay behind. */
import { isWebAddress, SLUG_LENGTH, SlugSchema } from "#lib/content/fields.ts";
import type { Links } from "#lib/content/record.ts";
import type { Day } from "#lib/dates.ts";
import { describeValue, type Problem } from "#lib/errors.ts";
import { dropInvisible } from "#lib/latex/characters.ts";
import { cleanName, cleanText, cleanTitle } from "#lib/latex/clean.ts";
import { toPlainText } from "#lib/latex/render.ts";
import { findPaperId } from "#lib/papers/find-id.ts";
import { isArxivId, type PaperId } from "#lib/papers/id.ts";
import { type Facts, SOURCES } from "#lib/records/facts.ts";
import { makeArxivLinks } from "../arxiv/links.ts";
import { splitTitleMark } from "../title-mark.ts";
import { readWithdrawal } from "../withdrawal-statement.ts";
import type { EntryData, OrganizationData } from "./entry.ts";
import { type Entry, joinPath } from "./parse.ts";

/** What an entry does not say of itself. */
export interface EntryContext {
  /** The file it stands in, as problems name it. */
  file: string;
  /** Day on which it is taken to be featured when it does not say; absent for papers that no list showed. */
  listedOn?: Day;
  /** Day on which the answer was given. */
  retrieved: Day;
}

/** An entry as facts, or why it has none. @param notices is told what is left out of them */
export function readDailyPaperFacts(
  { path, paperPath, data }: Entry,
  { file, listedOn, retrieved }: EntryContext,
  notices: Problem[],
): Facts | Problem {
  const { paper } = data;
  const id = findPaperId(paper.id);
  const stated = readFirst([paper.title, data.title], cleanTitle);
  if (id === undefined || stated === undefined) {
    const field = joinPath(paperPath, id === undefined ? "id" : "title");
    return { file, field, message: "is missing or empty", allowed: "text that is not empty" };
  }
  const leaveOut: LeaveOut = (field, found, allowed) =>
    notices.push({ file, field, message: `of ${id} is left out`, found: describeValue(found), allowed });
  const featured = paper.submittedOnDailyAt ?? listedOn;
  const abstract = readFirst([paper.summary, data.summary], cleanText);
  const { title, mark } = splitTitleMark(stated);
  const withdrawn = readWithdrawal(undefined, abstract) ?? mark !== undefined;
  const organization = readOrganization({ path, paperPath, data }, leaveOut);
  return {
    id,
    title,
    authors: (paper.authors ?? []).map((author) => cleanName(author.name)).filter((author) => author !== ""),
    ...(organization !== undefined && { organization }),
    ...(paper.publishedAt != null && { published: paper.publishedAt }),
    featured: featured === undefined ? [] : [featured],
    keywords: readKeywords(paper.ai_keywords ?? []),
    links: readLinks(id, { paperPath, data }, leaveOut),
    ...readCounts(data),
    ...(abstract !== undefined && { abstract }),
    // What Hugging Face does not say of a withdrawal, arXiv may.
    ...(withdrawn !== false && { withdrawn }),
    sources: [{ name: SOURCES.huggingFace, retrieved }],
    place: { file, field: path === "" ? "paper" : path },
  };
}

/** Notes a value that is not taken: its field, what was found and what is allowed. */
type LeaveOut = (field: string, found: unknown, allowed: string) => void;

/** The first text of which anything is left when it is clean. */
function readFirst(texts: (string | null | undefined)[], clean: (text: string) => string): string | undefined {
  return texts.map((text) => clean(text ?? "")).find((text) => text !== "");
}

/** Counts as they are given: what is missing stays away, and 0 is 0. */
function readCounts({ paper, numComments }: EntryData): Pick<Facts, "upvotes" | "comments" | "stars"> {
  const comments = numComments ?? paper.numComments;
  return {
    ...(paper.upvotes != null && { upvotes: paper.upvotes }),
    ...(comments != null && { comments }),
    ...(paper.githubStars != null && { stars: paper.githubStars }),
  };
}

/** Keywords, each once whatever its case. */
function readKeywords(keywords: string[]): string[] {
  const seen = new Map<string, string>();
  for (const keyword of keywords.map((source) => toPlainText(cleanTitle(source)))) {
    const key = keyword.toLowerCase();
    if (key !== "" && !seen.has(key)) seen.set(key, keyword);
  }
  return [...seen.values()];
}

function readLinks(id: PaperId, { paperPath, data }: Pick<Entry, "paperPath" | "data">, leaveOut: LeaveOut): Links {
  const read = (field: "githubRepo" | "projectPage") => {
    // A form may have broken it into lines.
    const address = data.paper[field]
      ?.split(/[\n\r]/)
      .map((line) => line.trim())
      .join("");
    if (address === undefined || isWebAddress(address)) return address;
    leaveOut(joinPath(paperPath, field), data.paper[field], "an http or https address");
    return undefined;
  };
  const [code, project] = [read("githubRepo"), read("projectPage")];
  const discussion = `https://huggingface.co/papers/${encodeURI(id)}`;
  return {
    ...(isArxivId(id) && makeArxivLinks(id)),
    ...(code !== undefined && { code }),
    ...(project !== undefined && { project }),
    ...(isWebAddress(discussion) && { discussion }),
  };
}

/** The organisation the paper names, else the one its entry names. */
function readOrganization({ path, paperPath, data }: Entry, leaveOut: LeaveOut): Facts["organization"] {
  const named = [
    { at: paperPath, organization: data.paper.organization },
    { at: path, organization: data.organization },
  ];
  for (const { at, organization } of named) {
    if (organization == null) continue;
    const made = makeOrganization(organization);
    if (made !== undefined) return made;
    leaveOut(joinPath(at, "organization"), organization, "a name with a Latin letter or a digit");
  }
  return undefined;
}

/** Its id is its login in lower case. Undefined when nothing of the login can stand in an address. */
function makeOrganization({ name, fullname }: OrganizationData): Facts["organization"] {
  const login = joinSpace(name ?? "");
  const id = [login.toLowerCase(), makeSlug(login)].find((text) => SlugSchema.safeParse(text).success);
  return id === undefined ? undefined : { id, name: joinSpace(fullname ?? "") || login };
}

/** What an address can hold of a text: letters without their marks, and hyphens for all else. */
function makeSlug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+/, "")
    .slice(0, SLUG_LENGTH)
    .replace(/(?<!-)-+$/, "");
}

/** A name that is not TeX: only white space is joined, and what cannot be seen is left out. */
function joinSpace(text: string): string {
  return dropInvisible(text).replace(/\s+/gu, " ").trim();
}

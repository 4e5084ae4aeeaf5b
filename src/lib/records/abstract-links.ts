/** Code and project pages that an abstract names: only those that it calls the authors' own. */
import { isWebAddress } from "../content/fields.ts";
import type { Links } from "../content/record.ts";

/** An address with what the abstract says of it. */
interface Mention {
  address: string;
  /** Words since the last address, or since the sentence began. */
  before: string;
}

/** Hosts whose addresses may stand without a scheme. */
const BARE_HOSTS =
  "(?:www\\.)?(?:github\\.com|gitlab\\.com|bitbucket\\.org|codeberg\\.org|huggingface\\.co|anonymous\\.4open\\.science|[\\w-]{1,60}\\.github\\.io)";
const ADDRESS = new RegExp(`https?://[^\\s{}<>"“”|\\\\]+|(?<![\\w./@-])${BARE_HOSTS}/[^\\s{}<>"“”|\\\\]+`, "gi");
/** A host that a line break or a careless full stop took apart. */
const BROKEN_HOST = /\b(github|gitlab|bitbucket|codeberg)\. ?(com|org)\/ ?(?=[\w.-])/gi;

/** Repositories: an owner and a name. */
const REPOSITORY =
  /^https?:\/\/(?:(?:www\.)?(?:github\.com|bitbucket\.org|codeberg\.org|gitee\.com)|(?:[\w-]{1,40}\.){0,3}gitlab\.(?:[\w-]{1,40}\.){0,3}\w{2,10})\/(?!(?:topics|orgs|sponsors|features|marketplace|search)\/)[\w.-]+\/[\w.~-]+/i;
const ANONYMOUS = /^https?:\/\/anonymous\.4open\.science\/(?:r\/|repository\/|anonymize\/)?[\w.-]+/i;
/** Where people keep code, data and models alike; the words say which. */
const MIXED = /^https?:\/\/(?:www\.)?huggingface\.co\/(?!papers\/)[\w.-]+/i;
/** Addresses that are neither code nor a page of the paper's own. */
const OTHER_PAGES =
  /^https?:\/\/(?:[\w-]{1,40}\.){0,3}(?:youtu\.be|youtube\.com|vimeo\.com|arxiv\.org|doi\.org|twitter\.com|x\.com|openreview\.net|wikipedia\.org|zenodo\.org)(?:\/|$)/i;
const GITHUB_PAGES = /^https?:\/\/[\w-]+\.github\.io(?:\/|$)/i;

const CODE =
  /\b(?:codes?|codebases?|source|implementations?|software|repository|repositories|repos?|github|gitlab|scripts?|toolkits?|librar(?:y|ies)|open-?sourced?)\b/i;
const PROJECT =
  /\b(?:project(?:'s)?(?: \w+)? ?(?:web ?)?(?:pages?|sites?|websites?|homepages?)|home ?pages?|web ?(?:pages?|sites?)|project(?: is)?(?: available)?(?: at)?:?$)/i;
/** What leads to an address: `is available at`, `can be found on`. */
const LEADS =
  /\b(?:available|releas(?:e|es|ed|ing)|found|accessible|access|open-?sourc(?:e|es|ed|ing)|published?|publish|hosted|downloaded|accessed|shared?|maintained|obtained|public|live|made public|provide[ds]?|see|visit|details?|code|codes|repository|github|page|homepage|website|webpage|link)\b(?: [\w-]+){0,5}?(?: ?[:([]| (?:at|on|in|via|from|under|through|here|is|as|to)\b)[^.!?]{0,40}$/i;
/** `Videos are at`. */
const AT =
  /\b(?:our|the|videos?|results?|demos?|data|code|implementation)\b[^.!?]{0,80}\b(?:is|are) (?:at|on|in|here)\b[^\p{L}.!?]{0,3}$/iu;
/** Somebody else's work. */
const OTHERS =
  /\b(?:buil(?:d|ds|t|ding) (?:up)?on|based (?:up)?on|on top of|adapt(?:ed|s)? from|derived from|borrow(?:ed|s)?|fork(?:ed)?(?: of| from)|us(?:e|es|ed|ing)|extend(?:s|ed|ing)?|follow(?:s|ing)?|provided by|implemented (?:with|in|using)|compar(?:e|ed|ing)|evaluat(?:e|ed|ing) (?:on|with)|their|baselines?|third-party|prior work|originally|original (?:code|implementation|authors?)|thanks? to|integrated into|trained with|taken from|dataset from)\b/gi;
const INTRODUCES =
  /\b(?:introduce|present|propose|release|open-?source|develop|contribute|publish)\b[^.!?]{0,160}[([]$/i;

/**
 * Addresses of the paper's code and of its project page, as far as its abstract surely names them.
 * @param abstract as a record holds it
 */
export function findAbstractLinks(abstract: string): Pick<Links, "code" | "project"> {
  const mentions = listMentions(abstract);
  const own = mentions.filter(isOwn);
  const named = own.filter(({ before }) => CODE.test(before));
  const isRepository = ({ address }: Mention) => REPOSITORY.test(address) || ANONYMOUS.test(address);
  const code = named.find(isRepository) ?? own.find(isRepository) ?? named.find(({ address }) => MIXED.test(address));
  const isPage = (mention: Mention) =>
    !isRepository(mention) && !OTHER_PAGES.test(mention.address) && !MIXED.test(mention.address);
  const project = own.find(
    (mention) => isPage(mention) && (PROJECT.test(mention.before) || GITHUB_PAGES.test(mention.address)),
  );
  return {
    ...(code !== undefined && { code: code.address }),
    ...(project !== undefined && { project: project.address }),
  };
}

/** Whether an address is given as the authors' own: alone, at the end of a pointer, or behind what they introduce. */
function isOwn({ before }: Mention): boolean {
  const lead = LEADS.exec(before)?.index ?? -1;
  const other = [...before.matchAll(OTHERS)].at(-1)?.index ?? -1;
  const isAlone = !/[\p{L}\p{N}]/u.test(before) || /[.!?]["”’)]?$/.test(before);
  if (isAlone) return true;
  if (other >= 0 && !isPointed(before.slice(other))) return false;
  return (
    lead >= 0 ||
    AT.test(before) ||
    INTRODUCES.test(before) ||
    /\b(?:code|page|website|homepage|github|repository|repo|project|demo)\b[^.!?\p{L}]*$/iu.test(before)
  );
}

/** Whether words behind somebody else's work still point to the authors' own: `built on X, is available at`. */
function isPointed(text: string): boolean {
  return /\b(?:is|are|be|been|we|our|made|and)\b[^.!?]* (?:at|on|in|via|from|under|through|here|page|code|website):? ?[([]?$/i.test(
    text,
  );
}

/** The addresses of a text in their order. */
function listMentions(abstract: string): Mention[] {
  const text = abstract
    .replace(/\s+/g, " ")
    .replace(BROKEN_HOST, "$1.$2/")
    .replace(/((?:github|gitlab)\.com\/[\w.-]+\/) (?=[\w-]+)/gi, "$1");
  let end = 0;
  let last = "";
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: found, index }) => {
    const between = text.slice(end, index).replace(/\{[^{}]*\}|<$/g, " ");
    end = index + found.length;
    // A sentence that ends just before is not the address's own, but what points to it may be: `… is here. https://…`.
    const before = between.slice(Math.max(0, between.search(/[.!?]["”’)]? [^.!?]*$/) + 1));
    const address = tidyAddress(found);
    // Of two addresses that only "and" keeps apart the same is said.
    const words = between
      .replace(/[^\p{L}.!?]+/gu, " ")
      .trim()
      .toLowerCase();
    if (last === "" || !["", "and", "or"].includes(words)) last = before.trim();
    return address === undefined ? [] : [{ address, before: last }];
  });
}

/** An address without the punctuation of the sentence around it; undefined when it leads nowhere. */
function tidyAddress(found: string): string | undefined {
  const bare = found.replace(/(?<![.,;:!?'’"”)\]*>])[.,;:!?'’"”)\]*>]+$/u, "");
  const bracket = bare.includes("(") ? -1 : bare.search(/[)\]]/);
  const cut = bracket < 0 ? bare : bare.slice(0, bracket);
  const address = /^https?:/i.test(cut) ? cut : `https://${cut}`;
  const tidy = address.replace(/\.git$/i, "");
  return isWebAddress(tidy) ? tidy : undefined;
}

/** The id of a paper in all forms in which people and programs write it: names, addresses, what citation managers put into notes. */
import { findDoi, findDoiInAddress } from "./doi.ts";
import { normalizeId, type PaperId, parsePaperId } from "./id.ts";
import { findProceedingsId } from "./proceedings-id.ts";

/** An address: its host, and what follows the slash behind it. */
const ADDRESS = /^(?:https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,})(?::\d+)?\/(\S*)$/i;

/**
 * The id of the paper that a text names and nothing else: arXiv's id in the forms of `findArxivId`, a DOI bare, at
 * doi.org or in a publisher's address, an address of the ACL Anthology, OpenReview, PMLR, JMLR, NeurIPS or CVF, or an id as records have it.
 * Undefined when there is none, or when the text says more than that.
 */
export function findPaperId(text: string): PaperId | undefined {
  const bare = unwrap(text);
  const id = findArxiv(bare) ?? findAcl(bare) ?? parsePaperId(bare.replace(/^[A-Z]+:/i, (name) => name.toLowerCase()));
  if (id !== undefined) return normalizeId(id);
  const doi = findDoi(bare);
  const address = splitAddress(bare);
  if (doi !== undefined || address === undefined)
    return doi === undefined ? undefined : (findArxiv(doi) ?? makeId(`doi:${doi}`));
  const known = findProceedingsId(address.host, address.path);
  if (known !== undefined) return makeId(known);
  const within = findDoiInAddress(address.host, address.path);
  if (within === undefined) return undefined;
  return findArxiv(within) ?? makeId(`doi:${within}`);
}

/**
 * The arXiv id in what people type or paste: an id with or without version, `arXiv:…` with a subject class behind it,
 * arXiv's own DOI (10.48550/arXiv.…), or an address of the paper at arXiv or a site that shows arXiv's papers.
 * Undefined when there is none, or when the text says more than that.
 */
export function findArxivId(text: string): PaperId | undefined {
  return findArxiv(unwrap(text));
}

function makeId(text: string): PaperId | undefined {
  const id = parsePaperId(text);
  return id === undefined ? undefined : normalizeId(id);
}

const PAIRS: { [opening: string]: string } = { "<": ">", "(": ")", "[": "]", "{": "}", '"': '"', "'": "'", "“": "”" };

/** The text without TeX's commands for addresses, brackets and quotation marks around it, and a sentence's end behind it. */
function unwrap(text: string): string {
  let bare = text.trim().replace(/^\\(?:url|href|path|nolinkurl)\s*\{([^{}]*)\}\s*(?:\{[^{}]*\})?/, "$1");
  bare = trimSentence(bare);
  // Nobody sets more around it, and a text of brackets alone shall not take long.
  for (let layer = 0; layer < 3 && bare.length > 1 && bare.endsWith(PAIRS[bare[0] ?? ""] ?? "\n"); layer += 1) {
    bare = trimSentence(bare.slice(1, -1));
  }
  return bare.replace(/^URL:?\s+/i, "");
}

function trimSentence(text: string): string {
  return text.replace(/(?<![\s.,;:!])[\s.,;:!]+$/, "").trimStart();
}

function splitAddress(text: string): { host: string; path: string } | undefined {
  const [, host = "", path = ""] = ADDRESS.exec(text) ?? [];
  return host === "" ? undefined : { host: host.toLowerCase().replace(/^www\./, ""), path };
}

/** What stands before an id where a citation names it: `arXiv preprint arXiv:`, `CoRR, abs/`. */
const NAME = /^(?:(?:arxiv|corr)(?:\s+(?:preprint|e-?prints?))?[\s,:.]*){0,3}(?:abs\/)?/i;
const ID = /^([a-z-]+(?:\.[a-z-]+)?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?(?!\d)/i;
/** What may stand behind it: a subject class, a year, a version. */
const REST =
  /^(?:[\s,;]*(?:\[[\w.,;:\s-]{0,80}\]|\((?:[a-z-]+(?:\.[a-z-]+)?|\d{4})\)|(?<=[\s,])\d{4}(?!\d)|version:?\s\d+))*[\s.,;]*$/i;

function findArxiv(text: string): PaperId | undefined {
  const named = text
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|(?:dx\.)?doi\.org\/|doi:\s*)?10\.48550\//i, "")
    .replace(NAME, "");
  const [whole = "", id = ""] = ID.exec(named) ?? [];
  if (id !== "" && REST.test(named.slice(whole.length))) return makeArxivId(id);
  const bibcode = findInBibcode(text);
  if (bibcode !== undefined) return bibcode;
  const address = splitAddress(text);
  return address === undefined ? undefined : findInAddress(address.host, address.path);
}

/** An id as it was found, its subject class left out; archives are written in small letters. */
function makeArxivId(id: string): PaperId | undefined {
  return parsePaperId(id.toLowerCase().replace(/\.[a-z-]+\//, "/"));
}

/** Hosts whose addresses name a paper of arXiv's by its id, each with how the path has to begin. */
const HOSTS: [host: RegExp, path: RegExp][] = [
  // arXiv's own under all their names (export., rss., browse., ar5iv.labs.), and its old mirrors.
  [/(?:^|\.)arxiv\.org$|^(?:xxx|arxiv)\.lanl\.gov$/, /^/],
  [/^(?:ar5iv\.org|(?:[\w-]+\.)*alphaxiv\.org|arxiv-vanity\.com)$/, /^/],
  [/^papers\.cool$/, /^arxiv\//],
  [/^scirate\.com$/, /^arxiv\//],
  [/^emergentmind\.com$/, /^papers?\//],
  [/^(?:huggingface\.co|hf\.co)$/, /^papers\//],
  [/^(?:api\.)?semanticscholar\.org$/, /^(?:[\w/]*\/)?arxiv[:/]/i],
  [/^(?:ui\.)?adsabs\.harvard\.edu$/, /^(?:abs|link_gateway)\//],
  [/^inspirehep\.net$/, /^api\/arxiv\//],
];

function findInAddress(host: string, path: string): PaperId | undefined {
  if (!HOSTS.some(([ofHost, ofPath]) => ofHost.test(host) && ofPath.test(path))) return findInDblp(host, path);
  const [plain = ""] = path.split(/[?#]/, 1);
  const [, archive, number] = /^ftp\/([a-z-]+)\/papers\/\d{4}\/(\d{7})(?:v\d+)?(?:\.\w+)*$/.exec(plain) ?? [];
  if (archive !== undefined) return makeArxivId(`${archive}/${number}`);
  const segments = plain.replaceAll("%3A", ":").split("/");
  for (const [index, segment] of segments.entries()) {
    const bare = segment.replace(/^arxiv:/i, "");
    const id = readSegment(bare) ?? readSegment(`${bare}/${segments[index + 1] ?? ""}`) ?? findInBibcode(bare);
    if (id !== undefined) return id;
  }
  return undefined;
}

function readSegment(text: string): PaperId | undefined {
  const [, id] =
    /^([a-z-]+(?:\.[a-z-]+)?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?(?:\.(?:pdf|html?|ps|tar)(?:\.gz)?)?$/i.exec(text) ?? [];
  return id === undefined ? undefined : makeArxivId(id);
}

/** DBLP's address of a paper of CoRR's: `https://dblp.org/rec/journals/corr/abs-2202-09038`. */
function findInDblp(host: string, path: string): PaperId | undefined {
  if (!/^dblp\.(?:org|dagstuhl\.de|uni-trier\.de)$/.test(host)) return undefined;
  const [, month, number] = /^rec\/(?:\w+\/)?journals\/corr\/abs-(\d{4})-(\d{4,5})(?:\.\w+)?$/.exec(path) ?? [];
  return month === undefined ? undefined : makeArxivId(`${month}.${number}`);
}

/**
 * The id in a bibcode of ADS's: `2022arXiv220309068O`, `2007arXiv0710.0994S`, `1997hep.th...11200M`, whose year and number
 * are those of the id. https://ui.adsabs.harvard.edu/help/actions/bibcode
 */
function findInBibcode(text: string): PaperId | undefined {
  const [, month, number] = /^(?:19|20)\d{2}arXiv(\d{4})\.?(\d{4,5})[A-Z.]$/.exec(text) ?? [];
  if (month !== undefined) return makeArxivId(`${month}.${number}`);
  const [, year, archive = "", old = ""] = /^(?:19|20)(\d{2})([a-z]+(?:\.[a-z]+)?)\.+(\d{1,5})[A-Z.]$/.exec(text) ?? [];
  return year === undefined || text.length !== 19
    ? undefined
    : makeArxivId(`${archive.replace(".", "-")}/${year}${old.padStart(5, "0")}`);
}

/** An id of the ACL Anthology by itself, as papers and people name it. */
function findAcl(text: string): PaperId | undefined {
  const isAcl = /^(?:acl:\s*)?(?:[A-Z]\d{2}-\d{4}|\d{4}\.[a-z\d_]+-[a-z\d_]+\.\d{1,4})(?:v\d{1,2})?$/i.test(text);
  return isAcl ? makeId(`acl:${text.replace(/^acl:\s*/i, "")}`) : undefined;
}

/** DOIs as sources write them: bare, with `doi:`, as an address of doi.org, or within a publisher's. https://www.doi.org/doi-handbook/ */

const ADDRESS = /^(?:https?:\/\/)?(?:www\.)?(?:dx\.)?doi\.org\//i;
/** Signs that no address may have as they are; old DOIs of journals have them (`10.1002/(SICI)…<1661::AID-SIM968>3.0.CO;2-2`). */
const UNSAFE = /[\s"<>\\^`{|}%#?]/g;
const DOI = /^10\.\d{4,9}\/[^\s\p{C}]+$/u;

/** The DOI in a text that holds nothing else, as it is written there; undefined when there is none. */
export function findDoi(text: string): string | undefined {
  const trimmed = text.trim().replace(/^doi[:\s]\s*/i, "");
  const isAddress = ADDRESS.test(trimmed);
  const written = trimmed.replace(ADDRESS, "").replace(/\\([_&%#$<>{}])/g, "$1");
  const doi = trimEnd(isAddress ? decodePath(written) : written);
  return DOI.test(doi) ? doi : undefined;
}

/** A sentence's signs at the end belong to no DOI; neither does a bracket that nothing opens. */
function trimEnd(text: string): string {
  const bare = text.replace(/(?<![.,;])[.,;]+$/, "");
  return bare.endsWith(")") && !bare.includes("(") ? bare.slice(0, -1) : bare;
}

/** The address at doi.org that leads to what the DOI names. */
export function linkDoi(doi: string): string {
  return `https://doi.org/${doi.replace(UNSAFE, encodeURIComponent)}`;
}

/** The DOI to which an address at doi.org leads, as it is written there, without the address's escapes; undefined for any other. */
export function readDoiLink(link: string): string | undefined {
  return ADDRESS.test(link) ? findDoi(link) : undefined;
}

/** What publishers put behind a DOI in addresses of their pages. */
const PAGE =
  /(?:\/(?:abstract|abs|full|fulltext|full-text|html|pdf|epdf|pdfdirect|meta|summary|references|figures)){1,2}$/i;
const FILE = /(?:\.(?:full|abstract|short|pdf|html?|xml)){1,2}$/i;
/** bioRxiv and medRxiv put the version behind their own. */
const PREPRINT_VERSION = /^(10\.1101\/[\d.]+)v\d+$/;
/** What Nature's own journals put behind 10.1038/. */
const NATURE = /^articles\/((?:s4\d{4}-\d{3}-\d{4,6}-[\dxyz]|(?:nature|srep|n[a-z]+)\.?\d[\w.-]*?))(?:\.pdf)?$/i;

/**
 * The DOI in the address of a publisher's page, as it is written there; undefined when there is none.
 * @param host the address's host in lower case, without `www.`
 * @param path what follows the slash behind the host
 */
export function findDoiInAddress(host: string, path: string): string | undefined {
  const [bare = "", query = ""] = path.split("#", 1)[0]?.split("?") ?? [];
  const nature = host === "nature.com" ? NATURE.exec(bare)?.[1] : undefined;
  if (nature !== undefined) return `10.1038/${nature}`;
  const named =
    host === "dl.acm.org" ? /^(?:ft_gateway|citation)\.cfm\?(?:\w+=\w+&)*id=(\d+\.\d+)/.exec(path)?.[1] : undefined;
  if (named !== undefined) return `10.1145/${named}`;
  const start =
    /(?:^|\/)(10\.\d{4,9}\/[\s\S]*)/.exec(decodePath(bare))?.[1] ??
    /(?:^|&)(?:id|doi)=(10\.\d{4,9}\/[^&]*)/.exec(decodePath(query))?.[1];
  if (start === undefined) return undefined;
  const doi = trimEnd(start.replace(/\/$/, "").replace(PAGE, "").replace(FILE, "")).replace(PREPRINT_VERSION, "$1");
  return DOI.test(doi) ? doi : undefined;
}

/** A part of an address as it reads without its escapes; the same where one is broken. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

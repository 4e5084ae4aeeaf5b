/** DOIs as sources write them: bare, with `doi:`, or as an address of doi.org. https://www.doi.org/doi-handbook/ */

const ADDRESS = /^(?:https?:\/\/)?(?:www\.)?(?:dx\.)?doi\.org\//i;
/** Signs that no address may have as they are; old DOIs of journals have them (`10.1002/(SICI)…<1661::AID-SIM968>3.0.CO;2-2`). */
const UNSAFE = /[\s"<>\\^`{|}%#?]/g;

/** The DOI in a text that holds nothing else, as it is written there; undefined when there is none. */
export function findDoi(text: string): string | undefined {
  const trimmed = text.trim().replace(/^doi:\s*/i, "");
  const isAddress = ADDRESS.test(trimmed);
  const bare = trimmed.replace(ADDRESS, "").replace(/\\([_&%#$<>{}])/g, "$1");
  const doi = isAddress ? decodeAddress(bare) : bare;
  return /^10\.\d{4,9}\/[^\s\p{C}]+$/u.test(doi) ? doi : undefined;
}

/** The address at doi.org that leads to what the DOI names. */
export function linkDoi(doi: string): string {
  return `https://doi.org/${doi.replace(UNSAFE, encodeURIComponent)}`;
}

function decodeAddress(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

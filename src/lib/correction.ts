/** Where readers say what is wrong on a page: an issue or a letter that begins with what it is about. */

/** What a curator states of it, see `Site`. */
interface Addresses {
  /** Where readers report a mistake, an http(s) or mailto address. */
  corrections?: string;
  /** Where the source of the site can be read, an http(s) address. */
  repository?: string;
}

/**
 * The address behind "Correct it"; undefined where no curator names one.
 * @param title what is to be corrected
 * @param address where that stands, whole
 */
export function linkCorrection(
  { corrections, repository }: Addresses,
  title: string,
  address: string,
): string | undefined {
  const subject = `Correction: ${title}`;
  const body = `Page: ${address}\n\nWhat it says:\n\nWhat the source says:\n`;
  if (corrections !== undefined) {
    // A mail program takes a + for itself.
    return corrections.startsWith("mailto:") ? addParameters(corrections, { subject, body }) : corrections;
  }
  if (repository === undefined) return undefined;
  const root = repository.replace(/\/$|\.git\/?$/, "");
  return /(?:^|\.)gitlab\./.test(new URL(root).host)
    ? addParameters(`${root}/-/issues/new`, { "issue[title]": subject, "issue[description]": body })
    : addParameters(`${root}/issues/new`, { title: subject, body });
}

function addParameters(address: string, parameters: { [name: string]: string }): string {
  const written = Object.entries(parameters).map((pair) => pair.map(encodeURIComponent).join("="));
  return `${address}${address.includes("?") ? "&" : "?"}${written.join("&")}`;
}

/** People and organisations by their names, and whom a question names. */

/** An author with their papers. */
export interface NamedAuthor {
  /** The name as papers have it, or as their page bears it. */
  label: string;
  /** How many papers are theirs, as far as these were looked at. */
  count: number;
}

/** An author or an organisation that a question names. */
export interface NamedSource extends NamedAuthor {
  /** Which of the two. */
  kind: "author" | "organization";
  /** Address of an organisation's page; an author's is for the page to make. */
  href?: string;
  /** All authors whom initials or a family name fit, those of most papers first, where these are several. */
  authors?: NamedAuthor[];
}

/** An organisation by its names. */
export interface NamedOrganization {
  /** Id. */
  id: string;
  /** What readers see. */
  label: string;
  /** Other ids that mean it. */
  aliases?: readonly string[];
}

/** A person under all of their names. */
export interface NamedPerson {
  /** The name that their page bears. */
  name: string;
  /** All others. */
  aliases: readonly string[];
}

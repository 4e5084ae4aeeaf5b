/** An entry: what a list shows of one paper. Plain data, made once for each paper and shared by all lists and by search. */
import type { Day } from "../dates.ts";
import type { Figure } from "./figure.ts";

/** Topics named in a list, the most telling first; all of them stand on the paper's own page. */
export const LISTED_TOPICS = 3;

/** A name that leads somewhere. */
export interface NamedLink {
  /** What readers see. */
  label: string;
  /** Where it leads. */
  href: string;
}

/** What a list shows of one paper. */
export interface EntryView {
  /** Id of the paper. */
  id: string;
  /** Address of its page, or of its row. */
  href: string;
  /** Name of its row in its day or month, when it has no page of its own: its address leads there. */
  rowId?: string;
  /** Title as the record has it, with mathematics as its source; the search index holds it as plain characters. */
  title: string;
  /** The digest's one sentence; absent when there is no digest. */
  tldr?: string;
  /** How its abstract begins, in the same form, for papers without a digest whose record holds one. */
  opening?: string;
  /** Where its abstract can be read, for papers without a digest. */
  abstractHref?: string;
  /** Organisation with its page. */
  organization?: NamedLink & {
    /** Id of the organisation, for search filters. */
    id: string;
  };
  /** `Hongliang Lu et al., 10 authors`, or `authors unknown`. */
  byline: string;
  /** Day of publication; absent when it is not known. */
  published?: Day;
  /** Comments at Hugging Face with their address; absent when the number is not known, which is not 0. */
  comments?: {
    /** How many. */
    count: number;
    /** The discussion, when its address is known. */
    href?: string;
  };
  /** Topics with their pages. */
  topics: (NamedLink & {
    /** Id in the vocabulary. */
    id: string;
  })[];
  /** Whether the topics were found by rule instead of by a person. */
  isTopicsAssigned: boolean;
  /** Repository with code. */
  code?: string;
  /** Project page. */
  project?: string;
  /** The number that matters. */
  figure?: Figure;
  /** Whether its authors have withdrawn the paper. */
  isWithdrawn: boolean;
}

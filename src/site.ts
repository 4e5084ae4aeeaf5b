/** What this site is called, who makes it and how its pages are cut: everything a curator sets once. */
export interface Site {
  /** Name on every page and feed. */
  name: string;
  /** A few words under the name, for the title of the front page. */
  tagline: string;
  /** One sentence for search engines, feeds and the foot of the page. */
  description: string;
  /** BCP 47 language of the site's own words. */
  language: string;
  /** Who writes digests and editions, as it stands in a by-line. */
  curators: string;
  /**
   * Where readers report a mistake: an http(s) address as it is, or a mailto address, which gets the paper as its subject.
   * Absent: an issue of the repository, filled in, and no link where that is absent too.
   */
  corrections?: string;
  /** Where the source of the site can be read, an http(s) address. */
  repository?: string;
  /** Entries shown on a topic, author or organisation page, and editions on theirs, before readers are sent to the months. */
  latestCount: number;
  /** Papers ranked on the trending page. */
  trendingCount: number;
  /** Papers ranked, and topics listed, on the front page. */
  frontCount: number;
  /**
   * Who names the entries of the feed, and since when (RFC 4151): a host that was yours, and a year in which it was. It
   * stays when host or name change, since readers' programs know entries by it; what is changed comes to them again.
   */
  feedAuthority: string;
  /** Papers in the Atom feed. */
  feedCount: number;
  /** Related papers on a paper's page. */
  relatedCount: number;
  /** An author has a page of their own from this many papers on. */
  authorPageFrom: number;
  /** Authors and organisations with more papers than this have pages for their months. */
  monthsFrom: number;
}

/** The settings of this site. */
export const site: Site = {
  name: "Offprint",
  tagline: "a digest of research papers",
  description:
    "Research papers picked by a curator, told in a few honest sentences each, every number held against its source.",
  language: "en",
  curators: "the editors of Offprint",
  latestCount: 50,
  trendingCount: 50,
  frontCount: 6,
  feedAuthority: "offprint.example,2026",
  feedCount: 50,
  relatedCount: 5,
  authorPageFrom: 2,
  monthsFrom: 100,
};

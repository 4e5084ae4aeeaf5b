/** An arXiv that answers as the real one does, from papers that a test invents. */
import type { Day } from "#lib/dates.ts";

/** An invented paper. */
export interface ServedPaper {
  /** Its arXiv id, without version. */
  id: string;
  /** Day its first version came in. */
  day: Day;
  /** Title; one made of the id unless given. */
  title?: string;
  /** Newest version; 1 unless given. */
  version?: number;
  /** What the authors remark. */
  comment?: string;
}

/** The feed that answers an address with `search_query` and a range of days, or with `id_list`. */
export function answerSample(papers: ServedPaper[], address: string): string {
  const { searchParams } = new URL(address, "http://localhost");
  const read = (name: string) => Number(searchParams.get(name) ?? 0);
  const ids = searchParams.get("id_list")?.split(",");
  const found = papers.filter((paper) => (ids === undefined ? isAsked(paper, searchParams) : ids.includes(paper.id)));
  const page = found.slice(read("start"), read("start") + read("max_results"));
  return makeSampleFeed(page, found.length);
}

function isAsked({ day }: ServedPaper, searchParams: URLSearchParams): boolean {
  const query = searchParams.get("search_query") ?? "";
  const [, from = "", to = ""] = /submittedDate:\[(\d{8})0000 TO (\d{8})2359\]/.exec(query) ?? [];
  const plain = day.replaceAll("-", "");
  return from <= plain && plain <= to;
}

/** A feed of these papers, which announces so many for the whole search. */
export function makeSampleFeed(papers: ServedPaper[], total: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
<title>arXiv Query</title>
<opensearch:totalResults>${total}</opensearch:totalResults>
${papers.map(makeEntry).join("")}</feed>
`;
}

function makeEntry({ id, day, title = `Harbours of ${id}`, version = 1, comment }: ServedPaper): string {
  return `<entry><id>http://arxiv.org/abs/${id}v${version}</id><title>${title}</title><summary>Ships.</summary>
<published>${day}T01:00:00Z</published><updated>${day}T02:00:00Z</updated>
<category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/><author><name>Ada Quay</name></author>
${comment === undefined ? "" : `<arxiv:comment>${comment}</arxiv:comment>`}</entry>
`;
}

/** Addresses at arXiv. */
import type { Links } from "#lib/content/record.ts";

/** The abstract page and the PDF of a paper, without a version, so that they lead to the newest. */
export function makeArxivLinks(id: string): Required<Pick<Links, "abstract" | "pdf">> {
  return { abstract: `https://arxiv.org/abs/${id}`, pdf: `https://arxiv.org/pdf/${id}` };
}

/** Whether arXiv's own words about a paper say that it has been withdrawn. There is no field for it. */

/** What a paper calls itself. */
const PAPER =
  "(?:this|the|our)\\s+(?:present\\s+|current\\s+|entire\\s+|whole\\s+)?" +
  "(?:paper|article|submission|manuscript|preprint|e-?print|work|note|report|version|draft|letter)";
/** `withdrawn from the market` is about goods; `withdrawn from arXiv` is about papers. */
const WITHDRAWN = "withdrawn\\b(?!\\s+from\\b(?!\\s+(?:the\\s+)?arxiv\\b))";
const ADVERBS = "(?:(?:now|hereby|temporarily|permanently|formally|being|been)\\s+)*";
/** What may stand behind the bare word for it to speak of the paper. */
const REASON =
  "\\s*(?:$|[.,;:!)\\]]|\\b(?:due\\s+to|because|owing\\s+to|pending|since|as\\s+(?:the|it|there)|" +
  "by\\s+(?:the\\s+)?(?:\\w+\\s+)?(?:authors?|arxiv|submitters?|me|us)\\b))";

/** Said of the paper as a whole: not of "an earlier version of this paper", not under a condition. */
const OF_PAPER = new RegExp(
  `(?<!\\b(?:of|in|to|from|by|with|if|unless|whether|until)\\s+)\\b${PAPER}\\s+(?:has|was|is|had)\\s+${ADVERBS}${WITHDRAWN}`,
  "i",
);
const BY_AUTHORS = new RegExp(
  `\\b(?:authors?|we|i)\\s+(?:(?:have|has|had|are|am|is|hereby|voluntarily)\\s+)*(?:withdrawn|withdraw|withdrew|withdraws|withdrawing)\\s+${PAPER}\\b`,
  "i",
);
/** A sentence of its own, without a subject: `Withdrawn due to an error in Lemma 2`. */
const SENTENCE = new RegExp(
  `(?:^|[.!?]\\s)[\\s([*]*(?:paper\\s+|article\\s+|submission\\s+)?${WITHDRAWN}${REASON}`,
  "i",
);
/** The same within a comment, which is about the paper and nothing else: `12 pages, withdrawn by the author`. */
const CLAUSE = new RegExp(`[,;:(]\\s*(?:paper\\s+|article\\s+|submission\\s+)?${WITHDRAWN}${REASON}`, "i");

/**
 * Whether the texts say that the paper has been withdrawn.
 * @param comment arXiv's comment on the submission
 * @param abstract its abstract, which authors replace when they withdraw
 */
export function saysWithdrawn(comment: string | undefined, abstract: string | undefined): boolean {
  const texts = [comment, abstract].flatMap((text) => text?.replace(/\s+/g, " ").trim() ?? []);
  return (
    texts.some((text) => OF_PAPER.test(text) || BY_AUTHORS.test(text) || SENTENCE.test(text)) ||
    (comment !== undefined && CLAUSE.test(comment.replace(/\s+/g, " ")))
  );
}

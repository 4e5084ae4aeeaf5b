/** What a source's words say of a paper's withdrawal: arXiv's comment and abstract, a note in BibTeX. None has a field for it. */
import type { Withdrawal } from "#lib/content/withdrawal.ts";
import { splitSentences } from "#lib/papers/sentences.ts";
import type { Withdrawer } from "#lib/papers/withdrawer.ts";

/** What a paper calls itself. */
const NOUN =
  "(?:(?:present|current|entire|whole|above|arxiv|full) )?(?:(?:research|conference|journal|review) )?" +
  "(?:paper|article|submission|manuscript|preprint|e-?print|work|note|report|version|draft|letter|publication)";
/** The same at the head of a sentence, where it needs no article. */
const HEAD = `(?:(?:this|the|our) )?${NOUN}`;
const ADVERBS = "(?:(?:now|hereby|temporarily|permanently|formally|voluntarily|subsequently|later|being|been) )*";
const PERSONS = "(?:co-?)?(?:authors?|submitters?)\\b(?! of\\b)";
/** `withdrawn from the market` is about goods; `withdrawn from arXiv` is about papers. */
const DONE =
  "(?:withdrawn|retracted)\\b(?! from\\b(?! (?:the )?(?:arxiv|publication)\\b))" +
  // A ministry withdraws reports of its own.
  `(?! by (?:the|an?|some|its|his|her) (?!(?:[\\w-]+ ){0,2}(?:${PERSONS}|publish|editor|journal|arxiv|admin)))`;
/** arXiv removes papers, too; of others the word says too little. */
const REMOVED = "removed(?= (?:from (?:the )?arxiv )?by (?:the )?(?:arxiv\\b(?!:)|admin))";
const VERB = `(?:${DONE}|${REMOVED})`;
/** What is announced is read, too: such a comment is the last that many papers get. */
const ANNOUNCED = "(?:will|shall|is to|has to|must) be";
const WITHDRAWING = "(?:withdraw(?:n|s|ing|al)?|withdrew|retract(?:ed|s|ing|ion)?)";
/** What may stand behind the word for it to speak of the paper. */
const CAUSES =
  "due to|because|owing to|pending|for (?:further|now|revision|major|some|the time)|since|in favou?r|until|as|temporarily|voluntarily|" +
  "permanently|superseded|(?:at|on|upon|per) (?:the |an? )?(?:request|(?:\\w+ )?authors?)|from (?:the )?arxiv|" +
  `by (?:(?:the |its |our |all )?(?:\\w+ )?(?:${PERSONS}|publishers?\\b|editors?\\b|journal\\b)|(?:the )?(?:arxiv\\b(?!:)|admin)|me\\b|us\\b)`;
const TAIL = `(?=[\\s*]*(?:$|[.,;:!)\\]–—]|- |(?:${CAUSES})))`;
/** The same where much else is said: a comma alone is not enough. */
const STRICT_TAIL = `(?=[\\s*]*(?:$|[.;:!()\\]]|,? ?(?:${CAUSES})))`;
/** Words in front of the statement that leave it what it is. */
const LEAD =
  "^[\\s([*{]{0,6}(?:(?:arxiv )?admin note|notice|note|comments?|important|update|warning|erratum|unfortunately)?[\\s:;,*]{0,6}";
const LED_BY_REASON =
  "(?<lead>^(?:(?:due to|because of|owing to) [^.]*? |(?:after|since|as|in view of|following|for|at|upon|on|per) [^.]*, ))";

const compile = (source: string) => new RegExp(source, "iu");
/** `This paper has been withdrawn`, at the head of a sentence, also behind its reason; what `was` is told as a story, too. */
const PASSIVE = [LEAD, LED_BY_REASON].map((lead) =>
  compile(
    `${lead}${HEAD} (?:(?:(?:has|had) (?:${ADVERBS})been|has|is being) ${ADVERBS}${VERB}|(?:is|was|${ANNOUNCED}) ${ADVERBS}${VERB}${STRICT_TAIL})`,
  ),
);
const PAST = compile(`${LEAD}${HEAD} was ${ADVERBS}${VERB}`);
/** The same of `this paper` anywhere: not of "a version of this paper", not under a condition. */
const OF_THIS_PAPER = compile(
  `(?<!\\b(?:of|in|to|from|by|with|if|unless|whether|until|when|before|once|that) )\\b(?:this|our) ${NOUN} ` +
    `(?:(?:has|had) (?:${ADVERBS})been|is|was) ${ADVERBS}${VERB}`,
);
/** `The authors have decided to withdraw this paper`. */
const ACTIVE = compile(
  "\\b(?<who>(?:authors?|author\\(s\\)|submitters?|we|i)|(?:arxiv )?administrators?|publishers?|editors?|journal) " +
    "(?:(?:have|has|had|are|am|is|hereby|voluntarily|now|therefore|decided to|wish(?:es)? to|want to|would like to|" +
    "request(?:s|ed)?(?: (?:to|the|a))?|ask(?:s|ed)? for(?: the)?|chose to|must|need to|agreed to) )*" +
    `${WITHDRAWING} (?:of |from arxiv )?(?:this|the|our) ${NOUN}\\b(?:${TAIL}|(?= (?:for|to|so|after|in order|without|with|by)\\b))`,
);
/** `Withdrawn due to an error in Lemma 2`, without a subject. */
const BARE = compile(
  `${LEAD}(?:${HEAD} )?(?:has been |temporarily |now |to be |will be )?(?!removed by (?:the )?admin)${VERB}${STRICT_TAIL}`,
);
/** `Withdrawal: an error in Lemma 2`, `Retracted article`. */
const HEADLINE = compile(
  `${LEAD}(?:(?:withdrawal|retraction)(?: note| notice)?(?=:)|retracted (?:article|paper|publication)\\b(?=[\\s)\\]]*(?:$|[.:;])))`,
);
/** The same within a comment, which is about the paper and nothing else: `12 pages, withdrawn by the author`. */
const CLAUSE = compile(
  `(?:[,;:([–—]|^)(?: ?${HEAD})? ?(?:is |was |has been |to be |will be )?${VERB}${TAIL}|` +
    "[,;:–—] ?(?:we are )?(?:withdrawing|retracting)\\b(?= (?:this|the) |\\s*[.!]?$)",
);

/** What is said of another paper, or of an earlier state of this one. */
const OF_OTHERS =
  /\b(?:supersed(?:es|ing)|replac(?:es|ing)|earlier|previous(?:ly)?|former|prior|preceding|old|original|first|initial|companion|another|that|which|v\d+|versions? \d+|not|never|if|unless|drugs?|study of|studies)\b/i;
/** That it is back. */
const BACK =
  /\b(?:reinstated|restored|no longer withdrawn|un-?withdrawn|withdrawal (?:was|is) (?:an error|a mistake))\b/i;

const FAULT =
  /\b(?:errors?|mistakes?|flaw\w*|incorrect\w*|wrong|bugs?|gaps?|plagiari\w*|overlap\w*|dispute\w*|supersed\w*|replaced|duplicate\w*|merged|permission\w*|licen[sc]\w*|consent|invalid|inaccura\w*|fals\w*|fabricat\w*|misconduct)\b/i;

/** Statements without a subject: behind a comma or a colon they need words that speak of a paper. */
const BARE_FORMS = new Set([BARE, HEADLINE, CLAUSE]);
const SPEAKS = new RegExp(
  `^[\\s*]*[,:][\\s*]*(?:(?:please |but |and )?see\\b|(?:\\d+ )?(?:pages?|figures?)\\b|v\\d|(?:${CAUSES}))|${FAULT.source}|` +
    "\\b(?:this|proofs?|theorems?|lemmas?|bound|equations?|versions?|authors?|arxiv|journal|submitted|accepted|revis\\w*|updat\\w*|rewrit\\w*|fails?)\\b",
  "iu",
);

/** Where a sentence says it: the parts before and behind the words themselves. */
interface Statement {
  before: string;
  after: string;
  /** Who did it, where the sentence has them as its subject. */
  subject?: string | undefined;
}

/**
 * What the texts say of the paper's withdrawal; undefined when they say nothing of it.
 * @param comment arXiv's comment on the submission, or a note: about the paper and nothing else
 * @param abstract its abstract, which authors replace when they withdraw
 */
export function readWithdrawal(comment: string | undefined, abstract: string | undefined): Withdrawal | undefined {
  return readText(comment ?? "", true) ?? readText(abstract ?? "", false);
}

function readText(text: string, isComment: boolean): Withdrawal | undefined {
  if (BACK.test(text)) return undefined;
  const sentences = splitSentences(text);
  for (const [index, sentence] of sentences.entries()) {
    const isAtEdge = isComment || index === 0 || index === sentences.length - 1;
    const found = findStatement(sentence, isComment, isAtEdge);
    if (found === undefined) continue;
    const by = findAgent(found, sentence);
    const reason = findReason(found, sentences[index + 1], isComment);
    if (by === undefined && reason === undefined) return true;
    return { ...(by !== undefined && { by }), ...(reason !== undefined && { reason }) };
  }
  return undefined;
}

/** @param isAtEdge whether "the paper" can only be this one: in a comment, or where an abstract begins or ends */
function findStatement(sentence: string, isComment: boolean, isAtEdge: boolean): Statement | undefined {
  const patterns = [
    ...(isAtEdge ? PASSIVE : []),
    ...[OF_THIS_PAPER, ACTIVE, BARE],
    ...(isComment ? [PAST, HEADLINE, CLAUSE] : []),
  ];
  for (const pattern of patterns) {
    const match = pattern.exec(sentence);
    if (match === null) continue;
    const before = sentence.slice(0, match.index + match[0].search(new RegExp(`${WITHDRAWING}|removed`, "i")));
    const behind = sentence.slice(match.index + match[0].length);
    if (BARE_FORMS.has(pattern) && /^[\s*]*[,:]/.test(behind) && !SPEAKS.test(behind)) continue;
    if (OF_OTHERS.test(before.replace(/\b(?:first|original) authors?\b/gi, ""))) continue;
    return {
      before: sentence.slice(0, match.index) + (match.groups?.["lead"] ?? ""),
      after: behind,
      subject: match.groups?.["who"],
    };
  }
  return undefined;
}

/** Who did it, in the words right behind it, the sure ones first. */
const AGENTS: readonly [RegExp, Withdrawer][] = [
  [compile("\\bby (?:the )?(?:arxiv\\b(?!:)|admin)"), "administrators"],
  [
    compile(
      "\\bby (?:the )?(?:[\\w-]+ )?(?:publishers?|editors?|editors?-in-chief|editorial|journal|elsevier|springer|wiley|ieee|acm|plos|hindawi|mdpi|sage)\\b",
    ),
    "publisher",
  ],
  [compile(`\\bby (?:the |its |our |all |both )?(?:[\\w-]+ )?${PERSONS}|\\bby (?:me|us)\\b`), "authors"],
  [
    compile(
      `\\b(?:at|on|upon|by|per|following|as) (?:the |an? )?(?:[\\w-]+ )?(?:author(?:s|'s|s'|’s|s’)? )?request(?:ed)?(?: (?:of|by|from) (?:the |its |all )?(?:[\\w-]+ )?${PERSONS})`,
    ),
    "authors",
  ],
  [compile(`\\b(?:at|on|upon|per) (?:the )?(?:[\\w-]+ )?author(?:s|'s|s'|’s|s’)? request`), "authors"],
];
/** Where the reason begins, behind which others may be named: `due to a complaint by the authors of …`. */
const CONNECTIVE =
  /\b(?:(?:at|on|upon) (?:the )?request of (?!(?:the |its |all )?(?:\w+ )?(?:co-?)?(?:authors?|submitters?)\b)|due to|because|owing to|(?:replaced|superseded) by|on account of|for (?:(?:\w+ )?reasons|violat\w+|plagiarism|further|major|some|now|revision)|since|in favou?r of|pending|until|as (?!requested|per)|after|following (?!an? |the (?:authors?|request)))/i;

function findAgent({ after, subject, before }: Statement, sentence: string): Withdrawer | undefined {
  const who = subject?.toLowerCase() ?? "";
  if (/admin/.test(who)) return "administrators";
  if (/publish|editor|journal/.test(who)) return "publisher";
  if (who !== "") return "authors";
  const cause = CONNECTIVE.exec(after);
  const said =
    (cause === null ? after : after.slice(0, cause.index)).split(
      /;|:(?!\S)|\band (?:replaced|superseded|merged)\b/,
      1,
    )[0] ?? "";
  const agent = [said, before].flatMap((text) => AGENTS.find(([pattern]) => pattern.test(text))?.[1] ?? [])[0];
  if (agent !== undefined) return agent;
  return /\b(?:arxiv )?admin note:/i.test(sentence) ? "administrators" : undefined;
}

/** Most characters of a reason, which is a short quotation. */
const LONGEST = 240;
/** Why, as the source puts it: behind the statement, before it, or in the sentence that follows. */
function findReason({ before, after }: Statement, next: string | undefined, isComment: boolean): string | undefined {
  const cause = CONNECTIVE.exec(after);
  const behind =
    cause === null ? /^(?:[^,;:(–— ]| (?!- ))*(?:[,;:(–—]| - ) ?(.*)$/u.exec(after)?.[1] : after.slice(cause.index);
  const lead = before.replace(/^[\s([*]*(?:(?:arxiv )?admin note|notice|note|comments?)\s*:\s*/i, "");
  const ahead = CONNECTIVE.test(lead) || FAULT.test(lead) ? lead : undefined;
  const followed = next !== undefined && (isComment || after.length < LONGEST) && FAULT.test(next) ? next : undefined;
  return [behind, ahead, followed].map(tidyReason).find((reason) => reason !== undefined);
}

/** Undefined when nothing of a quotation is left. */
function tidyReason(text: string | undefined): string | undefined {
  const tidy = (text ?? "").replace(/^[\s,;:.)\]–—-]+/u, "").replace(/(?<![\s,;:.!\]–—])[\s,;:.!\]–—]+$/u, "");
  const whole = tidy.endsWith(")") && !tidy.includes("(") ? tidy.slice(0, -1) : tidy;
  if (!/\p{L}{3}/u.test(whole) || /^see\b/i.test(whole)) return undefined;
  return whole.length <= LONGEST ? whole : `${whole.slice(0, whole.lastIndexOf(" ", LONGEST)).trimEnd()}…`;
}

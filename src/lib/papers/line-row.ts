/** Line row: a paper in a long list, where a row is a title, a sentence and who wrote it, and never more than some bytes. */
import { renderText, toPlainText } from "../latex/render.ts";
import { buildHtml, Html } from "../markup.ts";
import type { EntryView } from "./entry.ts";
import { renderEntrySentence } from "./entry-html.ts";
import { joinFacts, listMakers, makeDate } from "./entry-row.ts";

/** What a long list decides of its rows. */
export interface LineChoices {
  /** Whether this is its own row, where it has no page: then it is the place that its address leads to. */
  isRow?: boolean;
  /** Level of the title's heading; h4 unless it is said. */
  heading?: "h3" | "h4";
  /** Whether rows say when papers came out, where the heading above does not. */
  hasDate?: boolean;
}

/** Most characters of HTML for a title with its mathematics set; one that takes more is shown as plain text. */
const LONGEST_TITLE = 1500;
/** The same for the sentence below it, which is left out then: it is never cut. */
const LONGEST_SENTENCE = 700;

/** The row of a paper in a long list, as HTML. */
export function renderLineRow(
  entry: EntryView,
  { isRow = false, hasDate = false, heading = "h4" }: LineChoices,
): string {
  const id = isRow ? entry.rowId : undefined;
  const href = (id !== undefined && entry.abstractHref) || entry.href;
  const plain = toPlainText(entry.title);
  const set = renderText(entry.title);
  const isSet = plain !== entry.title && set.length <= LONGEST_TITLE;
  // Browsers leave mathematics out of a link's name.
  const link = { href, dir: "auto", "aria-label": isSet ? plain : undefined };
  const sentence = setSentence(entry);
  // Narrow screens leave out what is the paper's own, so that many rows stay few screens.
  const isQuoted = entry.tldr === undefined && !entry.isWithdrawn;
  const row = buildHtml(
    "article",
    { id, class: entry.isWithdrawn ? "entry slim withdrawn" : "entry slim" },
    buildHtml(
      "div",
      { class: "text" },
      buildHtml(heading, {}, buildHtml("a", link, isSet ? new Html(set) : plain)),
      sentence !== "" && buildHtml("p", { class: isQuoted ? "tldr quoted" : "tldr" }, new Html(sentence)),
    ),
    joinFacts(buildHtml, [
      ...listMakers(buildHtml, entry),
      hasDate && entry.published !== undefined && makeDate(buildHtml, entry.published),
    ]),
  );
  return row.text;
}

/** The sentence, where there is one and it is not too long. */
function setSentence(entry: EntryView): string {
  if (entry.tldr === undefined && entry.finding === undefined && !entry.isWithdrawn) return "";
  const sentence = renderEntrySentence(entry);
  return sentence.length > LONGEST_SENTENCE ? "" : sentence;
}

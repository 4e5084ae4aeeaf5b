/** Entries as pages show them: with their mathematics set. */
import { renderText, toPlainText } from "../latex/render.ts";
import { buildHtml, Html, type MarkupContent, writeHtml } from "../markup.ts";
import type { EntryView } from "./entry.ts";
import { makeEntryFacts, makeEntryRow, makeEntrySentence, type RowParts } from "./entry-row.ts";

/** What a list decides of its rows. */
export interface RowChoices extends Pick<RowParts<Html>, "heading" | "number" | "votes" | "why"> {
  /** Whether this is its own row, where it has no page: then it is the place that its address leads to. */
  isRow?: boolean | undefined;
}

/** The row of a paper, as HTML. */
export function renderEntryRow(entry: EntryView, { isRow = false, ...choices }: RowChoices): string {
  const { title, abstractHref } = entry;
  const id = isRow ? entry.rowId : undefined;
  // From its own row the title leads to the source.
  const href = (id !== undefined && abstractHref) || entry.href;
  const texts = { title: [new Html(renderText(title))], name: toPlainText(title), sentence: setSentence(entry) };
  return makeEntryRow(buildHtml, entry, { ...choices, ...texts, id, link: { href } }).text;
}

/** What a list says of a paper below its title, as HTML. */
export function renderEntrySentence(entry: EntryView): string {
  return writeHtml(makeEntrySentence(buildHtml, entry, setSentence(entry), toPlainText(entry.title)));
}

function setSentence({ tldr, finding }: EntryView): MarkupContent<Html>[] {
  if (tldr) return [tldr];
  return finding ? [new Html(renderText(finding))] : [];
}

/** The line of facts under a title, as HTML. */
export function renderEntryFacts(entry: EntryView): string {
  return makeEntryFacts(buildHtml, entry, toPlainText(entry.title)).text;
}

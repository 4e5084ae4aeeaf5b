/** The introductions of editions, as components. */
import { getEntry, render } from "astro:content";
import type { Day } from "#lib/dates.ts";

/** The introduction a person wrote to the edition of a day, with its headings; undefined when nobody did. */
export async function findIntroduction(date: Day) {
  const entry = await getEntry("editions", date);
  if (entry === undefined || (entry.body ?? "").trim() === "") return undefined;
  const { Content, headings } = await render(entry);
  return { Content, headings };
}

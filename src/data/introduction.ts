/** The introductions of editions, as components. */
import { getEntry, render } from "astro:content";
import type { Day } from "#lib/dates.ts";

/** The introduction a person wrote to the edition of a day, with its headings; undefined when it has no file. */
export async function findIntroduction(date: Day) {
  const entry = await getEntry("editions", date);
  if (entry === undefined) return undefined;
  const { Content, headings } = await render(entry);
  return { Content, headings };
}

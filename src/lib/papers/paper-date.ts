/** When a paper came out, as precisely as it is known: what sources say, and the month that an arXiv id tells. */
import type { PaperRecord } from "../content/record.ts";
import type { Month, PartialDate } from "../dates.ts";
import { monthOfId } from "./id.ts";

/** What a paper's date is known from. */
type Dated = Pick<PaperRecord, "id" | "published">;

/** The date that sources give, or the month of its arXiv id where they name no month. */
export function findDate(record: Dated): PartialDate | undefined {
  return isDateFromId(record) ? monthOfId(record.id) : record.published;
}

/**
 * Whether only its arXiv id tells the month in which a paper came out. A later year is that of a journal or of a new
 * version; of an earlier one nobody knows the month.
 */
export function isDateFromId({ id, published }: Dated): boolean {
  const month = monthOfId(id);
  if (month === undefined || published === undefined) return month !== undefined;
  return published.length === "YYYY".length && month.slice(0, published.length) <= published;
}

/** The page of the archive that a paper stands on: `2017-11`, `2017` where no month is known, or `undated`. */
export function periodOf(record: Dated): Month {
  return findDate(record)?.slice(0, "YYYY-MM".length) ?? "undated";
}

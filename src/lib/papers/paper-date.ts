/** When a paper came out, as precisely as it is known: what sources say, and the month that an arXiv id tells. */
import type { PaperRecord } from "../content/record.ts";
import { agreesWith, type Month, type PartialDate } from "../dates.ts";
import { monthOfId } from "./id.ts";

/** What a paper's date is known from. */
type Dated = Pick<PaperRecord, "id" | "published">;

/** The date that sources give, or the month of its arXiv id where they say nothing or only the year of that month. */
export function findDate(record: Dated): PartialDate | undefined {
  return isDateFromId(record) ? monthOfId(record.id) : record.published;
}

/** Whether only its arXiv id tells the month in which a paper came out. */
export function isDateFromId({ id, published }: Dated): boolean {
  const month = monthOfId(id);
  return month !== undefined && month !== published && (published === undefined || agreesWith(month, published));
}

/** The page of the archive that a paper stands on: `2017-11`, `2017` where no month is known, or `undated`. */
export function periodOf(record: Dated): Month {
  return findDate(record)?.slice(0, "YYYY-MM".length) ?? "undated";
}

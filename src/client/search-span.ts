/** The two fields for the months that results are narrowed down to. */
import { type MonthSpan, parseTypedMonth, readMonthSpan } from "../lib/search/months.ts";

/** Milliseconds without a change before it counts: arrow keys go through months one by one. */
const PAUSE = 400;

/**
 * Begins to listen to the fields.
 * @param choose Takes a span when the reader has chosen one.
 */
export function listenToSpan(from: HTMLInputElement, to: HTMLInputElement, choose: (span: MonthSpan) => void): void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  for (const field of [from, to]) {
    field.addEventListener("input", () => field.setCustomValidity(""));
    field.addEventListener("change", () => {
      clearTimeout(pause);
      pause = setTimeout(() => {
        if (isReadable(field)) choose(readMonthSpan(from.value, to.value));
      }, PAUSE);
    });
  }
}

/** Where the browser has no fields for months, people write what they like, and are told when it is no month. */
function isReadable(field: HTMLInputElement): boolean {
  const isMonth = field.value === "" || parseTypedMonth(field.value, "from") !== undefined;
  // A field for months holds `0002-03` while `2024` is being typed.
  if (isMonth || field.type === "month") return isMonth;
  field.setCustomValidity("Write a year and a month, as in 2024-03.");
  field.reportValidity();
  return false;
}

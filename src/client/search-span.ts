/** The two fields for the months that results are narrowed down to. */
import { explainTypedMonth, type MonthSpan, readMonthSpan } from "../lib/search/months.ts";

/** Marks a field into which something is being typed. */
const TYPED = "data-typed";

/**
 * Begins to listen to the fields.
 * @param choose Takes a span when the reader has chosen one.
 */
export function listenToSpan(from: HTMLInputElement, to: HTMLInputElement, choose: (span: MonthSpan) => void): void {
  for (const field of [from, to]) {
    field.addEventListener("input", () => {
      field.setCustomValidity("");
      field.toggleAttribute(TYPED, true);
    });
    field.addEventListener("change", () => {
      field.toggleAttribute(TYPED, false);
      if (isReadable(field)) choose(readMonthSpan(from.value, to.value));
    });
  }
}

/** Whether something is being typed into a field that does not count yet. */
export function isBeingTyped(field: HTMLInputElement): boolean {
  return field.hasAttribute(TYPED);
}

/** Whether a field holds a month, or nothing; else its writer is told what is wrong. */
function isReadable(field: HTMLInputElement): boolean {
  const fault = explainTypedMonth(field.value);
  field.setCustomValidity(fault);
  if (fault !== "") field.reportValidity();
  return fault === "";
}

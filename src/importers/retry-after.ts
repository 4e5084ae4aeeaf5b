/** The Retry-After header: a number of seconds, or a date. RFC 9110, section 10.2.3. */

/** An HTTP date, `Sun, 06 Nov 1994 08:49:37 GMT`; older forms have no year to trust. RFC 9110, section 5.6.7. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Milliseconds from now that a service asks to be left alone; 0 when that time has passed, undefined when the header is
 * missing or makes no sense.
 * @param now milliseconds since the beginning of 1970
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  if (!HTTP_DATE.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}

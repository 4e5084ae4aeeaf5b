/** Text as HTML. */

const ENTITIES: { [sign: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&#39;",
  '"': "&quot;",
};

/** Text as the content of an element or the value of an attribute, written as Astro writes it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>'"]/g, (sign) => ENTITIES[sign] ?? sign);
}

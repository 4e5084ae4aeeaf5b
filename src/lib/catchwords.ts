/** Catch-words, as at the foot of an old page: the first words of the next one. */
import { toPlainText } from "./latex/render.ts";

/** The first words of a title, up to its first colon, at most four. */
export function makeCatchwords(title: string): string {
  const [opening = ""] = toPlainText(title).split(/:(?:\s|$)/);
  return opening.split(" ").slice(0, 4).join(" ");
}

/** What links between our pages say where their writer gave them no words: a paper's title, a topic's name. */
import type { LinkNames } from "#lib/prose-marks.ts";
import type { Catalogue } from "../library.ts";

/** Gives the function that names links, each the id of a paper, also an earlier one, or `tag:…`; those to nothing get no name. */
export function makeLinkNamer({
  papers,
  byId,
  topics,
}: Pick<Catalogue, "papers" | "byId" | "topics">): (links: readonly string[]) => LinkNames {
  let former: Map<string, string> | undefined;
  const findFormer = (id: string): string | undefined => {
    former ??= new Map(
      papers.flatMap(({ facts }) => (facts.previousIds ?? []).map((previous) => [previous, facts.title] as const)),
    );
    return former.get(id);
  };
  const labels = new Map(topics.map(({ id, label }) => [`tag:${id}`, label]));
  return (links) =>
    Object.fromEntries(
      links.flatMap((link) => {
        const name = labels.get(link) ?? byId.get(link)?.facts.title ?? findFormer(link);
        return name === undefined ? [] : [[link, name]];
      }),
    );
}

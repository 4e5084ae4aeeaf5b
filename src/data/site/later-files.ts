/** The files that say which papers came later than others and are close to them: what changes instead of closed pages. */
import { fingerprintData } from "#lib/content/data-fingerprint.ts";
import { formatDateShort } from "#lib/dates.ts";
import { dropUndefined } from "#lib/drop-undefined.ts";
import { toPlainText } from "#lib/latex/render.ts";
import { gatherLater, groupOfLater } from "#lib/papers/later.ts";
import { findDate } from "#lib/papers/paper-date.ts";
import { describeRelated } from "#lib/papers/view.ts";
import { routes } from "#lib/routes.ts";
import type { Library } from "../library.ts";
import type { RelatedLists } from "../related-lists.ts";
import type { PageKinds } from "./page-kinds.ts";
import { namePageFile, type PlannedPage } from "./planned-page.ts";

/** A file for each group of papers that have pages, also where none of them has later ones: no page asks in vain. */
export function* planLaterFiles({ papers, byId, topics }: Library, related: RelatedLists): Generator<PlannedPage> {
  const labels = new Map(topics.map(({ id, label }) => [id, label]));
  const later = gatherLater(
    papers.map(({ facts }) => ({
      id: facts.id,
      published: findDate(facts),
      isHidden: facts.withdrawn !== undefined,
      related: related.listNearest(facts.id),
    })),
  );
  const reasons = new Map<string, Map<string, string>>();
  /** Why a paper is close to one before it: what the later one's own page says. */
  const findReason = (other: string, id: string): string | undefined => {
    const own = reasons.getOrInsertComputed(
      other,
      () => new Map(related.listOf(other).map((paper) => [paper.id, describeRelated(paper, labels)])),
    );
    return own.get(id) || undefined;
  };
  const describe = (id: string) =>
    (later.get(id) ?? []).flatMap((other) => {
      const { facts, row } = byId.get(other) ?? {};
      if (facts === undefined) return [];
      const { title } = facts;
      return [
        dropUndefined({ id: other, title, published: findDate(facts) ?? "", row, reason: findReason(other, id) }),
      ];
    });
  const ids = papers.flatMap(({ facts, row }) => (row === undefined ? [facts.id] : []));
  for (const [group, own] of Map.groupBy(ids.sort(), groupOfLater)) {
    const named = own.map((id) => [id, describe(id)] as const).filter(([, others]) => others.length > 0);
    yield {
      kind: "later/[group].json",
      file: namePageFile(routes.later(group)),
      key: fingerprintData(named),
      makeProps: (): PageKinds["later/[group].json"] => ({
        papers: Object.fromEntries(
          named.map(([id, others]) => [
            id,
            others.map(({ id: other, title, published, row, reason }) =>
              dropUndefined({
                href: row ?? routes.paper(other),
                title: toPlainText(title),
                published,
                date: formatDateShort(published),
                reason,
              }),
            ),
          ]),
        ),
      }),
    };
  }
}

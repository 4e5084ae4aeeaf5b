/** What a curator should look at though nothing is wrong: days far ahead, editions before their papers, papers known twice. */
import { basename } from "node:path";
import { placeField } from "../content/document.ts";
import { listItems } from "../content/list.ts";
import type { Content } from "../content/read.ts";
import type { PaperRecord } from "../content/record.ts";
import { addDays, type Day, daysBetween, firstDayOf, isDay, type PartialDate } from "../dates.ts";
import type { Problem } from "../errors.ts";
import { toSegment } from "../papers/id.ts";
import { RecordIndex } from "./match.ts";

/** How many days ahead something may be prepared. */
const AHEAD = 31;

/** Everything that is odd in content that can be right. @param today the day it is looked at */
export function noteOddities(content: Content, today: Day): Problem[] {
  return [...noteFarDays(content, today), ...noteEarlyEditions(content), ...noteTwins(content)];
}

function noteFarDays({ digests, editions, days, records }: Content, today: Day): Problem[] {
  const last = addDays(today, AHEAD);
  const judge = (place: Pick<Problem, "file" | "line" | "field">, day: PartialDate | undefined): Problem[] => {
    if (day === undefined || firstDayOf(day) <= last) return [];
    const mend = "mend the day, if it is not meant";
    return [
      {
        ...place,
        message: `this ${isDay(day) ? "day" : "date"} lies far ahead`,
        found: day,
        allowed: `up to ${last} today`,
        mend,
      },
    ];
  };
  return [
    ...digests.flatMap((digest) => judge(placeField(digest, ["checkedOn"]), digest.data.checkedOn)),
    ...editions.flatMap((edition) => judge(placeField(edition, ["date"]), edition.data.date)),
    ...listItems(days).flatMap(({ place, data }) => judge({ ...place, field: "date" }, data.date)),
    ...records.flatMap(({ file, lines }) =>
      lines.flatMap(({ line, data }) => [
        ...judge({ file, line, field: "published" }, data.published),
        ...judge({ file, line, field: "updated" }, data.updated),
        ...data.featured.flatMap((day, index) => judge({ file, line, field: `featured[${index}]` }, day)),
      ]),
    ),
  ];
}

/** A paper may be published on the day after in UTC, but not later. */
function noteEarlyEditions({ editions, records }: Content): Problem[] {
  const published = new Map(records.flatMap(({ lines }) => lines.map(({ data }) => [data.id, data.published])));
  return editions.flatMap((edition) =>
    edition.data.papers.flatMap((id, index): Problem[] => {
      const { date } = edition.data;
      const day = published.get(id);
      if (day === undefined || daysBetween(date, firstDayOf(day)) <= 1) return [];
      return [
        {
          ...placeField(edition, ["papers", index]),
          message: "this paper was published after the edition's day",
          found: `${id}, published ${day}`,
          allowed: `papers up to ${date}`,
          mend: "mend the edition's date, or the paper's",
        },
      ];
    }),
  );
}

function noteTwins({ records, digests }: Content): Problem[] {
  const known = new Map<string, PaperRecord>();
  const index = new RecordIndex(known);
  const told = new Set(digests.map(({ file }) => basename(file, ".md")));
  return records.flatMap(({ file, lines }) =>
    lines.flatMap(({ line, data }): Problem[] => {
      const { ids, by } = index.find(data);
      known.set(data.id, data);
      index.add(data);
      if (ids.length === 0) return [];
      const likeness = by === "title" ? "the same title and first author" : "the same id, or a link to it";
      const areBothTold = [data.id, ...ids].filter((id) => told.has(toSegment(id))).length > 1;
      return [
        {
          file,
          line,
          field: "id",
          message: areBothTold ? "two digests claim one paper" : "this seems to be a paper that has a record already",
          found: data.id,
          allowed: `each once; ${ids.join(", ")} has ${likeness}`,
          mend: `keep one of the ${areBothTold ? "records with its digest" : "records"}, or leave both if they are two works`,
        },
      ];
    }),
  );
}

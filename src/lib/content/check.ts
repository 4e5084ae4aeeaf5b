/** What can only be wrong between files: doubles, names of things that do not exist, files in the wrong place. */
import { basename } from "node:path";
import type { Problem } from "../errors.ts";
import { monthOfId, toSegment } from "../papers/id.ts";
import type { EditionData } from "./edition.ts";
import { findNearest } from "./nearest.ts";
import type { Document, List } from "./parse.ts";
import type { Content } from "./read.ts";

/** Where a thing was first seen, to point at from its double. */
type FirstSeen = Map<string, string>;

/** Every problem of the content: those found while reading and those between files. */
export function checkContent(content: Content): Problem[] {
  const paperIds = new Set(content.records.flatMap((file) => file.lines.map(({ data }) => data.id)));
  return [
    ...content.problems,
    ...checkRecords(content),
    ...checkDigests(content, paperIds),
    ...checkEditions(content, paperIds),
    ...checkTags(content),
    ...checkOrganizations(content),
    ...checkDays(content),
  ];
}

/** A problem for a key that was seen before; remembers it otherwise. */
function checkDouble(seen: FirstSeen, key: string, place: string, problem: Problem): Problem[] {
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, place);
    return [];
  }
  return [{ ...problem, allowed: `each once; it stands first in ${first}` }];
}

function checkRecords(content: Content): Problem[] {
  const ids: FirstSeen = new Map();
  const segments: FirstSeen = new Map();
  return content.records.flatMap(({ file, lines }) =>
    lines.flatMap(({ line, data }) => {
      const place = `${file}:${line}`;
      const found = data.id;
      const double = checkDouble(ids, data.id, place, {
        file,
        line,
        field: "id",
        message: "this paper has a record already",
        found,
        mend: "keep one of the lines",
      });
      const month = monthOfId(data.id);
      const problems: Problem[] = [...double];
      if (double.length === 0) {
        problems.push(
          ...checkDouble(segments, toSegment(data.id), place, {
            file,
            line,
            field: "id",
            message: "two ids would share one address",
            found,
            mend: "give the later paper another id",
          }),
        );
      }
      if (month !== undefined && basename(file) !== `${month}.jsonl`) {
        problems.push({
          file,
          line,
          field: "id",
          message: "this record stands in the file of another month",
          found,
          allowed: `papers/${month}.jsonl`,
          mend: "move the line there",
        });
      }
      for (const name of ["featured"] as const) {
        if ([...data[name]].sort().join() !== data[name].join()) {
          problems.push({ file, line, field: name, message: "days stand in order", found: data[name].join(", ") });
        }
      }
      return problems;
    }),
  );
}

function checkDigests(content: Content, paperIds: Set<string>): Problem[] {
  const segments = new Set([...paperIds].map(toSegment));
  const tagIds = listTagIds(content);
  return content.digests.flatMap(({ file, data, locateLine }) => {
    const problems: Problem[] = [];
    const segment = basename(file, ".md");
    if (!segments.has(segment)) {
      problems.push({
        file,
        line: 1,
        message: "no record has this file's id, so its paper is unknown",
        found: segment,
        ...suggest(segment, segments, "rename the file", "add the paper's record first"),
      });
    }
    for (const [index, tag] of data.tags.entries()) {
      if (!tagIds.has(tag)) {
        problems.push({
          file,
          line: locateLine(["tags", index]) ?? 1,
          field: `tags[${index}]`,
          message: "this topic is not in the vocabulary",
          found: tag,
          ...suggest(tag, tagIds, "write the nearest known topic", "choose one from tags.yaml, or add it there"),
        });
      } else if (data.tags.indexOf(tag) < index) {
        problems.push({
          file,
          line: locateLine(["tags", index]) ?? 1,
          field: `tags[${index}]`,
          message: "this topic is given twice",
          found: tag,
        });
      }
    }
    return problems;
  });
}

/** What is allowed and how to mend it, with the nearest known word where there is one. */
function suggest(
  word: string,
  known: Set<string>,
  action: string,
  otherwise: string,
): Pick<Problem, "allowed" | "mend"> {
  const nearest = findNearest(word, known);
  if (nearest === undefined) return { mend: otherwise };
  return { allowed: `nearest known: ${nearest}`, mend: `${action}: ${nearest}` };
}

function checkEditions(content: Content, paperIds: Set<string>): Problem[] {
  const dates: FirstSeen = new Map();
  return content.editions.flatMap((edition) => {
    const { file, data, locateLine } = edition;
    const line = (...path: PropertyKey[]) => locateLine(path) ?? 1;
    const problems = checkDouble(dates, data.date, file, {
      file,
      line: line("date"),
      field: "date",
      message: "there is an edition of this day already",
      found: data.date,
    });
    if (basename(file, ".mdx") !== data.date) {
      problems.push({
        file,
        line: line("date"),
        field: "date",
        message: "file name and date differ",
        found: data.date,
        allowed: basename(file, ".mdx"),
        mend: `rename the file to ${data.date}.mdx, or mend the date`,
      });
    }
    if (!data.papers.includes(data.lead)) {
      problems.push({
        file,
        line: line("lead"),
        field: "lead",
        message: "the lead is not one of the edition's papers",
        found: data.lead,
        ...suggest(data.lead, new Set(data.papers), "write", "add it to papers"),
      });
    }
    return [...problems, ...checkPaperLists(edition, paperIds)];
  });
}

/** The papers of an edition exist and stand once; those of its groups belong to the edition and to one group. */
function checkPaperLists({ file, data, locateLine }: Document<EditionData>, paperIds: Set<string>): Problem[] {
  const problems: Problem[] = [];
  const listed: FirstSeen = new Map();
  const grouped: FirstSeen = new Map();
  const own = new Set(data.papers);
  const check = (
    id: string,
    path: PropertyKey[],
    field: string,
    seen: FirstSeen,
    known: Set<string>,
    where: string,
  ) => {
    const line = locateLine(path) ?? 1;
    if (!known.has(id)) {
      problems.push({
        file,
        line,
        field,
        message: `this paper is not ${where}`,
        found: id,
        ...suggest(id, known, "write", "add the paper, or take the line out"),
      });
    }
    problems.push(
      ...checkDouble(seen, id, field, { file, line, field, message: "this paper is named twice", found: id }),
    );
  };
  for (const [index, id] of data.papers.entries()) {
    check(id, ["papers", index], `papers[${index}]`, listed, paperIds, "among the records");
  }
  for (const [groupIndex, group] of data.groups.entries()) {
    for (const [index, id] of group.papers.entries()) {
      const field = `groups[${groupIndex}].papers[${index}]`;
      check(id, ["groups", groupIndex, "papers", index], field, grouped, own, "one of the edition's papers");
    }
  }
  return problems;
}

function listTagIds(content: Content): Set<string> {
  return new Set(content.tags.lines.map(({ data }) => data.id));
}

function checkTags(content: Content): Problem[] {
  const { file, lines } = content.tags;
  const ids: FirstSeen = new Map();
  const names: FirstSeen = new Map();
  const known = listTagIds(content);
  const parents = new Map(lines.map(({ data }) => [data.id, data.parent]));
  return lines.flatMap(({ line, data }, index) => {
    const field = (name: string) => `[${index}].${name}`;
    const problems = checkDouble(ids, data.id, `line ${line}`, {
      file,
      line,
      field: field("id"),
      message: "this topic stands twice",
      found: data.id,
    });
    for (const name of new Set([data.label, ...data.aliases].map((text) => text.toLowerCase()))) {
      problems.push(
        ...checkDouble(names, name, `line ${line}`, {
          file,
          line,
          field: field("aliases"),
          message: "another topic has this name",
          found: name,
          mend: "keep it with one of them",
        }),
      );
    }
    if (data.parent !== undefined && !known.has(data.parent)) {
      problems.push({
        file,
        line,
        field: field("parent"),
        message: "the wider topic is not in the vocabulary",
        found: data.parent,
        ...suggest(data.parent, known, "write", "add the wider topic first"),
      });
    } else if (isAncestorOfItself(data.id, parents)) {
      problems.push({
        file,
        line,
        field: field("parent"),
        message: "a topic cannot lie within itself",
        found: data.parent ?? "",
      });
    }
    return problems;
  });
}

/** Whether following parents from a topic comes back to it. */
function isAncestorOfItself(id: string, parents: Map<string, string | undefined>): boolean {
  const passed = new Set<string>();
  for (let at = parents.get(id); at !== undefined && !passed.has(at); at = parents.get(at)) {
    if (at === id) return true;
    passed.add(at);
  }
  return false;
}

function checkOrganizations(content: Content): Problem[] {
  const { file, lines } = content.organizations;
  const ids: FirstSeen = new Map();
  return lines.flatMap(({ line, data }, index) =>
    [data.id, ...data.aliases].flatMap((id) =>
      checkDouble(ids, id, `line ${line}`, {
        file,
        line,
        field: `[${index}].id`,
        message: "this organisation stands twice",
        found: id,
      }),
    ),
  );
}

function checkDays({ days }: { days: List<{ date: string; source: string }> }): Problem[] {
  const seen: FirstSeen = new Map();
  return days.lines.flatMap(({ line, data }) =>
    checkDouble(seen, `${data.date} ${data.source}`, `line ${line}`, {
      file: days.file,
      line,
      field: "date",
      message: "this day and source stand twice",
      found: `${data.date}, ${data.source}`,
    }),
  );
}

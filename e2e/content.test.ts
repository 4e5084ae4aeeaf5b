import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { checkContent } from "#lib/content/check.ts";
import { judgeDay } from "#lib/content/day.ts";
import { readContent } from "#lib/content/read.ts";
import { judgeStamp } from "#lib/content/stamp-state.ts";
import { weekOf } from "#lib/dates.ts";
import { toSegment } from "#lib/papers/id.ts";
import { PROJECT_FOLDER } from "#tools/folders.ts";

const content = readContent(join(PROJECT_FOLDER, "e2e", "content"));
const records = content.records.flatMap(({ lines }) => lines.map(({ data }) => data));
const editions = content.editions.map(({ data }) => data);

test("The invented content of the browser tests is valid.", () => {
  assert.deepEqual(checkContent(content), []);
});

test("It has a record of every rare kind.", () => {
  const kinds: { [Kind in string]: (record: (typeof records)[number]) => boolean } = {
    "hundreds of authors": ({ authors }) => authors.length === 664,
    "no authors": ({ authors, authorCount }) => authors.length === 0 && authorCount === undefined,
    "a number of authors only": ({ authors, authorCount }) => authors.length === 0 && authorCount !== undefined,
    "equal names": ({ authors }) => new Set(authors).size < authors.length && authors.length < 10,
    "a title of 300 characters": ({ title }) => title.length === 300,
    "a title from right to left": ({ title }) => /^\p{Script=Arabic}/u.test(title),
    "markup in the title": ({ title }) => title.includes("<script>"),
    "an endless word": ({ title }) => /\S{90}/.test(title),
    "no date": ({ published }) => published === undefined,
    "a year only": ({ published }) => published?.length === "YYYY".length,
    "a month only": ({ published }) => published?.length === "YYYY-MM".length,
    "facts of a publication": ({ publication }) => publication?.pages !== undefined,
    withdrawn: ({ withdrawn, history }) => withdrawn !== undefined && history.length > 0,
    "a title that changed": ({ history }) => history.some(({ field }) => field === "title"),
    "an abstract": ({ abstract }) => abstract !== undefined,
    "no comments, counted": ({ comments }) => comments === 0,
    "two editions": ({ featured }) => featured.length > 1,
    "an old arXiv id": ({ id }) => id === "hep-th/9901001",
    ...Object.fromEntries(["doi:", "acl:", "openreview:"].map((scheme) => [scheme, ({ id }) => id.startsWith(scheme)])),
  };
  const missing = Object.keys(kinds).filter((kind) => !records.some((record) => kinds[kind]?.(record)));
  assert.deepEqual(missing, []);
});

test("It has a day of every kind, two editions in one week, and papers that no group has.", () => {
  assert.deepEqual(
    new Set(content.days.lines.map(({ data }) => judgeDay(data))),
    new Set(["complete", "partial", "empty"]),
  );
  assert.ok(editions.some(({ date }, index) => weekOf(date) === weekOf(editions[index + 1]?.date ?? "1970-01-01")));
  const grouped = editions.find(({ groups }) => groups.length > 0);
  assert.ok(grouped !== undefined);
  assert.ok(grouped.papers.length > grouped.groups.flatMap(({ papers }) => papers).length);
});

test("It has digests checked as they are, changed since, of a source that changed since, and never checked; and a record with an abstract but none.", () => {
  const states = content.digests.flatMap(({ file, data, body }) => {
    const record = records.find(({ id }) => file.endsWith(`/${toSegment(id)}.md`));
    return record === undefined ? [] : [judgeStamp(data, body, record).kind];
  });
  assert.deepEqual(new Set(states), new Set(["unchecked", "changed", "moved", "fits"]));
  const written = content.digests.map(({ file }) => file);
  assert.ok(records.some(({ id, abstract }) => abstract !== undefined && !written.some((file) => file.includes(id))));
});

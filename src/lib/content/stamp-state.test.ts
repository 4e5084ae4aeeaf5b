import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDigestText, makeRecord, SAMPLE_ABSTRACT, stampSample } from "#scenes/content-samples.ts";
import { fingerprintDigest } from "./digest-check.ts";
import { parseDigest } from "./parse.ts";
import type { PaperRecord } from "./record.ts";
import { judgeStamp, noteLostStamp } from "./stamp-state.ts";

type Changes = { [Field in keyof PaperRecord]?: PaperRecord[Field] | undefined };

/** The record as it was when the digest was checked: version 2 of 21 October 2025. */
const THEN = { version: 2, updated: "2025-10-21", abstract: SAMPLE_ABSTRACT };

function change(changes: Changes): PaperRecord {
  const entries = Object.entries({ ...makeRecord(THEN), ...changes }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as PaperRecord;
}

/** How a digest that was checked against one record stands to another: its kind, and the news there is. */
function judge(after: Changes, before: Changes = {}, fields: { [name: string]: string } = {}): string {
  const { value } = parseDigest(stampSample(makeDigestText(fields), change(before)), "a.md");
  assert.ok(value);
  const { kind, news } = judgeStamp(value.data, value.body, change({ ...before, ...after }));
  return news === undefined ? kind : `${kind}: ${news}`;
}

const HELD = "held against version 2 of 21 October 2025;";
const NEWER = { version: 4, updated: "2026-04-01" };
const OTHER = "We study 19 harbours.";

test("A stamp fits as long as title and abstract are as they were, and falls when either is another.", () => {
  assert.equal(judge({}), "fits");
  assert.equal(judge({ title: "Harbour: Sorting Ships with 4 Cranes" }), `moved: ${HELD} the title changed since`);
  assert.equal(judge({ abstract: OTHER }), `moved: ${HELD} the abstract changed since`);
  assert.equal(judge({ abstract: OTHER, title: "Ports" }), `moved: ${HELD} the title and abstract changed since`);
  assert.equal(judge({ ...NEWER, abstract: OTHER, title: "Ports" }), `moved: ${HELD} version 4 is out`);
});

test("Of a text that is copied otherwise only what is read counts.", () => {
  assert.equal(
    judge({ abstract: SAMPLE_ABSTRACT.replaceAll(" ", "\n ").replace("<=10", "$<=$10").replace("$<=$", "<=") }),
    "fits",
  );
  assert.equal(judge({ title: "Harbour:  Sorting Ships with 3 Cranes" }), "fits");
  const quoted = { title: "“Ships” – it’s 3" };
  assert.equal(judge({ title: '"Ships" - it\'s 3' }, quoted), "fits");
  assert.equal(judge({ title: "“Ships” – it’s 4" }, quoted), `moved: ${HELD} the title changed since`);
});

test("A version whose title and abstract are the same is told, and the stamp stays; not so for a digest of the whole paper.", () => {
  const same = `${HELD} version 4 is out`;
  assert.equal(judge(NEWER), `fits: ${same}, with the same title and abstract`);
  assert.equal(judge(NEWER, {}, { writtenFrom: "paper" }), `moved: ${same}`);
});

test("Where the record holds no abstract, the version decides, and without one its day.", () => {
  const none = { abstract: undefined };
  assert.equal(judge(none), "fits");
  assert.equal(judge({ ...none, ...NEWER }), `moved: ${HELD} version 4 is out`);
  assert.equal(judge({ ...none, version: 1 }), `moved: ${HELD} the record says version 1`);
  assert.equal(judge({ ...none, version: undefined, updated: undefined }), "fits");
  const undated = { ...none, version: undefined, updated: undefined };
  const checked = "held against the title and abstract of 10 March 2026;";
  assert.equal(judge({}, undated), "fits");
  assert.equal(
    judge({ version: 2, updated: "2025-10-21", abstract: SAMPLE_ABSTRACT }, undated),
    "fits",
    "heard of first",
  );
  assert.equal(
    judge({ version: 2, updated: "2025-10-21", abstract: OTHER }, undated),
    `moved: ${checked} the abstract changed since`,
  );
  assert.equal(
    judge({ version: 2, updated: "2026-03-11" }, undated),
    `moved: ${checked} a text of 11 March 2026 is out`,
  );
  const dated = { ...none, version: undefined };
  assert.equal(
    judge({ updated: "2025-10-22" }, dated),
    "moved: held against the text of 21 October 2025; a text of 22 October 2025 is out",
  );
});

test("The first version has the day of the paper.", () => {
  const first = { version: 1, updated: undefined };
  assert.equal(
    judge({ abstract: OTHER }, first),
    "moved: held against version 1 of 2 October 2025; the abstract changed since",
  );
});

test("All else in a record may change, but for what a number of the digest rests on.", () => {
  const changes: Changes[] = [
    { id: "2510.00009", previousIds: ["2510.00001"] },
    { authors: ["Di Buoy", "Cy Dock", "Ben Pier", "Ada Quay"] },
    { authors: ["Ada Quay"] },
    { keywords: ["ships"], categories: ["cs.AI"], organization: { id: "port", name: "The Port" } },
    { venue: "Quays 2026", journalRef: "Quays 2026", links: {}, note: "Ours.", stars: 4 },
    { upvotes: 40, comments: 60, featured: [], withdrawn: true, published: "2025-10-01" },
    { sources: [{ name: "BibTeX", retrieved: "2026-11-01" }] },
  ];
  for (const changed of changes) assert.equal(judge(changed), "fits", JSON.stringify(changed));
  const problem = "By four authors, with 6 comments in 2025.";
  const lost = (after: Changes) => judge(after, {}, { problem });
  assert.equal(lost({ stars: 4, authors: ["Di Buoy", "Cy Dock", "Ben Pier", "Ada Key"] }), "fits");
  assert.equal(lost({ comments: 7 }), `moved: ${HELD} the record no longer says 6 comments`);
  assert.equal(
    lost({ authors: ["Ada Quay"], comments: undefined }),
    `moved: ${HELD} the record no longer says 4 authors, 6 comments`,
  );
  assert.equal(
    judge({ version: 9 }, { version: 8 }, { problem: "This is version 8." }),
    "moved: held against version 8 of 21 October 2025; version 9 is out, the record no longer says version 8",
  );
  assert.equal(
    judge({ id: "2510.00009", previousIds: ["2510.00001"] }, {}, { problem: "It is 2510.00001." }),
    `moved: ${HELD} the record no longer says id 2510.00001`,
  );
});

test("A stamp goes with its paper through a change of id, and to no other paper.", () => {
  const renamed = { id: "doi:10.1000/a", previousIds: ["2510.00009", "2510.00001"] };
  assert.equal(judge(renamed), "fits");
  assert.equal(judge({ ...renamed, ...NEWER, abstract: OTHER }), `moved: ${HELD} version 4 is out`);
  assert.equal(judge({ id: "2510.00009" }), "changed");
  assert.equal(judge({ id: "2510.00009", ...NEWER, abstract: OTHER, title: "Ports" }), "changed");
});

test("A stamp of before stamps named their papers goes on.", () => {
  const { value } = parseDigest(stampSample(makeDigestText(), change({})), "a.md");
  assert.ok(value?.data.checkedSource);
  const { paper, ...checkedSource } = value.data.checkedSource;
  assert.equal(paper, "2510.00001");
  const data = { ...value.data, checkedSource };
  const checkedText = fingerprintDigest(data, value.body);
  assert.equal(judgeStamp({ ...data, checkedText }, value.body, change({})).kind, "fits");
  assert.equal(judgeStamp(data, value.body, change({})).kind, "changed", "the id cannot be taken out");
});

test("A digest of an earlier text says so, whatever it was checked against.", () => {
  const earlier = { earlierText: "true" };
  const undated = { version: undefined, updated: undefined };
  assert.equal(
    judge({}, undated, earlier),
    "moved: held against an earlier text of the abstract; the abstract was rewritten since",
  );
  assert.equal(judge(NEWER, {}, earlier), `moved: ${HELD} version 4 is out`);
});

test("A digest that was changed after the check, or whose stamp was, is unchecked as it is; so is one without a stamp.", () => {
  const stamped = stampSample(makeDigestText(), change({}));
  const kindOf = (text: string) => {
    const { value } = parseDigest(text, "a.md");
    assert.ok(value);
    return judgeStamp(value.data, value.body, change({})).kind;
  };
  assert.equal(kindOf(stamped), "fits");
  assert.equal(kindOf(stamped.replace("Harbours were slow", "Harbours were fast")), "changed");
  assert.equal(
    kindOf(stamped.replace("version: 2", "version: 4")),
    "changed",
    "what it was held against is part of the stamp",
  );
  assert.equal(kindOf(stamped.replace(/checkedSource.*\n/, "")), "changed");
  assert.equal(kindOf(stamped.replace("[planning]", "[robotics]")), "fits");
  assert.equal(kindOf(stamped.replace(/checkedOn.*\n/, "")), "unchecked");
  assert.equal(kindOf(makeDigestText()), "unchecked");
});

test("A lost stamp is told with its cure, but not that of a withdrawn paper, whose digest is not shown.", () => {
  const note = (text: string, after: Changes) => {
    const { value } = parseDigest(text, "digests/a.md");
    assert.ok(value);
    return noteLostStamp(value, change(after));
  };
  const stamped = stampSample(makeDigestText(), change({}));
  assert.equal(note(stamped, {}), undefined);
  assert.equal(note(stamped, NEWER), undefined);
  assert.equal(note(makeDigestText(), { abstract: OTHER }), undefined);
  assert.equal(note(stamped, { abstract: OTHER, withdrawn: true }), undefined);
  assert.deepEqual(note(stamped, { ...NEWER, abstract: OTHER }), {
    file: "digests/a.md",
    field: "checkedSource",
    message: `the digest was ${HELD} version 4 is out`,
    mend: "read the source as it is now, change what is no longer so, then: npm run digest -- check --stamp 2510.00001",
  });
  assert.match(
    note(stamped, { version: 4, abstract: undefined })?.mend ?? "",
    /check --stamp --abstracts FILE 2510\.00001$/,
  );
  const earlier = stampSample(makeDigestText({ earlierText: "true" }), change({}));
  assert.match(note(earlier, {})?.mend ?? "", /, take earlierText out, then: /);
  assert.deepEqual(note(stamped.replace("were slow", "were fast"), {}), {
    file: "digests/a.md",
    field: "checkedText",
    message: "the digest, or its stamp, was changed after the check, so the stamp is not shown",
    mend: "check it again: npm run digest -- check --stamp 2510.00001",
  });
});

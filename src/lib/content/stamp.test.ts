import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDigestText } from "#scenes/content-samples.ts";
import { parseDigest } from "./parse.ts";
import { type Stamp, stampDigest } from "./stamp.ts";

const STAMP: Stamp = {
  checkedOn: "2026-03-09",
  checkedText: "1234567890123456",
  checkedSource: { title: "00000000000012e4", abstract: "fedcba9876543210", version: 2, facts: ["33 upvotes"] },
};
const SOURCE = '{ title: "00000000000012e4", abstract: "fedcba9876543210", version: 2, facts: [ "33 upvotes" ] }';
const LINES = `checkedOn: 2026-03-09\ncheckedText: "1234567890123456"\ncheckedSource: ${SOURCE}\n`;

test("A first stamp becomes the last lines of the front matter, and all else stays.", () => {
  const text = makeDigestText();
  assert.equal(stampDigest(text, STAMP), text.replace("by: the pilots\n", `by: the pilots\n${LINES}`));
});

test("A stamped digest is still a digest, with the stamp it was given.", () => {
  const { value, problems } = parseDigest(stampDigest(makeDigestText(), STAMP) ?? "", "a.md");
  assert.deepEqual(problems, []);
  const { checkedOn, checkedText, checkedSource } = value?.data ?? {};
  assert.deepEqual({ checkedOn, checkedText, checkedSource }, STAMP);
});

test("An old stamp is replaced where it stands, and the comments around it stay.", () => {
  const text =
    "---\n# mind the gap\ncheckedOn: 2020-01-01   # by hand\ntldr: \"checkedOn: never\" \ncheckedText: '00' # old\ncheckedSource: { title: x,\n  version: 1 }\nby: a\n---\ncheckedOn: in the prose\n";
  const stamped = stampDigest(text, STAMP);
  assert.equal(
    stamped,
    `---\n# mind the gap\ncheckedOn: 2026-03-09   # by hand\ntldr: "checkedOn: never" \ncheckedText: "1234567890123456" # old\ncheckedSource: ${SOURCE}\nby: a\n---\ncheckedOn: in the prose\n`,
  );
});

test("A digest with a part of a stamp gets the rest, also where the part stands on lines of its own.", () => {
  assert.equal(
    stampDigest("---\ncheckedOn: 2020-01-01\ncheckedSource:\n  title: x\n  version: 1\nby: a\n---\n", STAMP),
    `---\ncheckedOn: 2026-03-09\ncheckedSource:\n  ${SOURCE}\nby: a\ncheckedText: "1234567890123456"\n---\n`,
  );
});

test("Line breaks of the other kind, a byte order mark and a missing last line break are kept.", () => {
  const text = "\uFEFF---\r\nby: a\r\ntags: [b]\r\n---\r\n\r\nProse --- here\r\n---\r\nend";
  assert.equal(
    stampDigest(text, STAMP),
    `\uFEFF---\r\nby: a\r\ntags: [b]\r\n${LINES.replaceAll("\n", "\r\n")}---\r\n\r\nProse --- here\r\n---\r\nend`,
  );
});

test("Folded and literal texts before the stamp keep their meaning.", () => {
  const text = "---\nby: a\ntldr: >-\n  one\n  checkedOn: two\n\nproblem: |+\n  three\n\n---\nbody\n";
  assert.equal(stampDigest(text, STAMP), text.replace("\n\n---\n", `\n\n${LINES}---\n`));
});

test("Stamping twice is stamping once.", () => {
  const once = stampDigest(makeDigestText(), STAMP) ?? "";
  assert.equal(stampDigest(once, STAMP), once);
});

test("What cannot be stamped by changing lines is left to a person.", () => {
  assert.equal(stampDigest("---\n{ by: a }\n---\n", STAMP), undefined);
  assert.equal(stampDigest("no front matter", STAMP), undefined);
  assert.equal(stampDigest("---\nby: [a\n---\n", STAMP), undefined);
  assert.equal(stampDigest("---\ncheckedOn: &day 2020-01-01\nby: *day\n---\n", STAMP), undefined);
});

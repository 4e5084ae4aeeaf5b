import assert from "node:assert/strict";
import { test } from "node:test";
import { formatProblem } from "#lib/errors.ts";
import { parseArxivFeed } from "./parse.ts";

const FEED = '<feed xmlns="http://www.w3.org/2005/Atom">';
const ENTRY = "<entry><id>http://arxiv.org/abs/3101.00001v1</id><title>Paper</title></entry>";
const told = (text: string) => {
  const { entries, refused } = parseArxivFeed(text, "answer.xml");
  assert.equal(entries.length, 0, "nothing comes in");
  return refused.map((problem) => formatProblem(problem)).join("\n");
};

test("What can make a parser expand, fetch or run is refused before it is parsed, with its line.", () => {
  const laughs = '<!DOCTYPE feed [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
  for (const [text, message] of [
    [`<?xml version="1.0"?>\n${laughs}\n${FEED}<title>&b;</title></feed>`, /answer\.xml:2 {2}a DOCTYPE is not read/],
    [`<!DOCTYPE feed SYSTEM "file:///invented">${FEED}${ENTRY}</feed>`, /answer\.xml:1 {2}a DOCTYPE is not read/],
    [`${FEED}<a b="<!--">\n${laughs}</a><a b="-->"/></feed>`, /answer\.xml:1 .*not well-formed/],
    [`${FEED}\n<!ENTITY a "ha">${ENTRY}</feed>`, /answer\.xml:2 {2}declarations are not read/],
    [`${FEED}\n\n<?xml-stylesheet href="invented.xsl"?>${ENTRY}</feed>`, /answer\.xml:3 {2}a processing instruction/],
    [` <?xml version="1.0"?>${FEED}${ENTRY}</feed>`, /a processing instruction/],
    [`${FEED}\n<title>&xxe;</title>${ENTRY}</feed>`, /answer\.xml:2 {2}this entity is defined nowhere\n.*&xxe;/],
    [`${FEED}<title>&#0;</title>${ENTRY}</feed>`, /names no character/],
    [`${FEED}<title>&#xFFFFFF;</title>${ENTRY}</feed>`, /names no character/],
  ] as const) {
    assert.match(told(text), message, text);
  }
});

test("The same signs in comments and CDATA sections are text.", () => {
  const text = `${FEED}<!-- <!DOCTYPE a> &b; <?c?> --><entry>
    <id>http://arxiv.org/abs/3101.00001v1</id><title><![CDATA[<!DOCTYPE a> &b; <?c?>]]> &amp;amp; &#x41;</title>
    <category term="cs&#46;LG"/></entry></feed>`;
  const { entries, refused } = parseArxivFeed(text, "answer.xml");
  assert.deepEqual(refused, []);
  assert.equal(entries[0]?.entry.title, "<!DOCTYPE a> &b; <?c?> &amp; A");
  assert.equal(entries[0]?.entry.category[0]?.["@term"], "cs.LG");
});

test("A control character, and line breaks of Windows, are no reason to refuse a feed.", () => {
  const { entries, refused } = parseArxivFeed(`${FEED}\r\n${ENTRY.replace("Paper", "Pa\bper")}</feed>`, "answer.xml");
  assert.deepEqual([refused, entries.map(({ entry, place }) => [entry.title, place.line])], [[], [["Paper", 2]]]);
});

test("XML that is not well-formed is refused with its line.", () => {
  for (const text of [
    `${FEED}\n\n<entry></feed>`,
    `${FEED}\n\n<entry>`,
    `${FEED}\n\n<title>AT&T</title></feed>`,
    `${FEED}\n\n<title>2 < 3</title></feed>`,
    `${FEED}\n\n<!-- without end </feed>`,
    `${FEED}\n\n<title><![CDATA[without end</title></feed>`,
  ]) {
    assert.match(told(text), /answer\.xml:[34] {2}this is not well-formed XML/, text);
  }
});

test("What is no Atom feed is refused with what it is.", () => {
  for (const [text, message] of [
    ["", /the file is empty/],
    ["Rate exceeded.", /no Atom feed\n.*"Rate exceeded\."/],
    ["<!DOCTYPE html><html></html>", /no Atom feed\n.*a page of HTML/],
    ["<rss><channel/></rss>", /no Atom feed\n.*<rss>\n.*<feed>/],
    [`<feed>${ENTRY}</feed>`, /feed\.@xmlns: is missing\n.*http:\/\/www\.w3\.org\/2005\/Atom/],
  ] as const) {
    assert.match(told(text), message, text);
  }
});

test("Elements may stand in one another, but not without end.", () => {
  const nest = (levels: number) => `${"<a>".repeat(levels)}${"</a>".repeat(levels)}`;
  assert.equal(told(`${FEED}${nest(31)}</feed>`), "");
  assert.match(told(`${FEED}\n${nest(32)}</feed>`), /answer\.xml:2 .*more than 32 levels/);
  assert.match(told(`${FEED}${"<a>".repeat(200_000)}`), /more than 32 levels/);
});

test("A byte order mark and names with meaning in JavaScript do no harm.", () => {
  const { entries, refused } = parseArxivFeed(`\ufeff<?xml version="1.0"?>${FEED}${ENTRY}</feed>`, "answer.xml");
  assert.deepEqual([entries.length, refused], [1, []]);
  const odd = ENTRY.replace(
    "<title>",
    "<__proto__><polluted>yes</polluted></__proto__><constructor>x</constructor><title>",
  );
  parseArxivFeed(`${FEED}${odd}</feed>`, "answer.xml");
  assert.equal(Reflect.get({}, "polluted"), undefined);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type FeedEntry, type FeedInput, toAtom } from "./atom.ts";

/** An element with its attributes, its text and its children, entities resolved. */
interface Element {
  name: string;
  attributes: Map<string, string>;
  text: string;
  children: Element[];
}

const ENTITIES = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
]);
// The characters of XML 1.0, https://www.w3.org/TR/xml/#charsets
const XML_TEXT = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

function resolveEntities(text: string): string {
  assert.doesNotMatch(text, /</, "a < in text or attribute");
  return text.replace(/&([a-z]*;?)/g, (_, name: string) => {
    return ENTITIES.get(name.replace(";", "")) ?? assert.fail(`an & that begins no entity: &${name}`);
  });
}

/** Reads the XML that a feed may be: declaration, elements, text, CDATA. Fails on anything that is not well-formed. */
function readXml(xml: string): Element {
  assert.match(xml, XML_TEXT);
  const root: Element = { name: "", attributes: new Map(), text: "", children: [] };
  const open = [root];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>/, "");
  const token = /<!\[CDATA\[(.*?)\]\]>|<\/([\w:]+)>|<([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>|([^<]+)/gsy;
  for (let end = 0; end < body.length; end = token.lastIndex) {
    token.lastIndex = end;
    const [, cdata, closed, opened, attributes = "", isEmpty, text] =
      token.exec(body) ?? assert.fail(`not well-formed: ${body.slice(end, end + 60)}`);
    const current = open.at(-1) ?? assert.fail("text after the end");
    if (cdata !== undefined) current.text += cdata;
    if (text !== undefined) {
      assert.doesNotMatch(text, /\]\]>/, "]]> in text");
      current.text += resolveEntities(text);
    }
    if (closed !== undefined) assert.equal(open.pop()?.name, closed);
    if (opened !== undefined) {
      const pairs = Array.from(attributes.matchAll(/([\w:]+)="([^"]*)"/g), ([, name = "", value = ""]) => {
        return [name, resolveEntities(value)] as const;
      });
      assert.equal(new Set(pairs.map(([name]) => name)).size, pairs.length, "an attribute twice");
      const element = { name: opened, attributes: new Map(pairs), text: "", children: [] };
      current.children.push(element);
      if (isEmpty === "") open.push(element);
    }
  }
  assert.equal(open.length, 1, "an element is not closed");
  assert.equal(root.children.length, 1);
  return root.children[0] ?? assert.fail("no element");
}

const findAll = (element: Element | undefined, name: string) =>
  element?.children.filter((child) => child.name === name) ?? [];
const findText = (element: Element | undefined, name: string) => findAll(element, name)[0]?.text;
const decodeHtml = (html: string | undefined) =>
  html?.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

function makeEntry(more: Partial<FeedEntry> = {}): FeedEntry {
  return {
    id: "papers/2510.18821",
    address: "https://offprint.example/papers/2510.18821/",
    title: "Search Self-play",
    html: "<p>Prose.</p>",
    topics: [{ id: "self-play", label: "Self-play" }],
    published: "2026-03-01",
    place: 0,
    updated: "2026-03-09",
    ...more,
  };
}

function makeFeed(more: Partial<FeedInput> = {}): FeedInput {
  return {
    authority: "offprint.example,2026",
    address: "https://offprint.example/feeds/papers.xml",
    page: "https://offprint.example/",
    title: "Offprint",
    author: "the editors of Offprint",
    entries: [makeEntry()],
    ...more,
  };
}

test("Links within the site have its origin in a feed.", () => {
  const html = '<p><a href="/tags/planning/">a</a> <a href="https://b.example/">b</a></p>';
  const feed = toAtom(makeFeed({ entries: [makeEntry({ html })] }));
  const { origin } = new URL(makeEntry({}).address);
  assert.ok(feed.includes(`<a href="${origin}/tags/planning/">a</a> <a href="https://b.example/">b</a>`));
});

test("A feed has what RFC 4287 asks of it, and a name that does not move with its host.", () => {
  const feed = readXml(toAtom(makeFeed({ description: "Papers, told briefly." })));
  assert.equal(feed.name, "feed");
  assert.equal(feed.attributes.get("xmlns"), "http://www.w3.org/2005/Atom");
  assert.equal(findText(feed, "id"), "tag:offprint.example,2026:papers");
  assert.equal(findText(feed, "title"), "Offprint");
  assert.equal(findText(feed, "subtitle"), "Papers, told briefly.");
  assert.equal(findText(findAll(feed, "author")[0], "name"), "the editors of Offprint");
  assert.deepEqual(
    findAll(feed, "link").map((link) => [link.attributes.get("rel"), link.attributes.get("href")]),
    [
      ["alternate", "https://offprint.example/"],
      ["self", "https://offprint.example/feeds/papers.xml"],
    ],
  );
});

test("An entry has a name of its own, its permalink, title, summary, content, topics and days, and the feed's author.", () => {
  const [entry] = findAll(readXml(toAtom(makeFeed({ entries: [makeEntry({ summary: "It works." })] }))), "entry");
  assert.equal(findText(entry, "id"), "tag:offprint.example,2026:papers/2510.18821");
  assert.equal(findAll(entry, "link")[0]?.attributes.get("href"), "https://offprint.example/papers/2510.18821/");
  assert.equal(findText(entry, "title"), "Search Self-play");
  assert.equal(findText(entry, "summary"), "It works.");
  assert.equal(findAll(entry, "content")[0]?.attributes.get("type"), "html");
  assert.equal(findText(entry, "content"), "<p>Prose.</p>");
  assert.deepEqual(findAll(entry, "author"), []);
  assert.deepEqual(
    [...(findAll(entry, "category")[0]?.attributes ?? [])],
    [
      ["label", "Self-play"],
      ["term", "self-play"],
    ],
  );
  assert.equal(findText(entry, "published"), "2026-03-01T12:00:00.000Z");
  assert.equal(findText(entry, "updated"), "2026-03-09T12:00:00.000Z");
});

test("What an entry does not have is left out.", () => {
  const [entry] = findAll(readXml(toAtom(makeFeed({ entries: [makeEntry({ topics: [] })] }))), "entry");
  assert.deepEqual(
    entry?.children.map((child) => child.name),
    ["title", "id", "link", "updated", "content", "published"],
  );
});

test("A day keeps its order where readers sort by time, and names stay when the host does not.", () => {
  const entries = [0, 1, 2].map((place) => makeEntry({ id: `papers/${place}`, place }));
  const tell = (more: Partial<FeedInput>) => {
    return findAll(readXml(toAtom(makeFeed({ entries, ...more }))), "entry").map((entry) => [
      findText(entry, "id"),
      findText(entry, "published"),
    ]);
  };
  const told = tell({});
  assert.deepEqual(
    told.map(([, published]) => published),
    ["2026-03-01T12:00:00.000Z", "2026-03-01T11:59:59.000Z", "2026-03-01T11:59:58.000Z"],
  );
  const moved = entries.map((entry) => ({ ...entry, address: `https://elsewhere.example/${entry.place}/` }));
  assert.deepEqual(tell({ address: "https://elsewhere.example/feed", title: "Reprint", entries: moved }), told);
});

test("the feed is as new as its newest entry, whatever the clock says", () => {
  const entries = ["2026-01-02", "2026-03-09", "2025-12-31"].map((updated) => makeEntry({ updated }));
  assert.equal(findText(readXml(toAtom(makeFeed({ entries }))), "updated"), "2026-03-09T12:00:00.000Z");
});

test("a feed without entries is as old as the authority that names them, to the day that it says", () => {
  const tell = (authority: string) => findText(readXml(toAtom(makeFeed({ entries: [], authority }))), "updated");
  assert.equal(tell("offprint.example,2026"), "2026-01-01T00:00:00.000Z");
  assert.equal(tell("offprint.example,2026-05-09"), "2026-05-09T00:00:00.000Z");
  assert.throws(() => tell("offprint.example"), TypeError);
});

test("the feed speaks of no host but its own and the Atom namespace", () => {
  const hosts = new Set(toAtom(makeFeed()).match(/https?:\/\/[^/"<]+/g));
  assert.deepEqual([...hosts].sort(), ["http://www.w3.org", "https://offprint.example"]);
});

test("an address that is not absolute is refused", () => {
  assert.throws(() => toAtom(makeFeed({ address: "/feeds/papers.xml" })), TypeError);
  assert.throws(() => toAtom(makeFeed({ entries: [makeEntry({ address: "/papers/1/" })] })), TypeError);
});

test("hostile text leaves the feed well-formed and comes back as it was, without what XML cannot hold", () => {
  const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join("");
  for (const hostile of [
    "<script>alert(1)</script>",
    "a ]]> b ]]> c",
    "&lt;b&gt; &amp; &amp;amp; &#0;",
    `"quoted" & 'single'`,
    `x${controls}\ud800\udc00\udfff\uffff\ufffe`,
    "<![CDATA[ ]]]]><![CDATA[>",
  ]) {
    const expected = hostile
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]/g, "");
    const feed = readXml(
      toAtom(
        makeFeed({
          title: hostile,
          description: hostile,
          author: hostile,
          entries: [makeEntry({ title: hostile, summary: hostile, topics: [{ id: "t", label: hostile }] })],
        }),
      ),
    );
    const [entry] = findAll(feed, "entry");
    assert.equal(findText(feed, "title"), expected);
    assert.equal(findText(feed, "subtitle"), expected);
    assert.equal(decodeHtml(findText(entry, "title")), expected);
    assert.equal(decodeHtml(findText(entry, "summary")), expected);
    assert.equal(findText(findAll(feed, "author")[0], "name"), expected);
    assert.equal(findAll(entry, "category")[0]?.attributes.get("label"), expected.replaceAll("<", "＜"));
  }
});

test("HTML content keeps every end of CDATA as text", () => {
  const [entry] = findAll(
    readXml(toAtom(makeFeed({ entries: [makeEntry({ html: "<p>]]> and ]]></p>\u0000" })] }))),
    "entry",
  );
  assert.equal(findText(entry, "content"), "<p>]]&gt; and ]]&gt;</p>");
});

test("any text in any place leaves the feed well-formed", () => {
  const text = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(text, text, text, text, (title, html, name, label) => {
      const entry = makeEntry({ title, summary: html, html, topics: [{ id: "t", label }] });
      readXml(toAtom(makeFeed({ title, description: name, entries: [entry] })));
    }),
    { numRuns: 500 },
  );
});

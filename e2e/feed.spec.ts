/** The Atom feed, as a feed reader would take it. */
import { join } from "node:path";
import { readContent } from "../src/lib/content/read.ts";
import { toSegment } from "../src/lib/papers/id.ts";
import { PROJECT_FOLDER } from "../src/tools/folders.ts";
import { expect, test } from "./fixtures.ts";
import { casesTest } from "./pages.ts";

/** A feed as the browser's own parser reads it. */
interface ReadFeed {
  fault: string | undefined;
  updated: string;
  self: string;
  author: string;
  entries: {
    id: string;
    title: string;
    published: string;
    updated: string;
    link: string;
    content: string;
    authors: number;
  }[];
}

/** Parses a feed in a page; runs in the browser. */
function parseFeed(xml: string): ReadFeed {
  const feed = new DOMParser().parseFromString(xml, "application/xml");
  const text = (parent: ParentNode, selector: string) => parent.querySelector(selector)?.textContent ?? "";
  return {
    fault: feed.querySelector("parsererror")?.textContent ?? undefined,
    updated: text(feed, "feed > updated"),
    author: text(feed, "feed > author > name"),
    self: feed.querySelector("feed > link[rel=self]")?.getAttribute("href") ?? "",
    entries: [...feed.querySelectorAll("entry")].map((entry) => ({
      id: text(entry, "id"),
      // A title is HTML inside XML; what a reader sees of it is its text.
      title: new DOMParser().parseFromString(text(entry, "title"), "text/html").body.textContent ?? "",
      published: text(entry, "published"),
      updated: text(entry, "updated"),
      authors: entry.querySelectorAll("author").length,
      link: entry.querySelector("link")?.getAttribute("href") ?? "",
      content: text(entry, "content"),
    })),
  };
}

test("The feed is well-formed Atom with the fifty papers under their permanent addresses.", async ({ page, site }) => {
  const response = await page.request.get("feeds/papers.xml");
  expect(response.status()).toBe(200);
  expect(response.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
  await page.goto("about/");
  const feed = await page.evaluate(parseFeed, await response.text());
  expect(feed.fault).toBeUndefined();
  expect(feed.self).toBe("https://offprint.example/feeds/papers.xml");

  const content = readContent(join(PROJECT_FOLDER, site.content));
  const records = content.records.flatMap(({ lines }) => lines.map(({ data }) => data));
  const addresses = records.map(({ id }) => `https://offprint.example/papers/${toSegment(id)}/`);
  expect(feed.entries).toHaveLength(50);
  expect(feed.author).toBe("the editors of Offprint");
  expect(feed.entries.map(({ link }) => link).toSorted()).toEqual(addresses.toSorted());
  for (const { id, link, title, content: html, authors, published, updated } of feed.entries) {
    const record = records.find((candidate) => candidate.title === title);
    expect(link).toBe(`https://offprint.example/papers/${record?.id}/`);
    expect(id).toBe(`tag:offprint.example,2026:papers/${record?.id}`);
    // Our words are under our names; whose paper it is stands in them.
    expect(authors).toBe(0);
    expect(html).toContain(`A paper by ${record?.authors[0]}`);
    expect(html).toContain(`<a href="https://arxiv.org/abs/${record?.id}">Abstract</a>`);
    if (record?.links?.code !== undefined) expect(html).toContain(`<a href="${record.links.code}">Code</a>`);
    expect(published.slice(0, 10), "the day it appeared here, though it may be years older").toBe("2026-03-09");
    expect(Date.parse(updated)).toBeGreaterThanOrEqual(Date.parse(published));
  }
  const times = feed.entries.map(({ published }) => Date.parse(published));
  expect(times, "the order of the day, for readers that sort by time").toEqual(times.toSorted((x, y) => y - x));
  expect(new Set(times).size).toBe(50);
  const newest = Math.max(...feed.entries.map(({ updated }) => Date.parse(updated)));
  expect(Date.parse(feed.updated)).toBe(newest);
});

casesTest("The feed takes titles as text and stays well-formed whatever they hold.", async ({ page }) => {
  const response = await page.request.get("feeds/papers.xml");
  await page.goto("about/");
  const feed = await page.evaluate(parseFeed, await response.text());
  expect(feed.fault).toBeUndefined();
  const titles = feed.entries.map(({ title }) => title);
  expect(titles).toContain(`<script>alert(1)</script> & "quotes", *stars*, 'ticks' and x² for 2<d<4`);
  expect(titles).toContain("التعلّم باللعب الذاتي: دراسة في وكلاء البحث");
  // A withdrawn paper keeps its place and loses its digest.
  expect(feed.entries.find(({ title }) => title === "A Proof That Was Not One")?.content).toContain(
    "<p>Withdrawn.</p>",
  );
  const content = new Map(feed.entries.map(({ id, content: html }) => [id.split("/").at(-1), html]));
  expect(content.get("acl--i17-9999")).toContain("published November 2017.");
  expect(content.get("own--certain-2016-a-chapter-without-an-id")).toContain("published 2016.");
  expect(content.get("2604.90010"), "an abstract where there is no digest").toContain("<em>From the abstract:</em>");
});

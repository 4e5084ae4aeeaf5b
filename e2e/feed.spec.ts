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
  entries: { id: string; title: string; updated: string; link: string; content: string }[];
}

/** Parses a feed in a page; runs in the browser. */
function parseFeed(xml: string): ReadFeed {
  const feed = new DOMParser().parseFromString(xml, "application/xml");
  const text = (parent: ParentNode, selector: string) => parent.querySelector(selector)?.textContent ?? "";
  return {
    fault: feed.querySelector("parsererror")?.textContent ?? undefined,
    updated: text(feed, "feed > updated"),
    self: feed.querySelector("feed > link[rel=self]")?.getAttribute("href") ?? "",
    entries: [...feed.querySelectorAll("entry")].map((entry) => ({
      id: text(entry, "id"),
      // A title is HTML inside XML; what a reader sees of it is its text.
      title: new DOMParser().parseFromString(text(entry, "title"), "text/html").body.textContent ?? "",
      updated: text(entry, "updated"),
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
  expect(feed.entries.map(({ id }) => id).toSorted()).toEqual(addresses.toSorted());
  for (const { id, link, title, content: html, updated } of feed.entries) {
    expect(link).toBe(id);
    expect(records.map((record) => record.title)).toContain(title);
    expect(html).not.toBe("");
    expect(updated).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00(\.000)?Z$/);
  }

  const days = records.flatMap(({ published, featured }) => [published ?? "", ...featured]).toSorted();
  const newest = Date.parse(days.at(-1) ?? "");
  for (const { updated } of [...feed.entries, feed]) expect(Date.parse(updated)).toBeLessThanOrEqual(newest);
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
  expect(feed.entries.find(({ title }) => title === "A Proof That Was Not One")?.content).toBe("");
  const days = new Map(feed.entries.map(({ id, updated }) => [id.split("/").at(-2), updated.slice(0, 10)]));
  expect(days.get("doi--10.5555_edge.year.17"), "the first day of its year").toBe("2017-01-01");
  expect(days.get("acl--i17-9999"), "the first day of its month").toBe("2017-11-01");
  const content = new Map(feed.entries.map(({ id, content: html }) => [id.split("/").at(-2), html]));
  expect(content.get("acl--i17-9999")).toContain("Published: November 2017.");
  expect(content.get("own--certain-2016-a-chapter-without-an-id")).toContain("Published: 2016.");
  expect(days.get("openreview--abc_def-1"), "the day on which a source was read").toBe("2026-04-08");
});

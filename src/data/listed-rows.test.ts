import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { buildHtml } from "#lib/markup.ts";
import { toPlainEntry } from "#lib/papers/entry.ts";
import { renderEntryRow } from "#lib/papers/entry-html.ts";
import { makeEntryRow } from "#lib/papers/entry-row.ts";
import { readHoldings } from "./content/content-store.ts";

test("Of papers without mathematics a list's row and a result's are the same, sign by sign.", () => {
  const papers = ["content", join("e2e", "content")].flatMap((folder) => readHoldings(folder).papers);
  const plain = papers
    .map(({ entry }) => entry)
    .filter(({ title, finding = "" }) => !title.concat(finding).includes("$"));
  assert.ok(plain.length > 50);
  for (const entry of plain) {
    const { title, tldr, finding } = toPlainEntry(entry);
    const sentence = [tldr ?? finding ?? []].flat();
    const found = makeEntryRow(buildHtml, toPlainEntry(entry), {
      heading: "h4",
      link: { href: entry.href },
      name: title,
      title: [title],
      sentence,
      number: 3,
    });
    assert.equal(renderEntryRow(entry, { heading: "h4", number: 3 }), found.text);
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { findUnfit } from "#lib/latex/characters.ts";
import type { Harvest } from "#lib/records/facts.ts";
import { harvestArxiv } from "./arxiv/harvest.ts";
import { harvestBibtex } from "./bibtex/harvest.ts";
import { harvestHuggingFace } from "./hugging-face/harvest.ts";
import { harvestJsonl } from "./jsonl/harvest.ts";
import { harvestListing } from "./listing/harvest.ts";

const LONG = {
  title: `a${":".repeat(200_000)}`,
  name: "a b ".repeat(50_000),
  abstract: `a${",".repeat(200_000)}`,
  keyword: "k".repeat(5000),
  authors: Array.from({ length: 20_000 }, (_, index) => `Ada Example${index}`),
};

type Parts = { title?: string; authors?: string[]; abstract?: string; keywords?: string[] };

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** One paper in the form of each source. */
const SOURCES: { [name: string]: (parts: Parts) => Harvest } = {
  arxiv({ title = "T", authors = ["Ada Example"], abstract = "A." }) {
    const people = authors.map((name) => `<author><name>${escapeXml(name)}</name></author>`).join("");
    const entry = `<entry><id>http://arxiv.org/abs/2510.18821v1</id><title>${escapeXml(title)}</title><summary>${escapeXml(abstract)}</summary>${people}</entry>`;
    const text = `<feed xmlns="http://www.w3.org/2005/Atom">${entry}</feed>`;
    return harvestArxiv({ file: "x.xml", text, retrieved: "2026-03-09" });
  },
  "hugging-face"({ title = "T", authors = ["Ada Example"], abstract = "A.", keywords = [] }) {
    const people = authors.map((name) => ({ name }));
    const paper = { id: "2510.18821", title, authors: people, summary: abstract, ai_keywords: keywords };
    const text = JSON.stringify([{ paper }]);
    return harvestHuggingFace({ file: "2026-03-09.json", text, retrieved: "2026-03-09" });
  },
  "hugging-face as Python"({ title = "T", authors = ["Ada Example"], abstract = "A.", keywords = [] }) {
    const people = authors.map((name) => ({ name }));
    const paper = { id: "2510.18821", title, authors: people, summary: abstract, ai_keywords: keywords };
    const text = JSON.stringify([JSON.stringify({ paper })]);
    return harvestHuggingFace({ file: "2026-03-09.json", text, retrieved: "2026-03-09" });
  },
  bibtex({ title = "T", authors = ["Ada Example"], abstract = "A.", keywords = [] }) {
    const text = `@article{k,\n eprint={2510.18821}, archiveprefix={arXiv}, title={${title}}, author={${authors.join(" and ")}}, abstract={${abstract}}, keywords={${keywords.join(", ")}}}`;
    return harvestBibtex({ file: "x.bib", text, retrieved: "2026-03-09" });
  },
  listing({ title = "A Title", abstract = "A." }) {
    const text = `Daily Papers\nMar 9\n\n${title}\n\n${abstract}\n\n• 3 authors\n·\nMar 8, 2026 2\n`;
    return harvestListing({ file: "x.txt", text, retrieved: "2026-03-09" }, "2026-03-09");
  },
  jsonl({ title = "T", authors = ["Ada Example"], abstract = "A.", keywords = [] }) {
    const text = JSON.stringify({ id: "2510.18821", title, authors, abstract, keywords });
    return harvestJsonl({ file: "x.jsonl", text, retrieved: "2026-03-09" });
  },
};

for (const [name, read] of Object.entries(SOURCES)) {
  test(`${name}: what is too long is told with its length and the bound, and does not come in.`, () => {
    assert.equal(read({}).facts.length, 1, JSON.stringify(read({}).refused));
    const cases: [Parts, RegExp][] = [
      [{ abstract: LONG.abstract }, /at most 20,000 characters/],
      ...(name === "listing"
        ? []
        : ([
            [{ title: LONG.title }, /at most 1,000 characters/],
            [{ authors: [LONG.name] }, /at most 300 characters/],
            [{ authors: LONG.authors }, /at most 10,000 of them/],
          ] satisfies [Parts, RegExp][])),
      ...(name === "listing" || name === "arxiv"
        ? []
        : ([[{ keywords: [LONG.keyword] }, /at most 200 characters/]] satisfies [Parts, RegExp][])),
    ];
    for (const [parts, allowed] of cases) {
      const { facts, refused, notices } = read(parts);
      const told = [...refused, ...notices].filter((problem) => allowed.test(problem.allowed ?? ""));
      assert.equal(told.length, 1, `${Object.keys(parts)}: ${JSON.stringify([...refused, ...notices]).slice(0, 600)}`);
      assert.match(told[0]?.found ?? "", /[\d,]{5,} (characters|items)/);
      assert.ok(told[0]?.field !== undefined);
      for (const fact of facts) assert.ok(JSON.stringify(fact).length < 2000, "nothing of it comes in");
    }
  });

  test(`${name}: what reaches a record holds nothing that no page can show.`, () => {
    for (const sign of [
      "\u0000",
      "\u0007",
      "\u001b",
      "\u009b",
      "\u202e",
      "\u2066",
      "\ufdd0",
      "\ufffe",
      "\ud800",
      "\udc00",
    ]) {
      const parts: Parts = {
        title: `A ${sign}Title`,
        authors: [`Ada ${sign}Example`],
        abstract: `An ${sign}abstract.`,
      };
      const { facts, refused } = read({ ...parts, keywords: [`key${sign}word`] });
      assert.equal(facts.length + refused.length, 1, JSON.stringify(sign));
      for (const { title, authors = [], abstract = "", keywords = [] } of facts) {
        for (const text of [title, ...authors, abstract, ...keywords])
          assert.equal(findUnfit(text), undefined, JSON.stringify(text));
      }
    }
  });
}

/** How far our reading, joining and asking of an index agrees with Pagefind's own script on the index that it was made from. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { entryOf, listSamplePapers, makePage, writePages } from "#scenes/index-samples.ts";
import { buildSearchIndex } from "#scenes/indexed-site.ts";
import { type IndexStart, START_FILE } from "../lib/search/bundles.ts";
import type { CoreRanking } from "../lib/search/pagefind-core.ts";
import { openSearcher, type Searcher } from "../lib/search/searcher.ts";
import { joinIndexes } from "./join.ts";
import { CORE_FILE, indexPages, writeCore } from "./pagefind.ts";
import type { IndexPaper } from "./pages.ts";
import { type IndexFiles, openFresh } from "./source.ts";

// Inside the project: renames fail between file systems.
mkdirSync(".cache", { recursive: true });
const root = resolve(mkdtempSync(join(".cache", "search-agreement-")));
after(() => rmSync(root, { recursive: true, force: true }));

/** Texts with all that makes words hard to tell: signs in them, capitals, marks, digits, other scripts. */
const TEXTS: [title: string, body: string][] = [
  ["Self-play among volcanoes", "Agents learn by self-play, selfplay and self play; agentic play follows."],
  [
    "Anglo-American glaciers",
    "Glaciers of the Anglo-American shelf, and of anglo or american seas, with GitHub's code.",
  ],
  [
    "Caf\u00e9s and na\u00efve rewards",
    "R\u00e9sum\u00e9s of a cafe in Malm\u00f6; Erd\u0151s\u2013R\u00e9nyi graphs, Mart\u00edn and Martin.",
  ],
  [
    "GPT-4.1 in C++/Java",
    "Models (GPT_4, v2.5, 2,000 steps, 57c) written in C++, C# or F*; state-of-the-art e.g. TCP/IP.",
  ],
  [
    "\u304c\u304f\u3057\u3085\u3046 and \u6df1\u5ea6\u5b66\u4e60",
    "\u30ac\u30a4\u30c9 \u304b\u304f ガイド deep \u0433\u043b\u0443\u0431\u043e\u043a\u043e\u0435 \u043e\u0431\u0443\u0447\u0435\u043d\u0438\u0435 \u03c4-bench \u00fcber",
  ],
  [
    "Running runners ran",
    "Running, runs, runner, generalization, generalize, generally, generous; universities and university.",
  ],
  [
    "DeepSeek's scaling",
    "DeepSeek don\u2019t won't O\u2019Neill Schr\u00f6dinger-like WebGPU iPhone mRNA FlashAttention-3 \u{1f600} time\u00adline",
  ],
];
const BODIES = ["volcanoes", "glaciers move", "agents in cafes", "self-play", "models run", "deep time"];
const pages = Object.fromEntries(
  [...TEXTS, ...BODIES.map((body, index): [string, string] => [`Filler ${index}`, `On ${body}, ${index} times.`])].map(
    ([title, body], index) => {
      const id = `2601.${String(10_001 + index)}`;
      return [`papers/${id}`, makePage(entryOf(id, title, "2026-01-05"), `<p data-pagefind-weight="2">${body}</p>`)];
    },
  ),
);

const QUESTIONS = [
  ...["self-play", "selfplay", "self play", '"self play"', "agents", "agentic", "volcano", "play among", "the"],
  ...["anglo", "american", "angloamerican", "anglo american", "github", "git", "hub", "glacier shelf"],
  ...["cafes", "caf\u00e9s", "Caf\u00c9", "malmo", "erdos", "erd\u0151sr\u00e9nyi", "mart\u00edn", "martin", "uber"],
  ...[
    "gpt-4.1",
    "gpt41",
    "gpt_4",
    "gpt",
    "c++",
    "java",
    "2,000",
    "2000",
    "v2.5",
    "57c",
    "tcp/ip",
    "state of the art",
    "#",
  ],
  ...[
    "\u304c\u304f\u3057\u3085\u3046",
    "\u30ac\u30a4\u30c9",
    "\u304b\u304f",
    "\u30ab\u30a4\u30c9",
    "\u6df1\u5ea6",
    "\u043e\u0431\u0443\u0447\u0435\u043d\u0438\u0435",
    "\u03c4-bench",
  ],
  ...["running", "runs", "generalize", "general", "university", "scalings", "deepseek", "seek", "don't", "oneill"],
  ...[
    "transformr",
    "timeline",
    "webgpu",
    "mrna",
    "flashattention-3",
    "grace sample",
    "2601.10002",
    "\u0301 cafes",
    "nothing",
  ],
];

const RANKING: CoreRanking = {
  term_similarity: 2,
  page_length: 0.4,
  term_saturation: 1.3,
  meta_weights: { title: 3, authors: 2, id: 1 },
};

/** The same by the names that the script's own settings have. */
const SCRIPT_RANKING = {
  termSimilarity: RANKING.term_similarity,
  pageLength: RANKING.page_length,
  termSaturation: RANKING.term_saturation,
  metaWeights: RANKING.meta_weights,
};

/** Words that are hard to tell, with the words that Pagefind makes of them, in the order of their letters. */
const WORDS: { [token: string]: string } = {
  running: "run",
  generalizations: "general",
  "Self-play": "play self selfplay",
  "state-of-the-art": "art of state stateoftheart the",
  "a-b": "ab",
  "TCP/IP": "ip tcp tcpip",
  "user@example.org": "exampl org user userexampleorg",
  GitHub: "git github hub",
  iPhone: "iphon phone",
  "DeepSeek's": "deep deepseek seek",
  "don\u2019t": "dont don\u2019t",
  "non\u2010linear": "nonlinear non\u2010linear",
  "GPT-4.1": "gpt gpt41",
  GPT_4: "gpt gpt_4",
  GPT4o: "gpt gpt4o",
  "5772euler": "5772 5772euler euler",
  "2,000": "000 2000",
  "C++": "c",
  "Caf\u00e9s": "cafe",
  "\u0141\u00f3d\u017a": "\u0142odz",
  "Stra\u00dfe": "stra\u00dfe",
  "\u304c\u304f\u3057\u3085\u3046": "\u304c\u304f\u3057\u3085\u3046",
  "\u6df1\u5ea6\u5b66\u4e60": "\u6df1\u5ea6\u5b66\u4e60",
  "\u03c4-bench": "bench \u03c4 \u03c4bench",
};

/** What both say of a hit. */
interface AgreedHit {
  id: string;
  score: number;
  positions: number[];
}

/** Pagefind's script, as far as it is asked. */
interface PagefindScript {
  createInstance(options: object): {
    search(term: string): Promise<{
      results: { score: number; words: number[]; data(): Promise<{ meta: Record<string, string> }> }[];
    }>;
  };
}

let script: ReturnType<PagefindScript["createInstance"]>;
let searcher: Searcher;

before(async () => {
  const site = writePages(join(root, "site"), pages);
  const papers = listSamplePapers(site);
  const { files } = await indexPages(
    Promise.resolve(papers.map((paper) => ({ ...paper, file: join(site, paper.path) }))),
  );
  for (const [name, bytes] of files) {
    const path = join(root, "pagefind", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  // The script fetches its files; those of a disk it would not.
  globalThis.fetch = async (address) => new Response(await readFile(new URL(String(address).split("?")[0] ?? "")));
  const { href } = pathToFileURL(join(root, "pagefind", "pagefind.js"));
  const { createInstance } = (await import(href)) as PagefindScript;
  script = createInstance({ basePath: href.replace("pagefind.js", ""), language: "en", ranking: SCRIPT_RANKING });
  await writeOwnWords(site, files, papers);
  searcher = await openOurs(site);
});

/** Writes `<site>/pagefind/` with Pagefind's own words only: what a build adds to them its script cannot know. */
async function writeOwnWords(site: string, files: IndexFiles, papers: readonly IndexPaper[]): Promise<void> {
  const folder = join(site, "pagefind");
  const source = openFresh(files, new Map(papers.map(({ id, readEntry }) => [id, readEntry()])));
  const numbers = Int32Array.from(source.counts, (_, place) => place);
  mkdirSync(join(folder, "papers"), { recursive: true });
  await joinIndexes(
    join(folder, "papers"),
    [{ source, numbers }],
    papers.map(() => ({ text: "", key: "" })),
  );
  await writeCore(folder);
  const start: IndexStart = {
    core: CORE_FILE,
    bundles: [{ folder: "papers", papers: papers.length }],
    words: "",
    common: {},
  };
  writeFileSync(join(folder, START_FILE), JSON.stringify(start));
}

async function openOurs(site: string): Promise<Searcher> {
  const folder = join(site, "pagefind");
  const start = JSON.parse(await readFile(join(folder, START_FILE), "utf8")) as IndexStart;
  return openSearcher(start, async (name) => new Uint8Array(await readFile(join(folder, name))));
}

async function askScript(term: string): Promise<AgreedHit[]> {
  const { results } = await script.search(term);
  const hits = results.map(async ({ score, words, data }) => ({
    id: (await data()).meta["id"] ?? "",
    score,
    positions: words,
  }));
  return sortHits(await Promise.all(hits));
}

async function askOurs(term: string): Promise<AgreedHit[]> {
  const found = await searcher.search(term, RANKING);
  const hits = found.map(async ({ key, score, positions }) => ({
    id: (await searcher.load(key)).entry.id,
    score,
    positions,
  }));
  return sortHits(await Promise.all(hits));
}

/** Hits of equal score stand in any order. */
function sortHits(hits: AgreedHit[]): AgreedHit[] {
  return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

test("Questions find the same papers with the same scores at the same words as Pagefind's own script", async () => {
  const lookAt =
    "Pagefind's script asks its index otherwise than we do: compare its search() in pagefind.js with makeTerm and " +
    "openIndex in src/lib/search/pagefind-core.ts, and preload in src/lib/search/searcher.ts.";
  let found = 0;
  for (const question of QUESTIONS) {
    const theirs = await askScript(question);
    found += Number(theirs.length > 0);
    assert.deepEqual(await askOurs(question), theirs, `"${question}": ${lookAt}`);
  }
  assert.ok(found > QUESTIONS.length - 8, `only ${found} of ${QUESTIONS.length} questions find anything`);
});

test("Pagefind makes the words of a text that ours are made to match", async () => {
  const tokens = Object.keys(WORDS);
  const site = join(root, "words");
  const papers = tokens.map((token, index) => ({ path: `papers/w${index}/index.html`, id: `w${index}`, token }));
  writePages(
    site,
    Object.fromEntries(
      papers.map(({ id, token }) => [`papers/${id}`, makePage(entryOf(id, "Title"), `<p>${token}</p>`)]),
    ),
  );
  const { files, faults } = await indexPages(
    Promise.resolve(papers.map((paper) => ({ ...paper, file: join(site, paper.path) }))),
  );
  assert.deepEqual(faults, []);
  const source = openFresh(files, new Map(papers.map(({ id }) => [id, entryOf(id, "Title")])));
  const words = new Map<string, Set<string>>();
  for (const [word, pages, forms] of source.listWords()) {
    for (const list of [pages, ...forms.map(([, own]) => own)]) {
      let place = 0;
      for (const [step] of list) {
        place += step;
        const { id } = source.textOf(place).entry;
        words.set(id, (words.get(id) ?? new Set()).add(word));
      }
    }
  }
  const common = new Set(["titl", "grace", "sampl"]);
  for (const { id, token } of papers) {
    const own = [...(words.get(id) ?? [])].filter((word) => !common.has(word) && word !== id);
    assert.equal(
      own.sort().join(" "),
      WORDS[token]?.split(" ").sort().join(" "),
      `Of "${token}" Pagefind makes other words than those that foldWord and splitParts in src/lib/search/words.ts and ` +
        "listIndexWords in src/lib/search/index-words.ts were made for: compare them, then write its words down here.",
    );
  }
});

test("The scores of a word are in proportion to how rare it is", async () => {
  const counts = { zebra: 1, yak: 3, otter: 7 };
  const site = writePages(
    join(root, "rarity"),
    Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => {
        const id = `2601.${20_001 + index}`;
        const words = Object.entries(counts).map(([word, count]) => (index < count ? word : "nothing"));
        return [`papers/${id}`, makePage(entryOf(id, "Title"), `<p>${words.join(" ")}</p>`)];
      }),
    ),
  );
  await buildSearchIndex(site, listSamplePapers(site));
  const rare = await openOurs(site);
  const scores = Object.entries(counts).map(async ([term, count]) => {
    const [hit] = await rare.search(term, RANKING);
    return (hit?.score ?? 0) / Math.log(1 + (20 - count + 0.5) / (count + 0.5));
  });
  const [first = 0, ...others] = await Promise.all(scores);
  assert.ok(first > 0);
  for (const share of others) {
    assert.ok(
      Math.abs(share / first - 1) < 1e-5,
      "Pagefind weighs rare words otherwise: levelScores in src/lib/search/searcher.ts, which makes scores of several " +
        `bundles comparable, has to follow (${share} instead of ${first}).`,
    );
  }
});

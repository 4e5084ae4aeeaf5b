/** Payloads that try to run, load or break something, brought in as a curator would, and the site that is built of them. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { harvestHuggingFace } from "../src/importers/hugging-face/harvest.ts";
import { TagSchema } from "../src/lib/content/tag.ts";
import { importHarvests } from "../src/lib/records/import.ts";
import { readSettings } from "../src/tools/build/settings.ts";
import { build } from "../src/tools/build.ts";
import { CACHE_FOLDER } from "../src/tools/folders.ts";
import { findSharedData } from "./scenes/shared-data.ts";

const { path: REAL_FOLDER, skip } = findSharedData("data", "hostile");
/** Why the real payloads cannot be had; undefined when they can. */
export const MISSING_PAYLOADS: string | undefined = skip === false ? undefined : skip;

/** Payloads of our own: one of each way in that we know of. */
export const OWN_PAYLOADS: readonly string[] = [
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "</title><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  '"><svg/onload=alert(1)>',
  "' onmouseover='alert(1)",
  '" autofocus onfocus="alert(1)',
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  'https://example.org/" onclick="alert(1)',
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<base href=https://example.org/>",
  "<meta http-equiv=refresh content='0;url=https://example.org/'>",
  "<!--<script>alert(1)//-->",
  "]]><script>alert(1)</script>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "{{constructor.constructor('alert(1)')()}}",
  "<style>@import 'https://example.org/x.css'</style>",
  "$\\href{javascript:alert(1)}{x}$ and $\\includegraphics{https://example.org/x.png}$",
  "$\\style{color:red;background:url(https://example.org/)}{x}$ $\\class{x}{y}$",
  "$</math><script>alert(1)</script>$",
  "\\href{javascript:alert(1)}{click}",
  "[click](javascript:alert(1)) <https://example.org/> ![x](https://example.org/x.png)",
  "\u202etxt.exe \u0000\u0007\ufeff",
];

/** All payloads of the real data. */
export function readRealPayloads(): string[] {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(REAL_FOLDER, name), "utf8"));
  const attacks = read("xss-dompurify.json") as { payload: string }[];
  return [...attacks.map(({ payload }) => payload), ...(read("blns.json") as string[])];
}

/** A built site of payloads. */
export interface HostileSite {
  /** Folder with its files, absolute. */
  folder: string;
  /** Segments of its papers' addresses. */
  papers: string[];
}

/** How many papers one day shows; the days are as many as are needed. */
const PAPERS_PER_DAY = 40;

/** Imports every payload as title, abstract, author, organisation, keyword and link of a paper, and as a topic's name; then builds. */
export async function buildHostileSite(name: string, payloads: readonly string[]): Promise<HostileSite> {
  const root = join(CACHE_FOLDER, "e2e", name);
  const [content, folder] = [join(root, "content"), join(root, "site")];
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  writeFileSync(join(content, "tags.yaml"), stringify(payloads.flatMap(makeTag)));
  const report = importHarvests(
    content,
    makeDays(payloads).map((day) => harvestHuggingFace(day)),
    { today: "2026-02-01" },
  );
  await build({ ...readSettings({ CONTENT_DIR: content }), outDir: folder });
  return { folder, papers: report.added };
}

/** A topic that bears the payload as its name, where that may be one; names are compared without case, so each has its number too. */
function makeTag(payload: string, index: number): object[] {
  const tag = { id: `topic-${index}`, label: `${payload} ${index}`, description: payload };
  return TagSchema.safeParse(tag).success ? [tag] : [];
}

function makeDays(payloads: readonly string[]): { file: string; text: string; retrieved: string }[] {
  const count = Math.ceil(payloads.length / PAPERS_PER_DAY);
  return Array.from({ length: count }, (_, day) => {
    const date = `2026-01-${String(day + 1).padStart(2, "0")}`;
    const entries = payloads
      .slice(day * PAPERS_PER_DAY, (day + 1) * PAPERS_PER_DAY)
      .map((payload, index) => makeEntry(payload, day * PAPERS_PER_DAY + index, date));
    return { file: `${date}.json`, text: JSON.stringify(entries), retrieved: date };
  });
}

function makeEntry(payload: string, index: number, date: string): object {
  return {
    paper: {
      id: `2601.${String(index + 1).padStart(5, "0")}`,
      title: `${payload} ${index}`,
      summary: `Before ${payload} after.`,
      authors: [{ name: payload }, { name: `Ada ${payload}` }, { name: "Ada Quay" }],
      publishedAt: `${date}T00:00:00.000Z`,
      organization: { name: payload, fullname: payload },
      githubRepo: payload,
      projectPage: `https://example.org/${payload}`,
      ai_keywords: [payload],
      upvotes: index,
    },
    numComments: index,
  };
}

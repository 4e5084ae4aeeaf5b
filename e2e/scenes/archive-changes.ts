/** What curators and importers do to an archive, done to one that is invented. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { PaperRecord } from "#lib/content/record.ts";
import { removePaper } from "#lib/records/remove.ts";
import { renamePaper } from "#lib/records/rename.ts";
import type { IncrementalScene } from "./incremental-scene.ts";

/** The day on which all of it is done. */
const TODAY = "2026-04-02";

/** The newest month of papers. */
export function findNewestMonth(scene: IncrementalScene): string {
  return scene.listMonths().at(-1) ?? "";
}

/** Adds a paper to a month, whose first author has signed one other paper, an old one, and so gets a page. */
export function addPaper(scene: IncrementalScene, month = findNewestMonth(scene)): PaperRecord {
  const papers = scene.readPapers(month);
  const model = papers.at(-1) as PaperRecord;
  const id = `${model.id.slice(0, 5)}09999`;
  const authors = [findSoleAuthor(scene), ...model.authors.slice(1)];
  const added = { ...model, id, title: "Tides that count themselves", authors, links: {}, previousIds: [] };
  scene.writePapers(month, [...papers, added]);
  return added;
}

/** The first author of an old paper who has signed no other. */
function findSoleAuthor(scene: IncrementalScene): string {
  const all = scene
    .listMonths()
    .flatMap(scene.readPapers)
    .map(({ authors }) => authors);
  const counts = Map.groupBy(all.flat(), (name) => name);
  return all.find(([name]) => name !== undefined && counts.get(name)?.length === 1)?.[0] ?? "Nobody Else";
}

/** Changes a paper of a month in place. */
export function changePaper(scene: IncrementalScene, month: string, id: string, change: Partial<PaperRecord>): void {
  scene.writePapers(
    month,
    scene.readPapers(month).map((paper) => (paper.id === id ? { ...paper, ...change } : paper)),
  );
}

/** Ids of papers with a digest, the oldest first. */
export function listDigests(scene: IncrementalScene): string[] {
  return readdirSync(join(scene.contentDir, "digests"), "utf8")
    .map((name) => name.replace(/\.md$/, ""))
    .sort();
}

/** Gives a digest another first sentence. */
export function editDigest(scene: IncrementalScene, id: string, tldr: string): void {
  const path = `digests/${id}.md`;
  scene.write(path, scene.read(path).replace(/^tldr: .*$/m, `tldr: ${tldr}`));
}

/** Writes an edition of some papers, the first of which leads. */
export function writeEdition(scene: IncrementalScene, date: string, ids: readonly string[]): void {
  const front = [`date: ${date}`, `title: ${date} 10:00:00`, "curator: the pilots", `lead: "${ids[0]}"`, "papers:"];
  const list = ids.map((id) => `  - "${id}"`);
  scene.write(`editions/${date}.mdx`, `---\n${[...front, ...list].join("\n")}\n---\n\nSome papers, and a **tide**.\n`);
}

/** Takes a paper out, with its digest, as `npm run digest -- remove` does. */
export function takeOut({ contentDir }: IncrementalScene, id: string): void {
  removePaper(contentDir, id, { today: TODAY, reason: "It has sunk.", withDigest: true, isDryRun: false });
}

/** Gives a paper another id, as `npm run digest -- rename` does. */
export function giveId({ contentDir }: IncrementalScene, from: string, to: string): void {
  renamePaper(contentDir, from, to, { today: TODAY, isDryRun: false });
}

/** One invented edition that a person might have introduced: front matter and a few paragraphs. */
import { stringify } from "yaml";
import type { EditionData } from "#lib/content/edition.ts";
import type { Day } from "#lib/dates.ts";
import { writeProse, writeSentence, writeTitle } from "./prose.ts";
import { createRandom } from "./random.ts";
import type { World } from "./world.ts";

/** The file of an edition of these papers (ids, at least one), in their order. */
export function inventEdition(world: World, date: Day, papers: string[]): string {
  const random = createRandom(`${world.seed}/edition/${date}`);
  const { language } = world;
  const [lead = ""] = papers;
  const groupSize = Math.ceil(papers.length / random.integer(2, 4));
  const groups = Array.from({ length: Math.ceil(papers.length / groupSize) }, (_, index) => ({
    title: writeTitle(language, random, { words: random.integer(2, 4), topics: [] }),
    papers: papers.slice(index * groupSize, (index + 1) * groupSize),
  }));
  const data: EditionData = {
    date,
    title: writeTitle(language, random, { words: random.integer(2, 5), topics: [] }),
    summary: writeSentence(language, random, { words: random.integer(20, 40), topics: [] }),
    curator: "nobody",
    source: "an invented listing",
    lead,
    papers,
    groups,
  };
  const paragraphs = groups.map(() => writeProse(language, random, { words: random.integer(50, 90), topics: [] }));
  return `---\n${stringify(data, { lineWidth: 0 })}---\n\n${paragraphs.join("\n\n")}\n`;
}

/** One invented digest, as a curator would have written it: front matter and prose. */
import { stringify } from "yaml";
import { BODY_WORDS, type DigestData, TLDR_WORDS } from "#lib/content/digest.ts";
import { findNumbers } from "#lib/content/numbers.ts";
import { type InventedPaper, tagAt } from "./paper.ts";
import { nameTopic, writeProse, writeSentence } from "./prose.ts";
import { createRandom } from "./random.ts";
import type { World } from "./world.ts";

/** The file of a paper's digest. Its one figure stands in the paper's abstract. */
export function inventDigest(world: World, paper: InventedPaper): string {
  const random = createRandom(`${world.seed}/digest/${paper.number}`);
  const { language } = world;
  const { topics } = paper;
  const say = (min: number, max: number) =>
    writeSentence(language, random, { words: random.integer(min, max), topics });
  const name = (place: number) => nameTopic(random, tagAt(world, place));
  const data: DigestData = {
    tldr: writeSentence(language, random, {
      words: random.integer(15, TLDR_WORDS),
      topics,
      // A number that only the name of a topic has would be one that the source lacks.
      phrases: topics
        .slice(0, 1)
        .map(name)
        .filter((text) => !/\d/.test(text) && findNumbers(text).length === 0),
    }),
    why: say(8, 20),
    headline: 1,
    results: [
      { claim: say(6, 14), value: paper.figure, metric: "accuracy", dataset: `${firstTitleWord(paper)}Bench` },
      ...Array.from({ length: random.integer(0, 3) }, () => ({ claim: say(6, 18) })),
    ],
    limitations: {
      authors: random.chance(0.3) ? [say(8, 20)] : [],
      curator: Array.from({ length: random.integer(1, 3) }, () => say(10, 22)),
    },
    audience: say(12, 25),
    tags: topics.map((place) => tagAt(world, place).id),
    writtenFrom: "abstract",
    by: "nobody: this text is invented",
  };
  const lengths = [random.integer(40, 60), random.integer(40, BODY_WORDS.max - 60)];
  const paragraphs = lengths.map((words) => writeProse(language, random, { words, topics }));
  return `---\n${stringify(data, { lineWidth: 0 })}---\n\n${paragraphs.join("\n\n")}\n`;
}

function firstTitleWord({ record: { title } }: InventedPaper): string {
  return title.split(/[ :]/)[0] ?? "";
}

/** Invented papers for tests of related papers. */
import { type Related, type RelatedOptions, type RelatedPapers, relatePapers } from "#lib/papers/related.ts";
import type { RelatedInput } from "#lib/related/inputs.ts";

/** A paper to be related. */
export function makeInput(id: string, order: string, title: string, text: string, topics: string[] = []): RelatedInput {
  return { id, order, title, text, topics };
}

/** All lists by id. */
function listAll(papers: readonly RelatedInput[], related: RelatedPapers): Map<string, Related[]> {
  return new Map(papers.map(({ id }) => [id, related.listOf(id)]));
}

/** Relates papers; gives all lists by id. */
export function relate(
  papers: readonly RelatedInput[],
  count = 20,
  options: RelatedOptions = {},
): Map<string, Related[]> {
  return listAll(papers, relatePapers(papers, { count, ...options }));
}

/** Five papers: a and c are alike, and b and d. */
export const SMALL = [
  makeInput("a", "2024-01-01", "Robots that stack cups", "A robot arm grasps porcelain cups with a gripper.", [
    "robots",
  ]),
  makeInput("b", "2024-02-01", "Proofs by machine", "A prover finds lemmas and checks theorems.", ["logic"]),
  makeInput("c", "2024-03-01", "Grasping porcelain", "The gripper of a robot lifts cups and plates.", [
    "robots",
    "hands",
  ]),
  makeInput("d", "2024-04-01", "Theorems without teachers", "Lemmas are found and theorems checked by a prover.", [
    "logic",
  ]),
  makeInput("e", "2024-05-01", "Singing whales", "Whales sing in dialects.", []),
];

/** Words of four subjects that have none in common. */
export const SUBJECTS = [
  "robot gripper grasp cup plate torque wrist finger tactile object",
  "prover lemma theorem axiom induction tactic proof kernel logic clause",
  "whale dialect song ocean hydrophone pod migration krill sonar calf",
  "pixel camera lens exposure blur denoise shutter aperture sensor flash",
].map((words) => words.split(" "));

/** Invented papers of one year, each with five words of its subject and one that all subjects use. */
export function makeYear(year: number, count: number): RelatedInput[] {
  return Array.from({ length: count }, (_, index) => {
    const words = SUBJECTS[index % SUBJECTS.length] ?? [];
    // Each place among the ten follows a stride of its own, so that every two words of a subject meet somewhere.
    const own = [1, 3, 7, 9, 11].map((stride, place) => words[(Math.floor(index / 4) * stride + place + year) % 10]);
    const id = `${year}-${String(index).padStart(3, "0")}`;
    return makeInput(id, `${year}-06-${10 + (index % 9)}`, `${own[0]} ${own[1]}`, `${own.join(" ")} data${index % 7}`);
  });
}

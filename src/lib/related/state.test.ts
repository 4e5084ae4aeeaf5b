import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type RelatedOptions, relatePapers } from "../papers/related.ts";
import type { RelatedInput } from "./inputs.ts";
import { decodeRelated, encodeRelated, type RelatedState } from "./state.ts";

/** A paper without its id, of a few words and days, so that equal texts, equal days and empty texts are frequent. */
const facts = fc.record({
  order: fc.constantFrom("", "2019-03-01", "2020-01-01", "2020-12-31", "2021-05-05", "2022-01-01"),
  title: fc.constantFrom("", "Whales sing", "Lemmas", "Robots"),
  text: fc
    .array(fc.constantFrom("otter", "Otters", "seal", "walrus", "prover", "GPT-4", "the", "krill", "song"))
    .map((words) => words.join(" ")),
  topics: fc.subarray(["sea", "logic"]),
  isHidden: fc.boolean(),
});
const ids = fc.stringMatching(/^[a-e]{1,2}$/);
type Archive = ReadonlyMap<string, Omit<RelatedInput, "id">>;
const archives: fc.Arbitrary<Archive> = fc
  .array(fc.tuple(ids, facts), { maxLength: 30 })
  .map((entries) => new Map(entries));

/** A change of one paper: what is set of it, the paper being added if it is not there; undefined takes it out. */
const changes = fc.tuple(
  ids,
  fc.oneof(
    facts,
    fc.record({ isHidden: fc.boolean() }),
    fc.record({ text: fc.constantFrom("otter krill", "prover") }),
    fc.record({ topics: fc.constant(["sea"]) }),
    fc.constant(undefined),
  ),
);

function applyChange(archive: Archive, [id, change]: [string, Partial<RelatedInput> | undefined]): Archive {
  const changed = new Map(archive);
  const paper = { order: "2022-06-06", title: "Krill", text: "otter", topics: [], ...archive.get(id), ...change };
  if (change === undefined) changed.delete(id);
  else changed.set(id, paper);
  return changed;
}

const toPapers = (archive: Archive): RelatedInput[] => Array.from(archive, ([id, paper]) => ({ id, ...paper }));

/** Some first stretches hold all, some a few, and some archives have none. */
const settings = fc.record({
  fitFrom: fc.constantFrom(0, 1, 5, 2000),
  chunkSize: fc.integer({ min: 1, max: 6 }),
  count: fc.constant(4),
});

function toFiles(state: RelatedState): Map<string, Uint8Array> {
  return new Map(encodeRelated(state).map(({ name, bytes }) => [name, bytes]));
}

/** The chunks of a state; directions may be left of an archive that was longer. */
function listChunks(state: RelatedState): Uint8Array[] {
  return state.chunks.map(({ sections }) => sections.bytes);
}

/** Fails unless papers related with an earlier state are as they are without one. Returns the state. */
function assertSame(papers: RelatedInput[], options: RelatedOptions, previous: RelatedState | undefined): RelatedState {
  const scratch = relatePapers(papers, options);
  const resumed = relatePapers(papers, { ...options, previous });
  for (const { id } of papers) {
    assert.deepEqual(resumed.listOf(id), scratch.listOf(id));
    assert.equal(resumed.fingerprintOf(id), scratch.fingerprintOf(id));
    assert.equal(resumed.fingerprintReasons(id), scratch.fingerprintReasons(id));
  }
  assert.deepEqual(listChunks(resumed.state), listChunks(scratch.state));
  return resumed.state;
}

test("whatever changes from build to build, a resumed one comes to the same as one from scratch", () => {
  fc.assert(
    fc.property(
      archives,
      fc.array(fc.array(changes, { maxLength: 3 }), { maxLength: 3 }),
      settings,
      (first, days, options) => {
        let archive = first;
        let state = relatePapers(toPapers(archive), options).state;
        for (const day of days) {
          archive = day.reduce<Archive>(applyChange, archive);
          const files = toFiles(state);
          state = assertSame(
            toPapers(archive),
            options,
            decodeRelated((name) => files.get(name)),
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});

interface Damage {
  file: number;
  place: number;
  kind: "gone" | "older" | "cut" | "changed";
}

/** What may happen to a file: it is gone, an older build's, cut, or one of its bytes changed. */
const damages: fc.Arbitrary<Damage> = fc.record({
  file: fc.nat(),
  place: fc.nat(),
  kind: fc.constantFrom("gone", "older", "cut", "changed" as const),
});

function damageFile(files: Map<string, Uint8Array>, older: Map<string, Uint8Array>, damage: Damage) {
  const names = [...files.keys()];
  const name = names[damage.file % names.length] ?? "";
  const bytes = files.get(name)?.slice() ?? new Uint8Array(1);
  const place = damage.place % bytes.length;
  if (damage.kind === "gone") files.delete(name);
  if (damage.kind === "older") files.set(name, older.get(name) ?? bytes);
  if (damage.kind === "cut") files.set(name, bytes.subarray(0, place));
  if (damage.kind === "changed") {
    bytes[place] = (bytes[place] ?? 0) ^ (1 << (damage.place % 8));
    files.set(name, bytes);
  }
}

test("files that are damaged, missing or of another build are found out", () => {
  fc.assert(
    fc.property(
      archives,
      fc.array(changes),
      fc.array(damages, { maxLength: 3 }),
      settings,
      (first, edits, hits, options) => {
        const archive = edits.reduce<Archive>(applyChange, first);
        const older = toFiles(relatePapers(toPapers(first), options).state);
        const files = toFiles(relatePapers(toPapers(archive), options).state);
        for (const damage of hits) damageFile(files, older, damage);
        assertSame(
          toPapers(archive),
          options,
          decodeRelated((name) => files.get(name)),
        );
      },
    ),
    { numRuns: 300 },
  );
});

/** Papers of three years, of which the first is a first stretch. */
function makeArchive(last: number): RelatedInput[] {
  const words = ["otter", "seal", "walrus", "krill", "song", "pod", "sonar"];
  return [2020, 2021, 2022].flatMap((year) =>
    Array.from({ length: year === 2022 ? last : 10 }, (_, index) => ({
      id: `${year}-${index + 10}`,
      order: `${year}-02-02`,
      title: `${words[index % 7]} ${words[(index * 3) % 7]}`,
      text: `${words[(index + year) % 7]} ocean`,
      topics: [],
    })),
  );
}
const OPTIONS = { fitFrom: 10, chunkSize: 4 };

/** Related with what the files of a state hold. */
function resume(papers: RelatedInput[], state: RelatedState, options: RelatedOptions = OPTIONS) {
  const files = toFiles(state);
  return relatePapers(papers, { ...options, previous: decodeRelated((name) => files.get(name)) });
}

test("papers that are added at the end are the only ones read, and only the open chunk is written", () => {
  const { state } = relatePapers(makeArchive(5), OPTIONS);
  const read: string[] = [];
  const papers = makeArchive(7).map((paper) => ({
    ...paper,
    fingerprint: paper.title + paper.text,
    get title() {
      read.push(paper.id);
      return paper.title;
    },
  }));
  const withPrints = relatePapers(papers.slice(0, 25), OPTIONS).state;
  read.length = 0;
  const added = resume(papers, withPrints);
  assert.deepEqual(read, ["2022-15", "2022-16"]);
  assert.equal(added.made, 2);
  const files = encodeRelated(added.state);
  assert.deepEqual(
    files.filter(({ isStored }) => !isStored).map(({ name }) => name),
    ["chunk-00006"],
  );
  assert.ok(files.some(({ name }) => name === "directions"));
  assert.equal(resume(makeArchive(5), state).made, 0);
  assert.ok(encodeRelated(resume(makeArchive(5), state).state).every(({ isStored }) => isStored));
});

test("what changes is made anew from there on; the first stretch as a whole; topics change nothing", () => {
  const { state } = relatePapers(makeArchive(5), OPTIONS);
  const madeAfter = (position: number, change: Partial<RelatedInput>, options: RelatedOptions = OPTIONS) =>
    resume(
      makeArchive(5).map((paper, index) => (index === position ? { ...paper, ...change } : paper)),
      state,
      options,
    ).made;
  assert.equal(madeAfter(24, { text: "pod" }), 1);
  assert.equal(madeAfter(13, { isHidden: true }), 12);
  assert.equal(madeAfter(13, { topics: ["sea"] }), 0);
  assert.equal(madeAfter(9, { text: "pod" }), 25);
  assert.equal(madeAfter(0, {}, { ...OPTIONS, count: 3 }), 25);
});

test("a chunk that continues another one ends what is known", () => {
  const papers = makeArchive(5);
  const files = toFiles(relatePapers(papers, OPTIONS).state);
  const changed = papers.map((paper, index) => (index === 12 ? { ...paper, text: "pod" } : paper));
  const other = toFiles(relatePapers(changed, OPTIONS).state);
  files.set("chunk-00003", other.get("chunk-00003") ?? assert.fail());
  assert.equal(decodeRelated((name) => files.get(name))?.chunks.length, 4);
});

test("without any file there is no state", () => {
  assert.equal(
    decodeRelated(() => undefined),
    undefined,
  );
});

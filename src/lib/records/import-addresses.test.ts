import assert from "node:assert/strict";
import { test } from "node:test";
import { checkFolder } from "#scenes/checked-sample.ts";
import { makeContentFolder, makeRecord } from "#scenes/content-samples.ts";
import { makeFacts, makeHarvest, summarize } from "#scenes/record-samples.ts";
import { type Facts, SOURCES } from "./facts.ts";
import { importHarvests } from "./import.ts";

const OPTIONS = { today: "2026-11-22" };
const DAY = { date: "2026-03-10", source: "Daily Papers", listed: 3, taken: 3, refused: 0, cut: false };

/** Imports facts, one harvest each, into a folder with redirects from these addresses; what the report says, and what the check does. */
function importBeside(from: string[], ...facts: Partial<Facts>[]): { told: object; problems: string[] } {
  const redirects = from.map((address) => ({ from: address, to: "/archive/", date: "2026-03-10", reason: "Gone." }));
  const folder = makeContentFolder({
    "redirects.jsonl": redirects.map((line) => `${JSON.stringify(line)}\n`).join(""),
  });
  const harvests = facts.map((one) => makeHarvest([makeFacts({ title: `Ships of ${one.id}`, ...one })]));
  return { told: summarize(importHarvests(folder, harvests, OPTIONS)), problems: checkFolder(folder) };
}

const NOTHING = { added: [], changed: [], unchanged: [], refused: [], days: [] };

test("An id that differs by case alone is the same paper at the ACL and for a DOI, and another at OpenReview.", () => {
  assert.deepEqual(importBeside([], { id: "acl:P99-1001" }, { id: "acl:p99-1001" }), {
    told: { ...NOTHING, added: ["acl:P99-1001"] },
    problems: [],
  });
  assert.deepEqual(importBeside([], { id: "doi:10.1000/X" }, { id: "doi:10.1000/x" }), {
    told: { ...NOTHING, added: ["doi:10.1000/x"] },
    problems: [],
  });
  assert.deepEqual(importBeside([], { id: "openreview:aB" }, { id: "openreview:Ab" }), {
    told: { ...NOTHING, added: ["openreview:aB"], refused: ["entry 1: its address is that of another paper"] },
    problems: [],
  });
});

test("An id is refused whose address, or another form of it, another paper has; so is an earlier id.", () => {
  for (const [first, second] of [
    [{ id: "doi:10.1000/a/b" }, { id: "doi:10.1000/a_b" }],
    [{ id: "acl:x" }, { id: "acl:x.md" }],
    [{ id: "acl:x.md" }, { id: "acl:x" }],
    [{ id: "acl:x/1" }, { id: "acl:y", previousIds: ["acl:x_1"] }],
    [
      { id: "acl:x", previousIds: ["openreview:aB"] },
      { id: "acl:y", previousIds: ["openreview:Ab"] },
    ],
  ] satisfies [Partial<Facts>, Partial<Facts>][]) {
    const { told, problems } = importBeside([], first, second);
    const whose = "previousIds" in second ? "an earlier id's" : "its";
    assert.deepEqual(told, {
      ...NOTHING,
      added: [first.id],
      refused: [`entry 1: ${whose} address is that of another paper`],
    });
    assert.deepEqual(problems, []);
  }
  const { told, problems } = importBeside([], { id: "acl:x", previousIds: ["acl:X"] });
  assert.deepEqual(
    [told, problems],
    [{ ...NOTHING, added: ["acl:x"] }, []],
    "an earlier id of the same address is none",
  );
});

test("What would give a page to an address that leads elsewhere is refused: organisation, author, day, week, month.", () => {
  const paper: Partial<Facts> = {
    id: "acl:x",
    authors: ["Con"],
    organization: { id: "nul", name: "NUL" },
    published: "2024-05-06",
    featured: ["2024-05-07"],
  };
  for (const from of [
    "/organizations/~6eul/",
    "/authors/~63on/",
    "/archive/2024-05/",
    "/editions/2024-05-07/",
    "/editions/2024-W19/",
    "/editions/2024-05/",
    "/papers/acl--x.md/",
  ]) {
    assert.deepEqual(importBeside([from], paper), {
      told: { ...NOTHING, refused: [`entry 1: its page at ${from} would stand where a redirect leads elsewhere`] },
      problems: [],
    });
  }
  assert.deepEqual(importBeside(["/authors/connie/"], paper), { told: { ...NOTHING, added: ["acl:x"] }, problems: [] });
});

test("Names that are joined have the page of the one that stands for them: that one alone can be in a redirect's way.", () => {
  const paper = { authors: ["Z. Pier"], organization: { id: "port-lab", name: "Port Lab" } };
  const known = [1, 2].map((number) =>
    makeRecord({
      id: `acl:y${number}`,
      title: `Dock ${number}`,
      authors: ["Bo Dock"],
      organization: { id: "portlab", name: "PortLab" },
    }),
  );
  for (const [from, isRefused] of [
    ["/authors/z-pier/", false],
    ["/authors/zoe-pier/", true],
    ["/organizations/port-lab/", false],
    ["/organizations/harbour/", true],
    ["/organizations/old-harbour/", false],
  ] as const) {
    const folder = makeContentFolder({
      "papers/undated.jsonl": known.map((record) => `${JSON.stringify(record)}\n`).join(""),
      "people.yaml": "- name: Zoe Pier\n  aliases: [Z. Pier]\n",
      "organizations.yaml": "- id: harbour\n  name: Harbour\n  aliases: [old-harbour]\n",
      "redirects.jsonl": `${JSON.stringify({ from, to: "/archive/", date: "2026-03-10", reason: "Gone." })}\n`,
    });
    const organization = from.includes("harbour") ? { id: "old-harbour", name: "Old" } : paper.organization;
    const facts = makeFacts({ id: "acl:x", title: "Ships", ...paper, organization });
    const report = importHarvests(folder, [makeHarvest([facts])], OPTIONS);
    assert.deepEqual(
      report.refused.map(({ message }) => message),
      isRefused ? [`its page at ${from} would stand where a redirect leads elsewhere`] : [],
      from,
    );
    assert.deepEqual(checkFolder(folder), [], from);
  }
});

test("A day whose page leads elsewhere is refused, and what is known of it is not written.", () => {
  const redirect = { from: "/editions/2026-03-10/", to: "/archive/", date: "2026-03-11", reason: "Doubled." };
  const folder = makeContentFolder({ "redirects.jsonl": `${JSON.stringify(redirect)}\n` });
  const report = importHarvests(folder, [makeHarvest([], { days: [{ ...DAY, taken: 0, listed: 0 }] })], OPTIONS);
  assert.deepEqual(
    report.refused.map(({ message }) => message),
    ["the page of 2026-03-10 would stand where a redirect leads elsewhere"],
  );
  assert.deepEqual([report.days, report.files, checkFolder(folder)], [[], [], []]);
});

test("A page that a redirect leads to does not go with what a source corrects; one that was published leaves a search.", () => {
  const old = {
    id: "acl:x",
    authors: ["Ada Quay", "Di Quay"],
    organization: { id: "dock", name: "Dock" },
    published: "2024-05-06",
  };
  for (const [to, change] of [
    ["/organizations/dock/", { organization: { id: "port", name: "Port" } }],
    ["/authors/ada-quay/", { authors: ["Di Quay"] }],
    ["/archive/2024-05/", { published: "2024-06-01" }],
  ] satisfies [string, Partial<Facts>][]) {
    const redirect = { from: "/organizations/gone/", to, date: "2026-03-10", reason: "Gone." };
    const [source] = [{ name: to.startsWith("/organ") ? SOURCES.huggingFace : SOURCES.arxiv, retrieved: "2026-03-10" }];
    const record = makeRecord({ title: "Dock", links: {}, ...old, sources: [source] });
    const facts = makeFacts({ ...old, ...change, title: "Dock", sources: [{ ...source, retrieved: "2026-03-11" }] });
    const files = {
      "papers/2024-05.jsonl": `${JSON.stringify(record)}\n`,
      "redirects.jsonl": `${JSON.stringify(redirect)}\n`,
    };
    const folder = makeContentFolder(files);
    assert.deepEqual(checkFolder(folder), []);
    assert.deepEqual(
      importHarvests(folder, [makeHarvest([facts])], OPTIONS).refused.map(({ message }) => message),
      [`a redirect leads to ${to}, which could lose its page`],
    );
    assert.deepEqual(checkFolder(folder), []);
    if (to.startsWith("/archive/")) continue;
    const published = makeContentFolder({ ...files, "addresses.txt": `${to}\n` });
    assert.deepEqual(importHarvests(published, [makeHarvest([facts])], OPTIONS).refused, []);
    assert.deepEqual(checkFolder(published), []);
  }
});

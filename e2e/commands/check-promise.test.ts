/** What the check passes, builds; what an import brings in, passes the check: for contents made of odd ids, names and redirects. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { harvestBibtex } from "#importers/bibtex/harvest.ts";
import { harvestJsonl } from "#importers/jsonl/harvest.ts";
import { makeDigestText, makeRecord, SAMPLE_TAGS, writeFiles } from "#scenes/content-samples.ts";
import { findSharedData } from "#scenes/shared-data.ts";
import { readHoldings } from "../../src/data/content/content-store.ts";
import { makeLibrary } from "../../src/data/library.ts";
import type { RelatedLists } from "../../src/data/related-lists.ts";
import { planSite } from "../../src/data/site/site-plan.ts";
import { explainAddress } from "../../src/lib/address.ts";
import { checkContent } from "../../src/lib/content/check.ts";
import { readContent } from "../../src/lib/content/read.ts";
import type { PaperRecord } from "../../src/lib/content/record.ts";
import { ContentError, formatProblem } from "../../src/lib/errors.ts";
import { toSegment } from "../../src/lib/papers/id.ts";
import { importHarvests } from "../../src/lib/records/import.ts";
import { nameRecordFile } from "../../src/lib/records/serialize.ts";
import { recordAddresses } from "../../src/tools/build/addresses.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-promise-"));
after(() => rmSync(root, { recursive: true }));
let count = 0;

const UNRELATED: RelatedLists = {
  listOf: () => [],
  listNearest: () => [],
  fingerprintOf: () => "",
  fingerprintShown: () => "",
};

const anyId = fc.constantFrom(
  ...["2510.00001", "2510.00002", "math.GT/0309136", "aux.AB/0309136", "con/0309136", "acl/0309136"],
  ...["acl:P99-1001", "acl:p99-1001", "acl:x", "acl:x.md", "acl:x.", "acl:..", "acl:x/1", "acl:x_1", "acl--x/0309136"],
  ...["openreview:aB", "openreview:Ab", "doi:10.1000/X", "doi:10.1000/x", "doi:10.1000/é", "doi:10.1000/e\u0301"],
  `acl:${"y".repeat(194)}`,
);
const anyAuthor = fc.oneof(
  fc.constantFrom(
    "Con",
    "NUL",
    "aux.",
    "Com1",
    "Ada Quay",
    "ADA QUAY",
    "Ada",
    "Νικος",
    "Νικοσ",
    "..",
    ".",
    "index.html",
  ),
  fc.constantFrom(
    "Café",
    "Cafe\u0301",
    "が",
    "か\u3099",
    "李".repeat(90),
    "x".repeat(300),
    "A",
    "Undated",
    "\ud800",
    "🚢",
  ),
  fc.string({ unit: "binary", minLength: 1, maxLength: 5 }).filter((name) => name.trim() !== ""),
);
const anySlug = fc.constantFrom(
  ...["port", "port.", "con", "com1.x", "index.html", "2025-10", "undated", "a", "x.md", "x", "nul-", "y".repeat(100)],
);
const anyDay = fc.constantFrom("2025-10-02", "2026-03-09", "2024-12-30", "0001-01-01", "9999-12-31");

/** A record as a source, or a person, could have written it. */
const anyRecord: fc.Arbitrary<PaperRecord> = fc
  .record({
    id: anyId,
    authors: fc.array(anyAuthor, { maxLength: 3 }),
    previousIds: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, fc.array(anyId, { maxLength: 2 })),
    featured: fc.uniqueArray(anyDay, { maxLength: 2 }).map((days) => days.sort()),
    published: fc.option(anyDay, { nil: undefined }),
    organization: fc.option(
      anySlug.map((id) => ({ id, name: id.toUpperCase() })),
      { nil: undefined },
    ),
  })
  .map(({ published, organization, ...rest }) => {
    const { published: _, ...record } = makeRecord({ title: `Ships of ${rest.id}`, links: {}, ...rest });
    return { ...record, ...(published && { published }), ...(organization && { organization }) };
  });

const anyName = fc.oneof(
  anySlug,
  anyId.map(toSegment),
  fc.constantFrom("..", ".", "", "x y", "x%20y", "~63on", "ada-quay", "cafe\u0301", "νικος", "νικοσ", "x".repeat(300)),
  fc.constantFrom(
    "2025-10",
    "2026-W11",
    "2026-w11",
    "2026-03-09",
    "2025-10-02",
    "undated",
    "papers.xml",
    "bundles.json",
  ),
);
const anyAddress = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        "papers",
        "Papers",
        "tags",
        "authors",
        "organizations",
        "editions",
        "archive",
        "feeds",
        "pagefind",
        "x",
      ),
      fc.array(anyName, { maxLength: 2 }),
    )
    .map((names) => `/${names.flat().join("/")}/`),
  fc.constantFrom(
    "/",
    "/about/",
    "/robots.txt/",
    "/theme.js/",
    "/404.html/",
    "/con/",
    "/digest/x/",
    "//x.example/",
    "x",
    "/x",
  ),
  fc.constantFrom("/archive/", "/tags/planning/", "/a/", "/b/", "/c/"),
);
const anyRedirect = fc.record({
  from: anyAddress,
  to: fc.oneof(fc.constant("/archive/"), anyAddress),
  date: fc.constant("2026-03-10"),
  reason: fc.constant("Gone."),
});

interface OddContent {
  records: PaperRecord[];
  redirects: object[];
  published: string[];
  topic: string | undefined;
  organization: string | undefined;
  /** Topic of the digest of the first record; undefined when it has none. */
  digested: string | undefined;
}

/** Mostly sound in all but a part: what is wrong everywhere is never built. */
const anyContent: fc.Arbitrary<OddContent> = fc.record({
  records: fc.uniqueArray(anyRecord, { maxLength: 4, selector: ({ id }) => id }),
  redirects: fc.array(anyRedirect, { maxLength: 2 }),
  published: fc.array(anyAddress, { maxLength: 1 }),
  topic: fc.option(anySlug, { nil: undefined, freq: 1 }),
  organization: fc.option(anySlug, { nil: undefined, freq: 1 }),
  digested: fc.option(fc.constantFrom("planning", "nowhere"), { nil: undefined, freq: 1 }),
});

function writeLines(lines: readonly object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Writes a content folder of its own. */
function writeContent({ records, redirects, published, topic, organization, digested }: OddContent): string {
  count += 1;
  const folder = join(root, String(count));
  const months = Map.groupBy(records, nameRecordFile);
  const first = records[0]?.id;
  writeFiles(folder, {
    "tags.yaml":
      topic === undefined ? SAMPLE_TAGS : `${SAMPLE_TAGS}- id: "${topic}"\n  label: Odd\n  description: Odd.\n`,
    "organizations.yaml":
      organization === undefined ? undefined : `- id: "${organization}"\n  name: Odd\n  aliases: [other, ada]\n`,
    "redirects.jsonl": writeLines(redirects),
    "addresses.txt": published.map((address) => `${address}\n`).join(""),
    ...Object.fromEntries([...months].map(([name, own]) => [`papers/${name}`, writeLines(own)])),
    ...(first !== undefined && digested !== undefined
      ? { [`digests/${toSegment(first)}.md`]: makeDigestText({ tags: `[${digested}]` }) }
      : {}),
  });
  return folder;
}

function check(folder: string): string[] {
  return checkContent(readContent(folder)).map(formatProblem);
}

/** The files of all pages of a site, after every address was found to be one that a page can have, and the only one of its kind. */
function planFiles(folder: string): string[] {
  const files = [...planSite(makeLibrary(readHoldings(folder)), UNRELATED)].map(({ file }) => file);
  const folded = files.map((file) => file.normalize("NFC").toLowerCase());
  assert.deepEqual(
    folded.filter((file, index) => folded.indexOf(file) !== index),
    [],
    "each address once",
  );
  const names = new Set(folded);
  for (const file of folded) {
    for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) {
      assert.ok(!names.has(file.slice(0, end)), `${file} lies below a file`);
    }
  }
  for (const file of files.filter((name) => name.endsWith("index.html"))) {
    assert.equal(explainAddress(`/${file.slice(0, -"index.html".length)}`), undefined, file);
    assert.doesNotMatch(file, /^(pagefind|feeds|_astro|robots\.txt)\//);
  }
  return files;
}

test("What the check passes has a plan of possible addresses, each once, and passes again when it was built; what it names is not built.", () => {
  let built = 0;
  fc.assert(
    fc.property(anyContent, (content) => {
      const folder = writeContent(content);
      const problems = check(folder);
      if (problems.length > 0) {
        assert.throws(() => readHoldings(folder), ContentError);
        return;
      }
      built += 1;
      recordAddresses(folder, planFiles(folder));
      assert.deepEqual(check(folder), []);
      planFiles(folder);
    }),
    { numRuns: 200 },
  );
  assert.ok(built > 10, `${built} contents were sound`);
});

test("What an import brings in passes the check, whatever stands there.", () => {
  const sources = fc.array(fc.array(anyRecord, { maxLength: 3 }), { maxLength: 3 });
  let added = 0;
  fc.assert(
    fc.property(anyContent, sources, (content, imports) => {
      const folder = writeContent(content);
      fc.pre(check(folder).length === 0);
      for (const records of imports) {
        const harvest = harvestJsonl({ file: "a.jsonl", text: writeLines(records), retrieved: "2026-03-11" });
        const days = records.flatMap(({ featured }) =>
          featured.map((date) => ({ date, source: "Daily", listed: 9, taken: 3, refused: 0, cut: false })),
        );
        const report = importHarvests(folder, [{ ...harvest, days }], { today: "2026-03-12" });
        added += report.added.length;
        assert.deepEqual(check(folder), []);
      }
      recordAddresses(folder, planFiles(folder));
      assert.deepEqual(check(folder), []);
    }),
    { numRuns: 60 },
  );
  assert.ok(added > 10, `${added} papers came in`);
});

const { path: CASE, skip } = findSharedData("cases", "acl-case.bib");

test("One ACL id in two forms comes in as one paper, and passes the check.", { skip }, () => {
  assert.ok(existsSync(CASE));
  const folder = writeContent({
    ...{ records: [], redirects: [], published: [] },
    ...{ topic: undefined, organization: undefined, digested: undefined },
  });
  const harvest = harvestBibtex({ file: "acl-case.bib", text: readFileSync(CASE, "utf8"), retrieved: "2026-03-11" });
  assert.deepEqual(importHarvests(folder, [harvest], { today: "2026-03-12" }).added, ["acl:P99-1001"]);
  assert.deepEqual(check(folder), []);
});

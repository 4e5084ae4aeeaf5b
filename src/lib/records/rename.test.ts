import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  makeContentFolder,
  makeDigestText,
  makeRecord,
  readTexts,
  SAMPLE_BODY,
  SAMPLE_EDITION,
  stampSample,
  writeFiles,
} from "#scenes/content-samples.ts";
import { checkContent } from "../content/check.ts";
import { readContent } from "../content/read.ts";
import { ContentError } from "../errors.ts";
import { renamePaper } from "./rename.ts";

const OPTIONS = { today: "2026-11-22", isDryRun: false };

const EDITION = `${SAMPLE_EDITION}
See <Paper id="2510.00001">this</Paper>, which is 2510.00001.
`;

test("Record, digest and editions follow the new id; the old one is remembered and nothing else changes.", () => {
  const folder = makeContentFolder({ "editions/2026-03-09.mdx": EDITION, "addresses.txt": "/papers/2510.00001/\n" });
  const digest = readFileSync(join(folder, "digests/2510.00001.md"), "utf8");
  renamePaper(folder, "2510.00001", "2511.00002", OPTIONS);
  const record = JSON.parse(readFileSync(join(folder, "papers/2025-11.jsonl"), "utf8"));
  assert.deepEqual(
    [record.id, record.previousIds, record.links.abstract, record.history],
    [
      "2511.00002",
      ["2510.00001"],
      "https://arxiv.org/abs/2511.00002",
      [{ date: "2026-11-22", source: "the curator", field: "id", from: "2510.00001", to: "2511.00002" }],
    ],
  );
  assert.equal(readFileSync(join(folder, "papers/2025-10.jsonl"), "utf8"), "");
  assert.equal(existsSync(join(folder, "digests/2510.00001.md")), false);
  assert.equal(readFileSync(join(folder, "digests/2511.00002.md"), "utf8"), digest);
  const expected = EDITION.replaceAll('"2510.00001"', '"2511.00002"');
  assert.equal(readFileSync(join(folder, "editions/2026-03-09.mdx"), "utf8"), expected);
  assert.match(expected, /which is 2510\.00001\./);
  assert.deepEqual(checkContent(readContent(folder)), []);
});

test("Links of digests and introductions follow, and a digest that bore its stamp bears one still.", () => {
  const prose = (id: string) => `${SAMPLE_BODY}\n\nSee [[${id}]], [[ ${id} |it]], 2510.00001 and [[2510.000011|that]].`;
  const other = makeRecord({ id: "2510.00003", title: "Other" });
  const folder = makeContentFolder({
    "papers/2025-10.jsonl": `${JSON.stringify(makeRecord())}\n${JSON.stringify(other)}\n`,
    "digests/2510.00003.md": stampSample(makeDigestText({}, prose("2510.00001"))),
    "digests/2510.00001.md": makeDigestText({}, prose("2510.00001")),
    "editions/2026-03-09.mdx": `${EDITION}\n[[2510.00001]]\n`,
  });
  const files = renamePaper(folder, "2510.00001", "2511.00002", OPTIONS);
  assert.ok(files.some((file) => file.endsWith("digests/2510.00003.md")));
  const tree = readTexts(folder);
  assert.equal(tree["digests/2510.00003.md"], stampSample(makeDigestText({}, prose("2511.00002"))));
  assert.equal(tree["digests/2511.00002.md"], makeDigestText({}, prose("2511.00002")));
  assert.equal(tree["digests/2510.00001.md"], undefined);
  assert.match(tree["editions/2026-03-09.mdx"] ?? "", /\n\[\[2511\.00002\]\]\n/);
});

test("An id without a month leaves the record where it is, and its addresses too.", () => {
  const folder = makeContentFolder();
  renamePaper(folder, "2510.00001", "doi:10.1000/x", OPTIONS);
  const record = JSON.parse(readFileSync(join(folder, "papers/2025-10.jsonl"), "utf8"));
  assert.deepEqual([record.id, record.links], ["doi:10.1000/x", makeRecord().links]);
  assert.ok(existsSync(join(folder, "digests/doi--10.1000_x.md")));
  assert.deepEqual(checkContent(readContent(folder)), []);
});

test("A name that is wrong, unknown or taken changes nothing.", () => {
  const other = makeRecord({ id: "2510.00003", title: "Other" });
  const folder = makeContentFolder({
    "papers/2025-10.jsonl": `${JSON.stringify(makeRecord())}\n${JSON.stringify(other)}\n`,
  });
  writeFileSync(join(folder, "digests/2510.00003.md"), readFileSync(join(folder, "digests/2510.00001.md")));
  const before = readTexts(folder);
  const calls: [string, string, RegExp][] = [
    ["2510.00001", "2511.2v1", /the new id is not one/],
    ["2510.00009", "2511.00002", /no record has this id\n.*\n.*nearest known: 2510\.00001/],
    ["2510.00001", "2510.00003", /another paper has the new id[\s\S]*there is a digest under the new id/],
  ];
  for (const [from, to, message] of calls) {
    assert.throws(
      () => renamePaper(folder, from, to, OPTIONS),
      (error) => error instanceof ContentError && message.test(error.message),
    );
  }
  assert.deepEqual(readTexts(folder), before);
});

test("A dry run names the files and writes none.", () => {
  const folder = makeContentFolder();
  const before = readTexts(folder);
  const files = renamePaper(folder, "2510.00001", "2511.00002", { ...OPTIONS, isDryRun: true });
  assert.deepEqual(readTexts(folder), before);
  assert.deepEqual(renamePaper(folder, "2510.00001", "2511.00002", OPTIONS), files);
});

test("Broken off after any step, it is completed by running it again.", () => {
  const done = makeContentFolder({ "editions/2026-03-09.mdx": EDITION });
  const before = readTexts(done);
  renamePaper(done, "2510.00001", "2511.00002", OPTIONS);
  const after = readTexts(done);
  const steps = ["papers/2025-11.jsonl", "digests", "editions/2026-03-09.mdx"];
  for (const [index] of steps.entries()) {
    const folder = makeContentFolder({ "editions/2026-03-09.mdx": EDITION });
    for (const step of steps.slice(0, index + 1)) {
      if (step === "digests") {
        rmSync(join(folder, "digests/2510.00001.md"));
        writeFiles(folder, { "digests/2511.00002.md": after["digests/2511.00002.md"] ?? "" });
      } else writeFiles(folder, { [step]: after[step] ?? "" });
    }
    assert.notDeepEqual(readTexts(folder), before);
    renamePaper(folder, "2510.00001", "2511.00002", OPTIONS);
    assert.deepEqual(readTexts(folder), after, `after ${index + 1} steps`);
  }
});

test("An id is refused that is the old one, is that of a redirect, or has the address of another paper or of its earlier id.", () => {
  const other = makeRecord({ id: "acl:x_1", title: "Other Ships", previousIds: ["openreview:aB"] });
  const redirect = { from: "/papers/acl--gone/", to: "/archive/", date: "2026-03-10", reason: "Gone." };
  const folder = makeContentFolder({
    "papers/undated.jsonl": `${JSON.stringify(other)}\n`,
    "redirects.jsonl": `${JSON.stringify(redirect)}\n`,
  });
  const before = readTexts(folder);
  for (const [to, message] of [
    ["2510.00001", /the new id is the old one/],
    ["acl:x/1", /another paper has the new id, or its address/],
    ["acl:x_1.md", /another paper has the new id, or its address/],
    ["openreview:Ab", /another paper has the new id, or its address/],
    ["acl:Gone", /a redirect leads elsewhere from the address of the new id/],
  ] as const) {
    assert.throws(() => renamePaper(folder, "2510.00001", to, OPTIONS), message, to);
  }
  assert.deepEqual(readTexts(folder), before);
});

test("An id that changes by case alone leaves the address where it is, and passes the check.", () => {
  const folder = makeContentFolder({
    "papers/undated.jsonl": `${JSON.stringify(makeRecord({ id: "acl:p99-1001", title: "Old" }))}\n`,
  });
  renamePaper(folder, "acl:p99-1001", "acl:P99-1001", OPTIONS);
  assert.match(
    readFileSync(join(folder, "papers/undated.jsonl"), "utf8"),
    /^{"id":"acl:P99-1001",(?!.*previousIds":\[")/,
  );
  assert.deepEqual(checkContent(readContent(folder)), []);
});

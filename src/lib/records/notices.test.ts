import assert from "node:assert/strict";
import { relative, resolve } from "node:path";
import { test } from "node:test";
import { makeContentFolder, makeDigestText, makeRecord, SAMPLE_EDITION } from "#scenes/content-samples.ts";
import { checkContent } from "../content/check.ts";
import { readContent } from "../content/read.ts";
import { formatProblem } from "../errors.ts";
import { noteOddities } from "./notices.ts";

/** What is noted on 9 March 2026 of the sample content with some files changed; nothing of it is a problem. */
function note(changes: { [path: string]: string }): string {
  const folder = makeContentFolder(changes);
  const content = readContent(folder);
  assert.deepEqual(checkContent(content), []);
  return noteOddities(content, "2026-03-09")
    .map((notice) => formatProblem({ ...notice, file: relative(folder, resolve(notice.file)) }))
    .join("\n");
}

test("Of sound content nothing is noted; an edition may be prepared some weeks ahead.", () => {
  assert.equal(note({}), "");
  assert.equal(note({ "editions/2026-04-01.mdx": SAMPLE_EDITION.replace("2026-03-09", "2026-04-01") }), "");
});

test("Days that lie far ahead are noted, wherever they stand.", () => {
  const day = { date: "2031-01-02", source: "Daily", listed: 0, taken: 0, refused: 0, cut: false };
  const record = makeRecord({
    id: "2510.00002",
    published: "2031-10-02",
    featured: ["2026-03-09", "2032-03-09"],
    updated: "9999-12-31",
  });
  assert.equal(
    note({
      "editions/2031-01-01.mdx": SAMPLE_EDITION.replace("2026-03-09", "2031-01-01"),
      "days.jsonl": `${JSON.stringify(day)}\n`,
      "digests/2510.00001.md": makeDigestText({ checkedOn: "2099-01-01" }),
      "papers/2025-10.jsonl": `${JSON.stringify(makeRecord())}\n${JSON.stringify(record)}\n`,
    }).replaceAll(/\n {4}mend: .*/g, ""),
    `digests/2510.00001.md:11  checkedOn: this day lies far ahead
    found:   2099-01-01
    allowed: up to 2026-04-09 today
editions/2031-01-01.mdx:2  date: this day lies far ahead
    found:   2031-01-01
    allowed: up to 2026-04-09 today
days.jsonl:1  date: this day lies far ahead
    found:   2031-01-02
    allowed: up to 2026-04-09 today
papers/2025-10.jsonl:2  published: this day lies far ahead
    found:   2031-10-02
    allowed: up to 2026-04-09 today
papers/2025-10.jsonl:2  updated: this day lies far ahead
    found:   9999-12-31
    allowed: up to 2026-04-09 today
papers/2025-10.jsonl:2  featured[1]: this day lies far ahead
    found:   2032-03-09
    allowed: up to 2026-04-09 today`,
  );
});

test("An edition that is dated before a paper of its own is noted.", () => {
  assert.equal(
    note({ "editions/2020-03-09.mdx": SAMPLE_EDITION.replace("2026-03-09", "2020-03-09") }),
    `editions/2020-03-09.mdx:7  papers[0]: this paper was published after the edition's day
    found:   2510.00001, published 2025-10-02
    allowed: papers up to 2020-03-09
    mend:    mend the edition's date, or the paper's`,
  );
});

test("Two records that seem to be one paper are noted, and that two digests claim it.", () => {
  const twin = makeRecord({ id: "doi:10.1000/harbour", links: {} });
  const papers = { "papers/2025-10.jsonl": `${JSON.stringify(makeRecord())}\n${JSON.stringify(twin)}\n` };
  assert.equal(
    note(papers),
    `papers/2025-10.jsonl:2  id: this seems to be a paper that has a record already
    found:   doi:10.1000/harbour
    allowed: each once; 2510.00001 has the same title and first author
    mend:    keep one of the records, or leave both if they are two works`,
  );
  assert.match(
    note({ ...papers, "digests/doi--10.1000_harbour.md": makeDigestText() }),
    /^papers\/2025-10\.jsonl:2 {2}id: two digests claim one paper\n/,
  );
});

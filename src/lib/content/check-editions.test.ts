import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSample, printSample } from "#scenes/checked-sample.ts";
import { SAMPLE_EDITION } from "#scenes/content-samples.ts";

test("An edition may be dated after every day.", () => {
  assert.deepEqual(checkSample({ "editions/2031-01-01.mdx": SAMPLE_EDITION.replace("2026-03-09", "2031-01-01") }), []);
});

test("An edition whose date, lead and papers do not fit is told of each.", () => {
  const edition = `---
date: 2026-03-10
title: Ships
curator: the pilots
lead: "2510.00002"
papers: ["2510.00001", "2510.00009", "2510.00001"]
groups:
  - title: Cranes
    papers: ["2510.00001", "2510.00003"]
  - title: Berths
    papers: ["2510.00001"]
---
`;
  assert.equal(
    printSample({ "editions/2026-03-09.mdx": edition }),
    `editions/2026-03-09.mdx:2  date: file name and date differ
    found:   2026-03-10
    allowed: 2026-03-09
    mend:    rename the file to 2026-03-10.mdx, or mend the date
editions/2026-03-09.mdx:5  lead: the lead is not one of the edition's papers
    found:   2510.00002
    allowed: nearest known: 2510.00001
    mend:    write: 2510.00001
editions/2026-03-09.mdx:6  papers[1]: this paper is not among the records
    found:   2510.00009
    allowed: nearest known: 2510.00001
    mend:    write: 2510.00001
editions/2026-03-09.mdx:6  papers[2]: this paper is named twice
    found:   2510.00001
    allowed: each once; it stands first in papers[0]
editions/2026-03-09.mdx:9  groups[0].papers[1]: this paper is not one of the edition's papers
    found:   2510.00003
    allowed: nearest known: 2510.00001
    mend:    write: 2510.00001
editions/2026-03-09.mdx:11  groups[1].papers[0]: this paper is named twice
    found:   2510.00001
    allowed: each once; it stands first in groups[0].papers[0]`,
  );
});

test("Two editions of one day are told.", () => {
  const problems = checkSample({ "editions/2026-03-10.mdx": SAMPLE_EDITION });
  assert.deepEqual(
    problems.map(({ file, message, allowed }) => [file, message, allowed]),
    [
      [
        "editions/2026-03-10.mdx",
        "there is an edition of this day already",
        "each once; it stands first in editions/2026-03-09.mdx",
      ],
      ["editions/2026-03-10.mdx", "file name and date differ", "2026-03-10"],
    ],
  );
});

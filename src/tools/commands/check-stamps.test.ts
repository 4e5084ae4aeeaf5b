import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { PaperRecord } from "#lib/content/record.ts";
import { isDay } from "#lib/dates.ts";
import { callCheck, makeCheckedFolder, NO_PROBLEMS, SAMPLE_ABSTRACTS, SAMPLE_DIGEST } from "#scenes/check-command.ts";
import { makeDigestText, makeRecord, SAMPLE_ABSTRACT, writeFiles } from "#scenes/content-samples.ts";

delete process.env["CONTENT_DIR"];

test("A stamp is written once into a digest that passes, and nothing else changes.", async () => {
  const folder = makeCheckedFolder();
  const path = join(folder, SAMPLE_DIGEST);
  const before = readFileSync(path, "utf8");
  assert.equal((await callCheck(folder, "check", "--abstracts", "abstracts.jsonl", "--stamp")).code, 0);
  const stamped = readFileSync(path, "utf8");
  const STAMP = /\ncheckedOn: (.*)\ncheckedText: "([0-9a-f]{16})"\ncheckedSource: \{ title: .* \}\n---\n/;
  const [, day = "", fingerprint = ""] = STAMP.exec(stamped) ?? [];
  assert.equal(isDay(day), true);
  assert.equal(stamped.replace(/checkedOn: .*\ncheckedText: .*\ncheckedSource: .*\n/, ""), before);
  assert.deepEqual(readdirSync(join(folder, "content/digests")), ["2510.00001.md"]);

  const old = stamped.replace(day, "2020-01-01");
  writeFileSync(path, old);
  assert.equal((await callCheck(folder, "check", "--abstracts", "abstracts.jsonl", "--stamp")).errors, "");
  assert.equal(readFileSync(path, "utf8"), old, "a stamp that fits keeps its day");

  const changed = old.replace("Harbours were slow.", "Harbours were very slow.");
  writeFileSync(path, changed);
  assert.deepEqual(await callCheck(folder, "check"), {
    code: 0,
    out: NO_PROBLEMS,
    errors: `notice: ${SAMPLE_DIGEST}  checkedText: the digest, or its stamp, was changed after the check, so the stamp is not shown\n    mend:    check it again: npm run digest -- check --stamp --abstracts FILE 2510.00001\n`,
  });
  assert.equal((await callCheck(folder, "check", "--abstracts", "abstracts.jsonl", "--stamp")).errors, "");
  const fresh = readFileSync(path, "utf8");
  assert.equal(fresh.includes("2020-01-01") || fresh.includes(fingerprint), false);
  assert.equal((await callCheck(folder, "check")).errors, "");
});

test("A digest whose source has moved on is named until it is held against the source as it is now.", async () => {
  const record = { version: 2, updated: "2025-10-21", abstract: SAMPLE_ABSTRACT };
  const write = (changes: Partial<PaperRecord>) => `${JSON.stringify(makeRecord({ ...record, ...changes }))}\n`;
  const month = "content/papers/2025-10.jsonl";
  const text = makeDigestText({ problem: "All 18 harbours were slow." });
  const folder = makeCheckedFolder({ [month]: write({}), [SAMPLE_DIGEST]: text });
  assert.equal((await callCheck(folder, "check", "--stamp")).errors, "");
  const stamped = readFileSync(join(folder, SAMPLE_DIGEST), "utf8").replace(/checkedOn: .*/, "checkedOn: 2020-01-01");
  writeFileSync(join(folder, SAMPLE_DIGEST), stamped);
  assert.equal((await callCheck(folder, "check")).errors, "");

  const next = { version: 4, updated: "2026-04-01", abstract: SAMPLE_ABSTRACT.replace("18 harbours", "19 harbours") };
  writeFiles(folder, { [month]: write(next) });
  const notice = `notice: ${SAMPLE_DIGEST}  checkedSource: the digest was held against version 2 of 21 October 2025; version 4 is out\n    mend:    read the source as it is now, change what is no longer so, then: npm run digest -- check --stamp 2510.00001\n`;
  const lacking = `notice: ${SAMPLE_DIGEST}:3  problem: this number is not in the title, the abstract or the record\n    found:   "18" in "All 18 harbours were slow."\n`;
  for (const names of [[], ["2510.00001"]]) {
    const moved = await callCheck(folder, "check", "--stamp", ...names);
    assert.equal(moved.code, 0, "what only the new abstract lacks is no fault");
    assert.equal(moved.errors.startsWith(notice + lacking), true, moved.errors);
    assert.match(moved.errors, /mend: {4}the source has moved on: hold the digest against it as it is now, then: npm /);
    assert.equal(readFileSync(join(folder, SAMPLE_DIGEST), "utf8"), stamped, "it does not get the stamp");
  }
  const report = JSON.parse((await callCheck(folder, "check", "--json")).out);
  assert.equal(report.notices[0], notice.slice("notice: ".length, -1));
  assert.equal(report.notices.length, 2);
  assert.deepEqual(report.problems, []);

  writeFileSync(join(folder, SAMPLE_DIGEST), stamped.replace("were slow", "were very slow"));
  const edited = await callCheck(folder, "check");
  assert.deepEqual([edited.code, /"18" in/.test(edited.errors)], [1, true], "a digest that was written on keeps to it");

  writeFileSync(join(folder, SAMPLE_DIGEST), stamped.replace("All 18", "All 19"));
  const mended = await callCheck(folder, "check", "--stamp", "2510.00001");
  assert.deepEqual([mended.code, mended.errors], [0, ""]);
  assert.match(
    readFileSync(join(folder, SAMPLE_DIGEST), "utf8"),
    /checkedOn: (?!2020).*\n.*\n.*, version: 4, date: "2026-04-01" \}/,
  );
  assert.equal((await callCheck(folder, "check")).errors, "");
});

test("Where the source has moved on, a digest gets a new stamp only when it is named; others get theirs in one run.", async () => {
  const month = "content/papers/2025-10.jsonl";
  const write = (ids: string[], changes: Partial<PaperRecord>) =>
    ids.map((id) => `${JSON.stringify(makeRecord({ id, abstract: SAMPLE_ABSTRACT, ...changes }))}\n`).join("");
  const [first, second] = ["2510.00001", "2510.00002"] as const;
  const other = "content/digests/2510.00002.md";
  const folder = makeCheckedFolder({ [month]: write([first, second], {}) });
  await callCheck(folder, "check", "--stamp");
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  const stamped = read(SAMPLE_DIGEST);
  const next = `${SAMPLE_ABSTRACT} More of it.`;
  writeFiles(folder, { [month]: write([first, second], { abstract: next }), [other]: makeDigestText() });

  const edited = stamped.replace("were slow", "were very slow");
  const half = stamped.replace(/checkedOn: .*\n/, "");
  const damaged = stamped.replace(/abstract: "./, 'abstract: "0');
  const torn = stamped.replace(/checkedSource: .*\n/, "");
  for (const text of [stamped, edited, half, damaged, torn]) {
    writeFileSync(join(folder, SAMPLE_DIGEST), text);
    assert.equal((await callCheck(folder, "check", "--stamp")).code, 0);
    assert.equal(read(SAMPLE_DIGEST), text, "nobody said that it was read again");
    assert.match(read(other), /checkedSource/);
  }
  writeFileSync(join(folder, SAMPLE_DIGEST), stamped);
  assert.match(
    (await callCheck(folder, "check", "--stamp")).errors,
    /the abstract changed since\n {4}mend: .*--stamp 2510\.00001\n/,
  );
  assert.equal((await callCheck(folder, "check", "--stamp", first)).errors, "");
  assert.notEqual(read(SAMPLE_DIGEST), stamped);
  assert.equal((await callCheck(folder, "check")).errors, "");

  // A digest that was written on while its source stood still may be stamped with the rest.
  writeFileSync(join(folder, SAMPLE_DIGEST), read(SAMPLE_DIGEST).replace("were slow", "were very slow"));
  assert.equal((await callCheck(folder, "check", "--stamp")).errors, "");
});

test("A text of a file that is another than the one before is read by somebody before it is stamped.", async () => {
  const folder = makeCheckedFolder();
  const ask = (...rest: string[]) => callCheck(folder, "check", "--abstracts", "abstracts.jsonl", "--stamp", ...rest);
  await ask();
  const stamped = readFileSync(join(folder, SAMPLE_DIGEST), "utf8");
  writeFileSync(join(folder, "abstracts.jsonl"), SAMPLE_ABSTRACTS.replace("We study", "Here we study"));
  assert.match(
    (await ask()).errors,
    /^notice: .*; the abstract changed since\n.*--stamp --abstracts FILE 2510\.00001\n$/,
  );
  assert.equal(readFileSync(join(folder, SAMPLE_DIGEST), "utf8"), stamped);
  assert.equal((await ask("2510.00001")).errors, "");
  assert.notEqual(readFileSync(join(folder, SAMPLE_DIGEST), "utf8"), stamped);
});

test("A digest that was copied to another paper with its stamp has none, and gets one of its own only by name.", async () => {
  const month = "content/papers/2025-10.jsonl";
  const folder = makeCheckedFolder({
    [month]: ["2510.00001", "2510.00002"]
      .map((id) => `${JSON.stringify(makeRecord({ id, abstract: SAMPLE_ABSTRACT }))}\n`)
      .join(""),
  });
  await callCheck(folder, "check", "--stamp");
  const copy = readFileSync(join(folder, SAMPLE_DIGEST), "utf8");
  const other = "content/digests/2510.00002.md";
  writeFiles(folder, { [other]: copy });
  const { code, errors } = await callCheck(folder, "check", "--stamp");
  assert.equal(code, 0);
  assert.match(errors, /2510\.00002\.md {2}checkedText: the stamp is that of the digest of 2510\.00001, so it is not/);
  assert.equal(readFileSync(join(folder, other), "utf8"), copy);
  assert.equal((await callCheck(folder, "check", "--stamp", "2510.00002")).errors, "");
  assert.match(readFileSync(join(folder, other), "utf8"), /paper: "2510\.00002"/);
});

test("A version with the same text is no news for the curator, and the next stamp names it.", async () => {
  const month = "content/papers/2025-10.jsonl";
  const write = (version: number) => `${JSON.stringify(makeRecord({ version, abstract: SAMPLE_ABSTRACT }))}\n`;
  const folder = makeCheckedFolder({ [month]: write(2) });
  await callCheck(folder, "check", "--stamp");
  writeFiles(folder, { [month]: write(3) });
  assert.equal((await callCheck(folder, "check")).errors, "");
  await callCheck(folder, "check", "--stamp");
  assert.match(readFileSync(join(folder, SAMPLE_DIGEST), "utf8"), /checkedSource: .* version: 3 /);
});

test("A digest of an earlier text is named also when it was just stamped.", async () => {
  const folder = makeCheckedFolder({ [SAMPLE_DIGEST]: makeDigestText({ earlierText: "true" }) });
  const { code, errors } = await callCheck(folder, "check", "--abstracts", "abstracts.jsonl", "--stamp");
  assert.equal(code, 0);
  assert.match(
    errors,
    /held against an earlier text of the abstract; the abstract was rewritten since\n {4}mend: .*, take earlierText out, /,
  );
});

test("A digest with a problem of either kind, or without an abstract, gets no stamp.", async () => {
  for (const [fields, abstracts] of [
    [{ problem: "All 19 harbours were slow." }, SAMPLE_ABSTRACTS],
    [{ tags: "[planing]" }, SAMPLE_ABSTRACTS],
    [{}, SAMPLE_ABSTRACTS.replace("2510.00001", "2510.00002")],
  ] as const) {
    const folder = makeCheckedFolder({ [SAMPLE_DIGEST]: makeDigestText(fields), "abstracts.jsonl": abstracts });
    await callCheck(folder, "check", "--abstracts", "abstracts.jsonl", "--stamp");
    assert.equal(readFileSync(join(folder, SAMPLE_DIGEST), "utf8"), makeDigestText(fields));
  }
});

test("A digest whose fields cannot be stamped by lines is named.", async () => {
  const [, fields = "", body = ""] = /^---\n(.*)\n---\n(.*)$/s.exec(makeDigestText()) ?? [];
  const flow = `---\n{ ${fields.replace(/: ([A-Z].*)\n/g, ': "$1"\n').replaceAll("\n", ",\n  ")} }\n---\n${body}`;
  const folder = makeCheckedFolder({ [SAMPLE_DIGEST]: flow });
  const { code, errors } = await callCheck(folder, "check", "--abstracts", "abstracts.jsonl", "--stamp");
  assert.equal(code, 0);
  assert.equal(
    errors,
    `notice: ${SAMPLE_DIGEST}: the stamp could not be written, because the fields do not stand one on a line\n`,
  );
  assert.equal(readFileSync(join(folder, SAMPLE_DIGEST), "utf8"), flow);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeRecord } from "#scenes/content-samples.ts";
import { describeWithdrawalDay } from "./withdrawal-day.ts";

const change = (date: string, to?: string) => ({ date, source: "arXiv", field: "withdrawn", ...(to && { to }) });

test("A later version is the day on which a paper was withdrawn.", () => {
  const record = makeRecord({ version: 3, updated: "2026-04-06", history: [change("2026-04-09", "authors")] });
  assert.equal(describeWithdrawalDay(record), "on 6 April 2026, with version 3");
});

test("Without one it is the day on which that was seen, the last time it was.", () => {
  const history = [change("2026-04-01", "true"), change("2026-04-02"), change("2026-04-09", "publisher")];
  assert.equal(describeWithdrawalDay({ history }), "seen on 9 April 2026");
  assert.equal(describeWithdrawalDay({ version: 1, updated: "2026-04-06", history }), "seen on 9 April 2026");
  assert.equal(describeWithdrawalDay({ version: 3, history }), "seen on 9 April 2026");
});

test("Nothing is said where nobody knows.", () => {
  assert.equal(describeWithdrawalDay({ history: [] }), undefined);
  assert.equal(
    describeWithdrawalDay({ history: [change("2026-04-02"), { ...change("2026-04-02", "x"), field: "note" }] }),
    undefined,
  );
});

import assert from "node:assert/strict";
import fs, { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { after, mock, test } from "node:test";
import { Failure } from "../failure.ts";
import { FOREIGN_LIFE, type Holder, makeHolder } from "./holder.ts";
import { CONTENT_LOCK, type LockOutcome, takeLock, withContentLock } from "./lock.ts";
import { nameTemporary } from "./temporary.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-lock-"));
after(() => rmSync(root, { recursive: true }));
let count = 0;

/** The path of a lock in a folder of its own. */
function makePlace(): string {
  count += 1;
  mkdirSync(join(root, String(count)));
  return join(root, String(count), CONTENT_LOCK);
}

/** Puts a lock of somebody else's there. */
function writeLock(path: string, changes: Partial<Holder>): void {
  writeFileSync(path, JSON.stringify({ ...makeHolder("an import", new Date().toISOString()), birth: "", ...changes }));
}

/** Whether the lock can be had; it is given back at once. */
function isFree(path: string): boolean {
  const outcome = takeLock(path, "a test");
  if ("release" in outcome) outcome.release();
  return "release" in outcome;
}

test("A lock names its holder, is refused to others meanwhile, and leaves nothing when it is given back.", () => {
  const path = makePlace();
  const first = takeLock(path, "an import");
  assert.ok("release" in first);
  const { pid, host, since, task }: Holder = JSON.parse(readFileSync(path, "utf8"));
  assert.deepEqual([pid, host, task], [process.pid, hostname(), "an import"]);
  assert.ok(Math.abs(Date.parse(since) - Date.now()) < 3_600_000);
  const second = takeLock(path, "an import");
  assert.ok("holder" in second && second.holder.pid === process.pid);
  first.release();
  assert.ok(isFree(path));
  assert.deepEqual(readdirSync(join(path, "..")), []);
});

test("A lock is taken over when its holder is gone: killed, its number given to another, or too long on another machine.", () => {
  const path = makePlace();
  const longAgo = new Date(Date.now() - FOREIGN_LIFE - 60_000).toISOString();
  const farAhead = new Date(Date.now() + FOREIGN_LIFE + 60_000).toISOString();
  const gone: Partial<Holder>[] = [
    { pid: 2 ** 31 - 1 },
    // In a container every run may have the number of the one before.
    { pid: process.pid },
    ...(process.platform === "linux" ? [{ pid: process.ppid, birth: "another-start 1" }] : []),
    { host: "elsewhere", since: longAgo },
    { host: "elsewhere", since: farAhead },
    { host: "elsewhere", since: "never" },
  ];
  for (const changes of gone) {
    writeLock(path, changes);
    assert.ok(isFree(path), JSON.stringify(changes));
  }
  for (const text of ["", "\0\0\0", "812", "{}", '{"pid":1}']) {
    writeFileSync(path, text);
    assert.ok(isFree(path), JSON.stringify(text));
  }
  for (const changes of [{ pid: process.ppid }, { host: "elsewhere" }]) {
    writeLock(path, changes);
    assert.equal(isFree(path), false, JSON.stringify(changes));
  }
  rmSync(path);
  assert.deepEqual(readdirSync(join(path, "..")), []);
});

test("Who takes over from a process that was killed while it took over is not kept by what that left.", () => {
  const path = makePlace();
  const gone = { pid: 2 ** 31 - 1 };
  writeLock(path, { ...gone, token: "aa" });
  writeLock(`${path}.aa`, { ...gone, token: "bb" });
  writeLock(`${path}.aa.bb`, { ...gone, token: "cc" });
  writeFileSync(nameTemporary(join(path, "..")).replace(`-${process.pid}-`, `-${gone.pid}-`), "half");
  assert.ok(isFree(path));
  assert.deepEqual(readdirSync(join(path, "..")), []);
});

const CALLS = ["writeFileSync", "linkSync", "readFileSync", "renameSync", "rmSync", "readdirSync"] as const;

/** Runs `interrupt` just before the call of this number to the file system; returns how many calls there were. */
function interruptAt(turn: number, interrupt: () => void, run: () => void): number {
  let count = 0;
  let isInterrupting = false;
  const spies = CALLS.map((call) => {
    const original = fs[call] as (...args: unknown[]) => unknown;
    return mock.method(fs, call as "rmSync", (...args: unknown[]) => {
      if (!isInterrupting && ++count === turn) {
        isInterrupting = true;
        interrupt();
        isInterrupting = false;
      }
      return original(...args);
    });
  });
  syncBuiltinESMExports();
  try {
    run();
    return count;
  } finally {
    for (const { mock: spy } of spies) spy.restore();
    syncBuiltinESMExports();
  }
}

test("Of two who find a lock left behind at the same instant one gets it, whoever is the faster in whatever step.", () => {
  for (let [turn, count] = [1, 1]; turn <= count; turn += 1) {
    const path = makePlace();
    writeLock(path, { pid: 2 ** 31 - 1 });
    const outcomes: LockOutcome[] = [];
    count = interruptAt(
      turn,
      () => outcomes.push(takeLock(path, "a race")),
      () => outcomes.push(takeLock(path, "a race")),
    );
    const winners = outcomes.filter((outcome) => "release" in outcome);
    assert.equal(winners.length, 1, `step ${turn}`);
    for (const winner of winners) winner.release();
    assert.deepEqual(readdirSync(join(path, "..")), [], `step ${turn}`);
  }
});

test("A run that finds the folder in use says by whom, since when and for what, and does nothing.", () => {
  const path = makePlace();
  const folder = join(path, "..");
  writeLock(path, { host: "elsewhere", since: new Date().toISOString(), task: "an update" });
  const work = () => assert.fail("it ran");
  assert.throws(
    () => withContentLock(folder, "an import", work, { patience: 0 }),
    (error) => {
      assert.ok(error instanceof Failure);
      assert.match(
        error.message,
        /is in use by an update \(process \d+ on elsewhere, since \d{4}-\d\d-\d\d \d\d:\d\d UTC\), so nothing was written\. Wait for it and run this again; if there is no such process, delete \S+\.offprint-lock\.$/,
      );
      return true;
    },
  );
  assert.deepEqual(readdirSync(folder), [CONTENT_LOCK]);
});

test("A run waits for another that is about to end.", () => {
  const path = makePlace();
  writeLock(path, { host: "elsewhere", since: new Date(Date.now() - FOREIGN_LIFE + 200).toISOString() });
  assert.equal(
    withContentLock(join(path, ".."), "an import", () => "done", { patience: 60_000 }),
    "done",
  );
});

test("The lock is given back when the work fails, and a folder made for nothing is removed.", () => {
  const folder = join(root, "new");
  assert.throws(() =>
    withContentLock(folder, "an import", () => {
      assert.ok(existsSync(join(folder, CONTENT_LOCK)));
      throw new Error("fog");
    }),
  );
  assert.equal(existsSync(folder), false);
  withContentLock(folder, "an import", () => writeFileSync(join(folder, "days.jsonl"), ""));
  assert.deepEqual(readdirSync(folder), ["days.jsonl"]);
});

test("What killed runs left among the content is removed by the next one.", () => {
  const folder = join(root, "left");
  for (const place of [folder, join(folder, "papers"), join(folder, "digests"), join(folder, "editions")]) {
    mkdirSync(place, { recursive: true });
    writeFileSync(nameTemporary(place).replace(`-${process.pid}-`, `-${2 ** 31 - 1}-`), "half");
  }
  withContentLock(folder, "an import", () => undefined);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.deepEqual(files, []);
});

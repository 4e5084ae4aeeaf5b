import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Failure } from "#lib/failure.ts";
import { type Peer, runPeer } from "./peers.ts";

const folder = mkdtempSync(join(tmpdir(), "offprint-peer-"));
after(() => rmSync(folder, { recursive: true }));

/** Another generator: a script. */
function makePeer(script: string): Peer {
  mkdirSync(join(folder, "out"), { recursive: true });
  const folders = { papers: "papers", data: "data" };
  const args = ["--eval", script, "--"];
  return { name: "Eleventy", version: "0", program: process.execPath, args, processName: /^nothing$/, folders };
}

test("A build that ends in time is measured; one that does not is broken off and said to be unfinished.", async () => {
  const done = await runPeer(makePeer(""), folder, 60);
  assert.ok(!done.isUnfinished && done.seconds < 60);
  const endless = await runPeer(makePeer("setInterval(() => {}, 1000)"), folder, 1);
  assert.deepEqual([endless.isUnfinished, endless.seconds], [true, 1]);
});

test("One that something else kills has failed, and was not broken off.", {
  skip: process.platform === "win32",
}, async () => {
  const killed = makePeer("process.kill(process.pid, 'SIGKILL')");
  await assert.rejects(runPeer(killed, folder, 60), Failure);
});

test("A build that fails is told with what it said.", async () => {
  const failing = makePeer("console.error('no template'); process.exit(3)");
  for (const limit of [undefined, 60]) {
    await assert.rejects(runPeer(failing, folder, limit), (error) => {
      return error instanceof Failure && /Eleventy could not build.*no template/s.test(error.message);
    });
  }
});

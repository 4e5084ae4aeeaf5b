import assert from "node:assert/strict";
import { test } from "node:test";
import { startProgress } from "./progress.ts";

function makeStream(isTTY: boolean): { stream: NodeJS.WriteStream; read: () => string } {
  let written = "";
  const stream = {
    isTTY,
    write(text: string) {
      written += text;
      return true;
    },
  } as NodeJS.WriteStream;
  return { stream, read: () => written };
}

test("On a terminal the bar fills, and is gone at the end.", () => {
  const { stream, read } = makeStream(true);
  const bar = startProgress(2, stream);
  bar.show(2, "entries");
  assert.equal(read(), `\r\u001b[K${"█".repeat(24)} 2/2 entries`);
  bar.end();
  assert.ok(read().endsWith("\r\u001b[K"));
});

test("Where nobody looks on, nothing is written.", () => {
  const { stream, read } = makeStream(false);
  const bar = startProgress(2, stream);
  bar.show(1, "entries");
  bar.end();
  assert.equal(read(), "");
});

import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { PROJECT_FOLDER } from "../folders.ts";
import { describeHtmlError } from "./html-error.ts";

test("A full disk is told in the same plain words, whichever program met it.", () => {
  const words = "the disk is full. Free some space and build again; the last site stands.";
  const plain = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  const rolldown =
    "[UNHANDLEABLE_ERROR] Failed to write file in x.mjs\n\nCaused by:\n    No space left on device (os error 28)\n\nStack backtrace:\n   0: <unknown>\n";
  for (const error of [plain, new Error("", { cause: plain }), new Error(plain.message), new Error(rolldown)]) {
    assert.equal(describeHtmlError(error), words);
  }
});

test("Any other error keeps its words, its place and its hint, and loses every stack.", () => {
  const message = `EACH ship is lost\n    at sail (${PROJECT_FOLDER}/src/a.ts:1:2)\nStack backtrace:\n   0: <unknown>\n   1: start\n             at a.c:3\nThe end`;
  const error = Object.assign(new Error(message, { cause: new Error("fog (os error 99999)") }), {
    loc: { file: join(PROJECT_FOLDER, "src", "b.astro"), line: 3, column: 4 },
    hint: "Look out.",
  });
  assert.equal(
    describeHtmlError(error),
    "EACH ship is lost\nThe end\nfog (os error 99999)\nin src/b.astro:3:4\nLook out.",
  );
  assert.equal(describeHtmlError("fog"), "fog");
  const ring = new Error("round");
  ring.cause = ring;
  assert.equal(describeHtmlError(ring), "round");
});

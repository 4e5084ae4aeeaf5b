import assert from "node:assert/strict";
import { test } from "node:test";
import { findColours } from "./styles.ts";

test("A colour written out is found in a declaration, and nowhere else.", () => {
  const text = `/* #fff is no colour here */
#face { color: var(--ink) }
a:hover { color: #C00; background: color-mix(in srgb, var(--ink) 10%, transparent) }
p {
  border: 1px solid rgb(0 0 0 / 10%);
  outline-color: oklch(50% 0.1 20)
}
`;
  assert.deepEqual(findColours({ path: "a.css", text }), [
    "a.css:3  color: #C00",
    "a.css:5  border: 1px solid rgb(0 0 0 / 10%)",
    "a.css:6  outline-color: oklch(50% 0.1 20)",
  ]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { findColours, listClasses } from "./styles.ts";

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

test("Classes are those of selectors, not what stands in comments, values, texts and addresses.", () => {
  const text = `@import "./fonts.css" layer(x);
/* .no */
.paper > .title:hover, a[href$=".pdf"] { width: 1.5em; background: url("a.png"); transition: none .2s }
@layer components { .row-head { margin: .5em; &.is-open { top: 0 } } }
`;
  assert.deepEqual(listClasses({ path: "a.css", text }), ["paper", "title", "row-head", "is-open"]);
});

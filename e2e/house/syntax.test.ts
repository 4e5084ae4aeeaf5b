import assert from "node:assert/strict";
import { test } from "node:test";
import { extractScript, listExportedNames, listImports, listUndocumented, listUtilityTypes } from "./syntax.ts";

const MODULE = `/** What it is. */
import ts from "typescript";
import type { A } from "#lib/a.ts";
import { type B, type C } from "./b.ts";
import { type D, e } from "./d.ts";
import "./side-effect.css";
export { f } from "./f.ts";
export type * from "./g.ts";
// import { no } from "./comment.ts";
const text = 'import { no } from "./text.ts"';
type Late = typeof import("./late-type.ts");
export const load = async () => await import("./late.ts");
`;

test("Every form of import is found with its line, and comments and texts are none.", () => {
  assert.deepEqual(
    listImports({ path: "src/x.ts", text: MODULE }).map(({ specifier, line, isType }) => [specifier, line, isType]),
    [
      ["typescript", 2, false],
      ["#lib/a.ts", 3, true],
      ["./b.ts", 4, true],
      ["./d.ts", 5, false],
      ["./side-effect.css", 6, false],
      ["./f.ts", 7, false],
      ["./g.ts", 8, true],
      ["./late-type.ts", 11, true],
      ["./late.ts", 12, false],
    ],
  );
});

test("Of a template the front matter and the scripts are read, with their lines.", () => {
  const text = `---
import A from "./A.astro";
---
<p>import { no } from "./markup.ts"</p>
<script>
  import "#client/keys.ts";
</script>
`;
  const file = { path: "src/components/B.astro", text };
  assert.deepEqual(
    listImports(file).map(({ specifier, line }) => [specifier, line]),
    [
      ["./A.astro", 2],
      ["#client/keys.ts", 6],
    ],
  );
  assert.doesNotMatch(extractScript(file), /markup/);
});

test("A missing comment is told of every kind of export and of fields.", () => {
  const text = `export function a() {}
/** Said. */
export function b() {}
export type C = string;
export const d = 1;
// Not a doc comment.
export class E {}
/** Said. */
export interface F {
  g: string;
  /** Said. */
  h: string;
}
interface Inner { i: string }
const inner = 1;
export { inner };
`;
  assert.deepEqual(listUndocumented({ path: "x.ts", text }), [
    "x.ts:1  a",
    "x.ts:4  C",
    "x.ts:5  d",
    "x.ts:7  E",
    "x.ts:10  F.g",
  ]);
});

test("TypeScript's tree and its own declarations are of the shapes that the rules are read from.", () => {
  const text = `export const a = 1, b = 2;
export function c() {}
export async function* d() {}
export class E {}
export type F = 1;
export interface G {}
export enum H {}
export default function i() {}
export { j } from "./j.ts";
const k = 1;
`;
  const lookAt = "TypeScript gives another tree: see listExports and nameDeclaration in e2e/house/syntax.ts.";
  assert.deepEqual(listExportedNames({ path: "src/x.ts", text }), [..."abcdEFGHi"], lookAt);
  const known = new Set(listUtilityTypes());
  for (const name of ["Record", "Partial", "Readonly", "ReturnType", "Awaited", "Array"]) {
    assert.ok(
      known.has(name),
      `${name}: lib.es5.d.ts is written otherwise now: see listUtilityTypes in e2e/house/syntax.ts.`,
    );
  }
});

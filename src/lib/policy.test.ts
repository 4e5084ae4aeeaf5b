import assert from "node:assert/strict";
import test from "node:test";
import { CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY_HEADER } from "./policy.ts";

test("The policy forbids what it does not name, allows nothing inline and no other host.", () => {
  assert.match(CONTENT_SECURITY_POLICY, /^default-src 'none';/);
  assert.doesNotMatch(CONTENT_SECURITY_POLICY, /unsafe-inline|'unsafe-eval'|https?:|data:|\*/);
});

test("The policy lets the search engine's WebAssembly run.", () => {
  assert.match(CONTENT_SECURITY_POLICY, /script-src 'self' 'wasm-unsafe-eval'/);
});

test("Only the header forbids framing, as browsers ignore that directive in a page.", () => {
  assert.doesNotMatch(CONTENT_SECURITY_POLICY, /frame-ancestors/);
  assert.equal(CONTENT_SECURITY_POLICY_HEADER, `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`);
});

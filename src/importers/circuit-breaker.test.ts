import assert from "node:assert/strict";
import { test } from "node:test";
import { makeCircuitBreaker } from "./circuit-breaker.ts";
import { RequestError } from "./request.ts";

const fog = new RequestError("status", "500", { status: 500 });

test("A service is away when it fails three questions in a row; an answer in between clears that.", () => {
  const breaker = makeCircuitBreaker();
  assert.deepEqual([breaker.fail(fog), breaker.fail(fog)], [false, false]);
  breaker.clear();
  assert.deepEqual([breaker.fail(fog), breaker.fail(fog), breaker.fail(fog)], [false, false, true]);
});

test("It is away at once when it cannot be reached, is silent, or wants to be left alone.", () => {
  for (const error of [
    new RequestError("unreachable", ""),
    new RequestError("timeout", ""),
    new RequestError("status", "", { status: 503, wantsRest: true }),
  ]) {
    assert.equal(makeCircuitBreaker().fail(error), true, error.kind);
  }
});

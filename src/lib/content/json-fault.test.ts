import assert from "node:assert/strict";
import { test } from "node:test";
import { describeJsonFault } from "./json-fault.ts";

/** The fault of a text that is not JSON. */
function find(source: string) {
  try {
    JSON.parse(source);
  } catch (error) {
    return describeJsonFault(error, source);
  }
  return assert.fail("it is JSON");
}

const LONG = `{"name": "${"x".repeat(40)}", `;

test("A fault within a long text is told with its place.", () => {
  const source = `${LONG}"count": }, "rest": "${"y".repeat(40)}"}`;
  assert.deepEqual(find(source), { reason: "Unexpected token '}'", position: source.indexOf("}") });
});

test("A fault near the beginning is told with its place.", () => {
  assert.deepEqual(find(`{'a": 1, "rest": "${"y".repeat(40)}"}`).position, 1);
});

test("A text that breaks off is faulty at its end.", () => {
  assert.deepEqual(find(LONG).position, LONG.length);
});

test("A fault without any hint has no place.", () => {
  assert.deepEqual(describeJsonFault(new Error("Something"), "x"), { reason: "Something" });
  assert.deepEqual(describeJsonFault(new Error('Bad, "abc" is not valid JSON'), "x"), { reason: "Bad" });
});

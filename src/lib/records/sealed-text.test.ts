import assert from "node:assert/strict";
import { test } from "node:test";
import { hashText, sealText, unsealText } from "./sealed-text.ts";

test("A sealed text comes back; one that was cut or changed does not.", () => {
  for (const text of ["", "tide", "high\nlow\n"]) {
    const sealed = sealText(text);
    assert.equal(unsealText(sealed), text);
    for (const damaged of ["", sealed.slice(0, -1), `x${sealed}`, `${sealed}x`, sealed.replace("\n", "")])
      assert.equal(unsealText(damaged), undefined, JSON.stringify(damaged));
  }
  assert.equal(hashText("tide").length, 64);
  assert.equal(hashText("tide", 12), hashText("tide").slice(0, 12));
});

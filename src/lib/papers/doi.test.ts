import assert from "node:assert/strict";
import { test } from "node:test";
import { isWebAddress } from "#lib/content/fields.ts";
import { findDoi, linkDoi } from "./doi.ts";

test("A DOI is found bare, with its scheme, and in addresses of doi.org.", () => {
  for (const text of [
    "10.9999/Invented.7",
    "doi:10.9999/Invented.7",
    "DOI: 10.9999/Invented.7 ",
    "https://doi.org/10.9999/Invented.7",
    "http://dx.doi.org/10.9999/Invented.7",
    "doi.org/10.9999/Invented%2E7",
  ]) {
    assert.equal(findDoi(text), "10.9999/Invented.7", text);
  }
  assert.equal(findDoi("10.9999/in\\_vented"), "10.9999/in_vented", "TeX's escapes are taken away");
});

test("What holds more or other than a DOI gives none.", () => {
  for (const text of [
    "",
    "10.9999",
    "10.12/short",
    "see 10.9999/x",
    "10.9999/x and 10.9999/y",
    "https://example.org/10.9999/x",
  ]) {
    assert.equal(findDoi(text), undefined, text);
  }
  assert.equal(findDoi("https://doi.org/10.9999/a%ZZ"), "10.9999/a%ZZ", "a broken escape does not throw");
});

test("The address of a DOI is one that may be followed, whatever signs the DOI has.", () => {
  const link = linkDoi("10.9999/(SICI)1<16::AID-1>3.0.CO;2-2");
  assert.equal(link, "https://doi.org/10.9999/(SICI)1%3C16::AID-1%3E3.0.CO;2-2");
  assert.ok(isWebAddress(link));
  assert.equal(findDoi(link), "10.9999/(SICI)1<16::AID-1>3.0.CO;2-2", "and leads back to it");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { linkCorrection } from "./correction.ts";

const ADDRESS = "https://digest.example/papers/2510.00001/";
/** The address for a paper whose title has what addresses treat as signs of their own. */
const link = (addresses: Parameters<typeof linkCorrection>[0]) => linkCorrection(addresses, "C++ & x=2?", ADDRESS);

/** What a form at an address is filled in with. */
function readForm(address: string | undefined): { at: string; fields: { [name: string]: string } } {
  const { origin, pathname, searchParams } = new URL(address ?? "");
  return { at: origin + pathname, fields: Object.fromEntries(searchParams) };
}

const BODY = `Page: ${ADDRESS}\n\nWhat it says:\n\nWhat the source says:\n`;

test("A repository gets an issue that is filled in.", () => {
  for (const repository of ["https://github.com/a/b", "https://github.com/a/b/", "https://github.com/a/b.git"]) {
    assert.deepEqual(readForm(link({ repository })), {
      at: "https://github.com/a/b/issues/new",
      fields: { title: "Correction: C++ & x=2?", body: BODY },
    });
  }
  for (const host of ["gitlab.com", "gitlab.university.example", "git.gitlab.example"]) {
    assert.deepEqual(readForm(link({ repository: `https://${host}/a/b` })), {
      at: `https://${host}/a/b/-/issues/new`,
      fields: { "issue[title]": "Correction: C++ & x=2?", "issue[description]": BODY },
    });
  }
});

test("A mail address gets the paper as its subject, in the way mail programs read it, and goes before a repository.", () => {
  const address = link({ corrections: "mailto:us@digest.example", repository: "https://github.com/a/b" }) ?? "";
  assert.ok(
    address.startsWith("mailto:us@digest.example?subject=Correction%3A%20C%2B%2B%20%26%20x%3D2%3F&body=Page%3A%20"),
  );
  assert.equal(address.includes("+"), false);
  assert.match(link({ corrections: "mailto:us@digest.example?cc=a@b.example" }) ?? "", /\?cc=a@b\.example&subject=/);
});

test("Any other address stands as it is, and there is none where nobody names one.", () => {
  const corrections = "https://digest.example/form?of=us";
  assert.equal(link({ corrections, repository: "https://github.com/a/b" }), corrections);
  assert.equal(link({}), undefined);
});

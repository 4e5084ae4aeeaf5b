import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { areSameId, foldId, isArxivId, monthOfId, normalizeId, type PaperId, parsePaperId, toSegment } from "./id.ts";

test("Every form of id is taken as it is.", () => {
  for (const id of [
    "2510.18821",
    "0704.0001",
    "hep-th/9901001",
    "math.GT/0309136",
    "doi:10.1000/182",
    "doi:10.1145/3571730.X(1)",
    "acl:2023.acl-long.1",
    "openreview:aBc_-9",
    "pmlr:v31/example31a",
    "jmlr:v31/31-7",
    "neurips:2031/0123456789abcdef0123456789abcdef",
    "cvf:Example_Sample_of_Harbours_CVPR_2031",
    "own:example-2031-sample-of-harbours",
  ]) {
    assert.equal(parsePaperId(id), id);
  }
});

test("What is no id is refused.", () => {
  for (const text of [
    "",
    "2510.18821v2",
    "2513.18821",
    "2500.18821",
    "2510.188",
    "2510.188211",
    "25101.8821",
    "arXiv:2510.18821",
    "hep-th/990100",
    "hep-th/9913001",
    "hep-th/99010011",
    "HEP-TH/9901001",
    "math.gt/0309136",
    "doi:11.1000/182",
    "doi:10.1/182",
    "doi:10.1000/",
    "doi:10.1000/a b",
    "acl:",
    "openreview: x",
    "isbn:1",
    "own:",
    "own:Example-2031",
    "own:example--2031",
    "own:example/2031",
    "2510.18821\n",
    // As a file's name it would be longer than file systems allow.
    `doi:10.1000/${"x".repeat(200)}`,
    `doi:10.1000/${"(".repeat(70)}`,
  ]) {
    assert.equal(parsePaperId(text), undefined, JSON.stringify(text));
  }
});

test("Only arXiv's ids are arXiv's.", () => {
  assert.deepEqual(["2510.18821", "hep-th/9901001", "doi:10.1000/182", "acl:x"].map(isArxivId), [
    true,
    true,
    false,
    false,
  ]);
});

test("An id is one segment of a file name or address.", () => {
  assert.equal(toSegment("2510.18821"), "2510.18821");
  assert.equal(toSegment("hep-th/9901001"), "hep-th_9901001");
  assert.equal(toSegment("math.GT/0309136"), "math.gt_0309136");
  assert.equal(toSegment("doi:10.1000/ABC(1)"), "doi--10.1000_abc~281~29");
  assert.equal(toSegment("acl:2023.acl-long.1"), "acl--2023.acl-long.1");
  assert.equal(toSegment("openreview:a:b~é🚢"), "openreview--a~3ab~7e~e9~1f6a2");
});

test("A segment is a name that every system can hold: what it cannot begin or end with is escaped.", () => {
  assert.equal(toSegment("acl:x."), "acl--x~2e");
  assert.equal(toSegment("doi:10.1000/x.."), "doi--10.1000_x.~2e");
  assert.equal(toSegment("aux.AB/9901001"), "~61ux.ab_9901001");
  assert.equal(toSegment("con.x"), "~63on.x");
});

test("A segment holds nothing that an address would have to escape.", () => {
  const anyId = fc.tuple(
    fc.constantFrom("doi:10.1000/", "acl:", "openreview:", ""),
    fc.string({ unit: "binary", minLength: 1 }),
  );
  fc.assert(
    fc.property(anyId, ([scheme, rest]) => {
      assert.match(toSegment(scheme + rest), /^[a-z0-9._~-]+$/);
    }),
  );
});

test("Ids in lower case without an underscore share a segment only when they are equal.", () => {
  const anyName = fc
    .string({ minLength: 1 })
    .filter((text) => !text.includes("_") && text === text.toLowerCase() && !text.includes("~"));
  fc.assert(
    fc.property(anyName, anyName, (a, b) => {
      assert.equal(toSegment(`acl:${a}`) === toSegment(`acl:${b}`), a === b);
    }),
  );
});

test("The month is read from arXiv's ids of either form.", () => {
  assert.equal(monthOfId("2510.18821"), "2025-10");
  assert.equal(monthOfId("0704.0001"), "2007-04");
  assert.equal(monthOfId("9912.00001"), "2099-12");
  assert.equal(monthOfId("hep-th/9901001"), "1999-01");
  assert.equal(monthOfId("hep-th/0612001"), "2006-12");
  assert.equal(monthOfId("doi:10.1000/9901001"), undefined);
  assert.equal(monthOfId("2513.18821"), undefined);
});

test("An id that may be written in several forms has one.", () => {
  const forms = {
    "math.GT/0309136": "math/0309136",
    "doi:10.9999/ABC": "doi:10.9999/abc",
    "acl:p99-1001": "acl:P99-1001",
    "acl:P99-1001v2": "acl:P99-1001",
    "acl:2031.ACL-Long.1v1": "acl:2031.acl-long.1",
    "openreview:aB_1": "openreview:aB_1",
  };
  for (const [id, one] of Object.entries(forms)) {
    assert.equal(normalizeId(id as PaperId), one);
    assert.ok(areSameId(id, one), id);
    assert.equal(normalizeId(one as PaperId), one);
  }
});

test("Two ids are one where a registry's DOI holds the other's id, and not where only letters of OpenReview's differ.", () => {
  assert.ok(areSameId("doi:10.18653/v1/P31-1001", "acl:P31-1001"));
  assert.ok(areSameId("doi:10.48550/arXiv.3101.00007", "3101.00007"));
  assert.ok(!areSameId("openreview:aB", "openreview:ab"));
  assert.ok(!areSameId("hep-th/9901001", "hep-ph/9901001"));
  assert.equal(foldId("doi:10.18653/v1/"), "doi:10.18653/v1/");
});

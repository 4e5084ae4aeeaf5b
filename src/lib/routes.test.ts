import assert from "node:assert/strict";
import { test } from "node:test";
import { slugifyAuthor } from "./papers/author.ts";
import { addresses, createRoutes, routes, toAbsolute } from "./routes.ts";

/** Every address there is, as the product names it. They are permanent: a line here is never changed. */
function listAddresses(all: ReturnType<typeof createRoutes>): string[] {
  return [
    all.front(),
    all.editions(),
    all.edition("2026-03-09"),
    all.editionRow("2026-03-09", "2510.18821"),
    all.editionWeek("2026-W11"),
    all.editionMonth("2026-03"),
    all.monthPart(all.archiveMonth("2025-10"), ["21", "2510.1"]),
    all.papers(),
    all.paper("2510.18821"),
    all.later("2510.18821"),
    all.tags(),
    all.tag("self-play"),
    all.tagMonth("self-play", "2025-10"),
    all.authors(),
    all.authorsBy("li"),
    all.author("ada-quay"),
    all.authorMonth("ada-quay", "2025-10"),
    all.organizations(),
    all.organizationsBy("0-3"),
    all.organization("quark-llm"),
    all.organizationMonth("quark-llm", "2025-10"),
    all.archive(),
    all.archiveYear("2025"),
    all.archiveMonth("2025-10"),
    all.archiveUndated(),
    all.archiveRow("undated", "doi:10.1/a"),
    all.trending(),
    all.search(),
    all.subscribe(),
    all.about(),
    all.feed(),
    all.file("theme.js"),
    all.page("/papers/hep-th_9901001/"),
    all.searchIndex(),
  ];
}

const ADDRESSES = [
  "/",
  "/editions/",
  "/editions/2026-03-09/",
  "/editions/2026-03-09/#2510.18821",
  "/editions/2026-W11/",
  "/editions/2026-03/",
  "/archive/2025-10/21/2510.1/",
  "/papers/",
  "/papers/2510.18821/",
  "/later/2510.18821.json",
  "/tags/",
  "/tags/self-play/",
  "/tags/self-play/2025-10/",
  "/authors/",
  "/authors/~li/",
  "/authors/ada-quay/",
  "/authors/ada-quay/2025-10/",
  "/organizations/",
  "/organizations/~0-3/",
  "/organizations/quark-llm/",
  "/organizations/quark-llm/2025-10/",
  "/archive/",
  "/archive/#year-2025",
  "/archive/2025-10/",
  "/archive/undated/",
  "/archive/undated/#doi--10.1_a",
  "/trending/",
  "/search/",
  "/subscribe/",
  "/about/",
  "/feeds/papers.xml",
  "/theme.js",
  "/papers/hep-th_9901001/",
  "/pagefind/",
];

test("The addresses are those that were published.", () => {
  assert.deepEqual(listAddresses(routes), ADDRESSES);
  assert.equal(Object.keys(routes).length, ADDRESSES.length, "every route stands in this test");
});

test("Under a base path every address begins with it, however it is written.", () => {
  const moved = ADDRESSES.map((address) => `/digest${address}`);
  for (const base of ["/digest/", "digest", "/digest"]) assert.deepEqual(listAddresses(createRoutes(base)), moved);
  for (const base of ["", "/"]) assert.deepEqual(listAddresses(createRoutes(base)), ADDRESSES);
});

test("A row in a part of a month is addressed there; a name that some system cannot hold is escaped.", () => {
  assert.equal(routes.archiveRow("2025-10", "2510.18821", ["21"]), "/archive/2025-10/21/#2510.18821");
  assert.equal(routes.archiveRow("undated", "doi:10.1/a", ["c", "con"]), "/archive/undated/c/~63on/#doi--10.1_a");
  assert.equal(routes.monthPart(routes.archiveMonth("undated"), ["c", "con"]), "/archive/undated/c/~63on/");
});

test("Ids become one segment of an address.", () => {
  assert.equal(routes.paper("hep-th/9901001"), "/papers/hep-th_9901001/");
  assert.equal(routes.paper("doi:10.1000/A(1)"), "/papers/doi--10.1000_a~281~29/");
  assert.equal(routes.author("李-明"), `/authors/${encodeURIComponent("李-明")}/`);
});

test("Names that some systems cannot hold are escaped.", () => {
  assert.equal(routes.organization("con"), "/organizations/~63on/");
  assert.equal(routes.organization("index.html"), "/organizations/~69ndex.html/");
  assert.equal(routes.organizationMonth("port.", "2025-10"), "/organizations/port~2e/2025-10/");
  assert.equal(routes.paper("acl:x."), "/papers/acl--x~2e/");
});

test("No author and no organisation has the address of an index.", () => {
  const names = ["con", "prn", "aux", "nul", "com1", "lpt9", "index.html", "b", "li", "0", "zhou"];
  const indexes = new Set(names.flatMap((name) => [routes.authorsBy(name), routes.organizationsBy(name)]));
  for (const name of names) assert.ok(!indexes.has(routes.author(slugifyAuthor(name))));
  for (const name of names) assert.ok(!indexes.has(routes.organization(name)));
});

test("Addresses in content are without base path, and as they read.", () => {
  assert.equal(addresses.author("李-明"), "/authors/李-明/");
  assert.equal(addresses.organization("con"), "/organizations/~63on/");
});

test("A whole address joins the host and the route, base path and all.", () => {
  const { paper } = createRoutes("/digest/");
  assert.equal(
    toAbsolute(paper("2510.18821"), "https://offprint.example"),
    "https://offprint.example/digest/papers/2510.18821/",
  );
  assert.equal(toAbsolute(routes.front(), new URL("https://offprint.example/elsewhere/")), "https://offprint.example/");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { makePaper } from "#scenes/paper-samples.ts";
import { listMoved } from "./moved.ts";
import { routes } from "./routes.ts";

const NONE = { papers: [], organizations: [], redirects: [], published: [], hasPage: () => false };

test("A paper's earlier ids lead to it.", () => {
  const paper = makePaper({ id: "2511.00001", previousIds: ["2510.00001", "doi:10.1000/x"] });
  assert.deepEqual(listMoved({ ...NONE, papers: [paper] }), [
    { path: "papers/2510.00001", to: "/papers/2511.00001/", reason: "This paper has another id now." },
    {
      path: "papers/doi--10.1000_x",
      to: "/papers/2511.00001/",
      reason: "This paper has another id now.",
    },
  ]);
});

test("What people wrote counts before what follows by rule.", () => {
  const paper = makePaper({ id: "2511.00001", previousIds: ["2510.00001"] });
  const redirect = { from: "/papers/2510.00001/", to: "/tags/planning/", date: "2026-03-09", reason: "Taken out." };
  assert.deepEqual(listMoved({ ...NONE, papers: [paper], redirects: [redirect] }), [
    {
      path: "papers/2510.00001",
      to: "/tags/planning/",
      reason: "Taken out. (9 March 2026)",
      target: "To the topic “planning”",
    },
  ]);
});

test("Another name of an organisation leads to its page, if it has one and the other name has none.", () => {
  const organizations = [
    { id: "port", name: "The Port", aliases: ["quay", "dock"] },
    { id: "pier", name: "The Pier", aliases: ["jetty"] },
  ];
  const live = new Set(["/organizations/port/", "/organizations/dock/"]);
  assert.deepEqual(
    listMoved({ ...NONE, organizations, hasPage: (address) => live.has(address) }).map(({ path, to }) => [path, to]),
    [["organizations/quay", "/organizations/port/"]],
  );
});

test("An author's page of which no paper is left leads to a search for the name; other pages are not guessed at.", () => {
  const published = ["/authors/ada-quay/", "/authors/ben-pier/", "/papers/2510.00001/"];
  assert.deepEqual(listMoved({ ...NONE, published, hasPage: (address) => address === "/authors/ben-pier/" }), [
    {
      path: "authors/ada-quay",
      to: "/search/?q=ada+quay",
      reason: "No paper here names this author any more.",
      target: "Search for “ada quay”",
    },
  ]);
});

test("A redirect to a paper that has no page of its own leads to its row.", () => {
  const paper = makePaper({ id: "2510.00001", published: "2025-10-02" });
  paper.row = routes.archiveRow("2025-10", "2510.00001");
  const redirect = { from: "/papers/2508.00008/", to: "/papers/2510.00001/", date: "2026-03-09", reason: "Doubled." };
  assert.deepEqual(
    listMoved({ ...NONE, papers: [paper], redirects: [redirect] }).map(({ to, target }) => [to, target]),
    [["/archive/2025-10/#2510.00001", `To “${paper.facts.title}”`]],
  );
});

test("The link of a redirect says what stands where it leads.", () => {
  const targets = [
    "/archive/",
    "/archive/2025-10/",
    "/editions/2026-03-09/",
    "/editions/",
    "/tags/self-play/",
    "/authors/x/",
  ];
  const redirects = targets.map((to, index) => ({
    from: `/papers/${index}/`,
    to,
    date: "2026-03-09",
    reason: "Gone.",
  }));
  assert.deepEqual(
    listMoved({ ...NONE, redirects }).map(({ target }) => target),
    [
      "To the archive",
      "To the archive",
      "To the edition of 9 March 2026",
      "To /editions/",
      "To the topic “self play”",
      "To /authors/x/",
    ],
  );
});

import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { after, before, beforeEach, test } from "node:test";
import { makeSampleFeed } from "#scenes/arxiv-service.ts";
import { readCase } from "#scenes/cases.ts";
import { makeFakeClock } from "#scenes/fake-clock.ts";
import { type Loopback, startLoopback } from "#scenes/loopback.ts";
import { RequestError, type Send } from "../request.ts";
import { retryWithBackoff } from "../retry.ts";
import { makeSend } from "../send.ts";
import { ARXIV, ARXIV_BATCH, fetchArxiv, fetchArxivPage } from "./fetch.ts";

const ERROR_FEED = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>';

let server: Loopback;
let asked: IncomingMessage[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

before(async () => {
  server = await startLoopback((request, response) => {
    asked.push(request);
    answer(request, response);
  });
});
beforeEach(() => {
  process.env["ARXIV_API"] = `${server.address}/api/query`;
  asked = [];
  answer = (_, response) => response.end("<feed>Größe</feed>");
});
after(() => server.close());

const options = { send: makeSend(), today: "2026-11-22" };

async function fail(attempt: Promise<unknown>): Promise<RequestError> {
  try {
    await attempt;
  } catch (error) {
    assert.ok(error instanceof RequestError, String(error));
    assert.equal(error.stack, undefined, "no stack trace is meant for readers");
    return error;
  }
  throw assert.fail("nothing was thrown");
}

test("Several papers are asked for at once, by a client that says who it is.", async () => {
  const source = await fetchArxiv(["2510.18821", "hep-th/9901001"], options);
  assert.deepEqual(source, {
    file: `${server.address}/api/query`,
    text: "<feed>Größe</feed>",
    retrieved: "2026-11-22",
  });
  assert.equal(asked.length, 1);
  assert.equal(asked[0]?.url, "/api/query?id_list=2510.18821,hep-th%2F9901001&max_results=2");
  assert.match(asked[0]?.headers["user-agent"] ?? "", /^Offprint\//);
});

test("None, or more than a hundred, are not asked for.", async () => {
  await assert.rejects(fetchArxiv([], options), RangeError);
  await assert.rejects(fetchArxiv(Array(ARXIV_BATCH + 1).fill("2510.18821"), options), RangeError);
  assert.equal(asked.length, 0);
});

test("An answer that is no answer is told with its status, and whether asking again may help.", async () => {
  answer = (_, response) => response.writeHead(503, { "Retry-After": "40" }).end("<html>busy</html>");
  const busy = await fail(fetchArxiv(["2510.18821"], options));
  assert.deepEqual([busy.kind, busy.status], ["status", 503]);
  assert.equal(busy.message, "arXiv answered 503 Service Unavailable. Try again later.");
  answer = (_, response) => response.writeHead(403).end();
  const forbidden = await fail(fetchArxiv(["2510.18821"], options));
  assert.match(forbidden.message, /403 Forbidden\. Asking again will not help\.$/);
});

test("What arXiv says of a wrong question is read, though its status is 400.", async () => {
  answer = (_, response) => response.writeHead(400).end(ERROR_FEED);
  assert.equal((await fetchArxiv(["2510.18821"], options)).text, ERROR_FEED);
  answer = (_, response) => response.writeHead(400).end("<html>Bad Request</html>");
  assert.equal((await fail(fetchArxiv(["2510.18821"], options))).status, 400);
});

test("An address that is none is not asked.", async () => {
  process.env["ARXIV_API"] = "file:///etc/passwd";
  const error = await fail(fetchArxiv(["2510.18821"], options));
  assert.equal(error.message, 'ARXIV_API is to be an http or https address, not "file:///etc/passwd".');
});

test("Without the variable arXiv itself is meant, once in three seconds.", async () => {
  delete process.env["ARXIV_API"];
  const send: Send = async ({ address }) => ({ status: 200, statusText: "OK", text: address });
  const source = await fetchArxiv(["2510.18821"], { ...options, send });
  assert.equal(source.text, "https://export.arxiv.org/api/query?id_list=2510.18821&max_results=1");
  assert.equal(source.file, "https://export.arxiv.org/api/query");
  assert.equal(ARXIV.pauseMs, 3000);
});

const SEARCH = { query: "cat:cs.CL OR cat:cs.LG", from: "2031-03-01", to: "2031-03-02", start: 0, size: 200 };
const PAPERS = [1, 2].map((number) => ({ id: `3103.0000${number}`, day: "2031-03-01" }));

test("A page of a search is asked for by whole days, the oldest first, and says how much it holds.", async () => {
  answer = (_, response) => response.end(makeSampleFeed(PAPERS, 814));
  const page = await fetchArxivPage({ ...SEARCH, start: 400 }, options);
  assert.deepEqual([page.held, page.total], [2, 814]);
  assert.equal(page.source.file, "arXiv, 2031-03-01 to 2031-03-02, papers 401 to 600");
  const { searchParams } = new URL(asked[0]?.url ?? "", server.address);
  assert.deepEqual(Object.fromEntries(searchParams), {
    search_query: "(cat:cs.CL OR cat:cs.LG) AND submittedDate:[203103010000 TO 203103022359]",
    start: "400",
    max_results: "200",
    sortBy: "submittedDate",
    sortOrder: "ascending",
  });
});

/** Answers these texts one after the other, the last again and again. */
function answerInTurn(...texts: string[]): void {
  answer = (_, response) => response.end(texts[Math.min(asked.length, texts.length) - 1]);
}

test("A page that is not what was announced is asked for again: an empty one, one that tells no total.", async () => {
  const send = retryWithBackoff(makeSend(), { clock: makeFakeClock("2031-03-04T10:00:00Z"), random: () => 0 });
  const good = makeSampleFeed(PAPERS, 402);
  for (const fault of [
    makeSampleFeed([], 402),
    makeSampleFeed([], 0),
    good.replace("totalResults", "total"),
    "<feed>",
  ]) {
    asked = [];
    answerInTurn(fault, good);
    const page = await fetchArxivPage({ ...SEARCH, start: 400 }, { ...options, send });
    assert.deepEqual([asked.length, page.held], [2, 2], fault);
  }
});

test("A search that finds nothing is believed the second time; an error that arXiv tells, at once.", async () => {
  const send = retryWithBackoff(makeSend(), { clock: makeFakeClock("2031-03-04T10:00:00Z"), random: () => 0 });
  const none = makeSampleFeed([], 0);
  answerInTurn(none, makeSampleFeed(PAPERS, 2));
  assert.equal((await fetchArxivPage(SEARCH, { ...options, send })).held, 2);
  asked = [];
  answerInTurn(none);
  assert.deepEqual([(await fetchArxivPage(SEARCH, { ...options, send })).held, asked.length], [0, 2]);
  asked = [];
  answerInTurn(readCase("arxiv/error.xml"));
  assert.deepEqual([(await fetchArxivPage(SEARCH, { ...options, send })).total, asked.length], [0, 1]);
});

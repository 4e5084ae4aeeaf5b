import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { after, before, beforeEach, test } from "node:test";
import { type Loopback, startLoopback } from "../loopback.ts";
import { makePace, type Pace } from "../pace.ts";
import { RequestError, sendRequest } from "../request.ts";
import { ARXIV_BATCH, fetchArxiv } from "./fetch.ts";

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

/** At once: what the pace is, is told by pace.test.ts. */
const pace: Pace = (task) => task();
const options = { pace, today: "2026-11-22" };

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

test("Every question waits for its turn.", async () => {
  const waited: number[] = [];
  const slow = makePace(3000, { now: () => 0, wait: async (ms) => void waited.push(ms) });
  await Promise.all([1, 2].map(() => fetchArxiv(["2510.18821"], { ...options, pace: slow })));
  assert.deepEqual([asked.length, waited], [2, [3000]]);
});

test("An answer that is no answer is told with its status, and whether asking again may help.", async () => {
  answer = (_, response) => response.writeHead(503, { "Retry-After": "40" }).end("<html>busy</html>");
  const busy = await fail(fetchArxiv(["2510.18821"], options));
  assert.deepEqual([busy.kind, busy.status], ["status", 503]);
  assert.match(
    busy.message,
    /^arXiv answered 503 Service Unavailable\. Try again later; it asks to be left alone for 40 seconds\.$/,
  );
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

test("A server that says nothing, or stops in the midst of it, is waited for so long and no longer.", async () => {
  for (const silence of [
    (_: IncomingMessage, response: ServerResponse) => void setTimeout(() => response.end(), 2000).unref(),
    (_: IncomingMessage, response: ServerResponse) => {
      response.writeHead(200).write("<feed>");
      setTimeout(() => response.end(), 2000).unref();
    },
  ]) {
    answer = silence;
    const error = await fail(fetchArxiv(["2510.18821"], { ...options, timeoutMs: 100 }));
    assert.equal(error.kind, "timeout");
    assert.match(error.message, /^arXiv \(127\.0\.0\.1:\d+\) did not answer within 0\.1 seconds\. Try again later\.$/);
  }
});

test("Without a network, or when the connection breaks, the host and the reason are named.", async () => {
  answer = (request) => request.socket.destroy();
  const broken = await fail(fetchArxiv(["2510.18821"], options));
  assert.equal(broken.kind, "unreachable");
  assert.match(broken.message, /^arXiv \(127\.0\.0\.1:\d+\) could not be reached: the connection broke off/);
  const gone = await startLoopback(() => undefined);
  await gone.close();
  process.env["ARXIV_API"] = gone.address;
  const refused = await fail(fetchArxiv(["2510.18821"], options));
  assert.match(
    refused.message,
    /the connection was refused \(ECONNREFUSED\)\. .* ARXIV_API can name another address\.$/,
  );
  assert.equal(refused.message.includes("\n"), false);
});

test("An address that is none is not asked.", async () => {
  process.env["ARXIV_API"] = "file:///etc/passwd";
  const error = await fail(fetchArxiv(["2510.18821"], options));
  assert.equal(error.message, 'ARXIV_API is to be an http or https address, not "file:///etc/passwd".');
});

test("Without the variable arXiv itself is meant; what sends the question can be exchanged.", async () => {
  delete process.env["ARXIV_API"];
  const source = await fetchArxiv(["2510.18821"], {
    ...options,
    send: async (_, address) => ({ status: 200, statusText: "OK", text: address }),
  });
  assert.equal(source.text, "https://export.arxiv.org/api/query?id_list=2510.18821&max_results=1");
  assert.equal(source.file, "https://export.arxiv.org/api/query");
  const followed = await startLoopback((_, response) => response.end("moved"));
  answer = (_, response) => response.writeHead(301, { Location: followed.address }).end();
  const { text } = await sendRequest({ name: "", address: "", variable: "" }, server.address, 10_000);
  await followed.close();
  assert.equal(text, "moved");
});

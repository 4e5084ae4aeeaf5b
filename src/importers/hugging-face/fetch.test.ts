import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Loopback, startLoopback } from "#scenes/loopback.ts";
import { RequestError } from "../request.ts";
import { makeSend } from "../send.ts";
import { fetchHuggingFace, fetchHuggingFaceDay } from "./fetch.ts";

const options = { send: makeSend(), today: "2026-11-22" };

let server: Loopback;
const asked: string[] = [];

before(async () => {
  server = await startLoopback((request, response) => {
    asked.push(`${request.url} ${request.headers["user-agent"]?.split("/")[0]}`);
    if (request.url?.endsWith("/2510.00404")) response.writeHead(404).end('{"error":"Paper not found"}');
    else if (request.url?.endsWith("/2510.00500")) response.writeHead(500).end();
    else response.end('{"id":"2510.18821"}');
  });
  process.env["HF_API"] = `${server.address}/api/`;
});
after(() => server.close());

test("One paper is asked for by its id.", async () => {
  assert.deepEqual(await fetchHuggingFace("2510.18821", options), {
    file: `${server.address}/api/papers/2510.18821`,
    text: '{"id":"2510.18821"}',
    retrieved: "2026-11-22",
  });
  await fetchHuggingFace("hep-th/9901001", options);
  assert.deepEqual(asked.splice(0), ["/api/papers/2510.18821 Offprint", "/api/papers/hep-th/9901001 Offprint"]);
});

test("A paper that Hugging Face does not have is none, and one without an arXiv id is not asked for.", async () => {
  assert.equal(await fetchHuggingFace("2510.00404", options), undefined);
  assert.equal(asked.splice(0).length, 1);
  assert.equal(await fetchHuggingFace("doi:10.1000/182", options), undefined);
  assert.deepEqual(asked, []);
});

test("Any other answer is an error.", async () => {
  await assert.rejects(fetchHuggingFace("2510.00500", options), (error) => {
    assert.ok(error instanceof RequestError);
    assert.equal(error.message, "Hugging Face answered 500 Internal Server Error. Try again later.");
    return true;
  });
});

test("A day is asked for by its date, a hundred papers at most.", async () => {
  asked.length = 0;
  const { file, retrieved } = await fetchHuggingFaceDay("2026-07-04", options);
  assert.equal(file, `${server.address}/api/daily_papers?date=2026-07-04&limit=100`);
  assert.equal(retrieved, "2026-11-22");
  assert.deepEqual(asked, ["/api/daily_papers?date=2026-07-04&limit=100 Offprint"]);
});

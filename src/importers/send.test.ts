import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { makeFakeClock } from "#scenes/fake-clock.ts";
import { type Loopback, startLoopback } from "#scenes/loopback.ts";
import { ARXIV } from "./arxiv/fetch.ts";
import { HUGGING_FACE } from "./hugging-face/fetch.ts";
import { mayFollow } from "./redirection.ts";
import { RequestError, type Service } from "./request.ts";
import { makeSend } from "./send.ts";

const SERVICE = { name: "Harbour", address: "", variable: "HARBOUR_API", pauseMs: 0 };
const clock = makeFakeClock("2031-03-04T10:00:00Z");
let server: Loopback;
let listener: RequestListener = () => undefined;

before(async () => {
  server = await startLoopback((request, response) => listener(request, response));
});
after(() => server.close());

/** Sends one question to a server that answers like this. */
async function ask(answer: RequestListener, mostBytes?: number) {
  listener = answer;
  const question = { service: SERVICE, address: server.address, judge: () => undefined };
  return makeSend(clock, mostBytes)(question);
}

async function fail(answer: RequestListener, mostBytes?: number): Promise<RequestError> {
  try {
    await ask(answer, mostBytes);
  } catch (error) {
    assert.ok(error instanceof RequestError, String(error));
    assert.equal(error.stack, undefined, "no stack trace is meant for readers");
    assert.equal(error.message.includes("\n"), false);
    return error;
  }
  throw assert.fail("nothing was thrown");
}

test("An answer comes with status, text and wish to be left alone, whatever its status; it may be packed.", async () => {
  const busy = await ask((_, response) => response.writeHead(503, { "Retry-After": "40" }).end("Größe"));
  assert.deepEqual(busy, { status: 503, statusText: "Service Unavailable", text: "Größe", retryAfter: "40" });
  const packed = await ask((_, response) => {
    response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync("\uFEFFGröße"));
  });
  assert.deepEqual(packed, { status: 200, statusText: "OK", text: "Größe" });
});

test("Letters that fall between two pieces of an answer stay whole.", async () => {
  const bytes = Buffer.from("a€b");
  const { text } = await ask((_, response) => {
    response.write(bytes.subarray(0, 2), () => setImmediate(() => response.end(bytes.subarray(2))));
  });
  assert.equal(text, "a€b");
});

test("A server that says nothing, or stops in the midst of it, is waited for so long and no longer.", async () => {
  const silences: RequestListener[] = [
    () => clock.expire(),
    (_, response) => response.writeHead(200, { "Content-Length": 100 }).write("<feed>", () => clock.expire()),
  ];
  for (const silence of silences) {
    const error = await fail(silence);
    assert.deepEqual([error.kind, error.isPassing], ["timeout", true]);
    assert.match(error.message, /^Harbour \(127\.0\.0\.1:\d+\) did not answer within 30 seconds\. Try again later\.$/);
  }
});

test("A connection that breaks, before the answer or in it, is told as broken, not as an answer.", async () => {
  const breaks: RequestListener[] = [
    (request) => request.socket.destroy(),
    (request) => request.socket.resetAndDestroy(),
    (request, response) => {
      response.writeHead(200, { "Content-Length": 100 }).write("<feed>", () => request.socket.destroy());
    },
    (request) => request.socket.end("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<feed>"),
    (request) => request.socket.end("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n<feed>\r\n"),
  ];
  for (const broken of breaks) {
    const error = await fail(broken);
    assert.deepEqual([error.kind, error.isPassing], ["unreachable", true]);
    assert.match(error.message, /^Harbour \(127\.0\.0\.1:\d+\) could not be reached: the connection broke off/);
    assert.match(error.message, /HARBOUR_API can name another address\.$/);
  }
});

test("What is no HTTP, or packed wrongly, is told in words.", async () => {
  const garbled = await fail((request) => request.socket.end("SSH-2.0-harbour\r\n"));
  assert.match(garbled.message, /could not be reached: Response does not match the HTTP\/1\.1 protocol/);
  const packed = await fail((_, response) => response.writeHead(200, { "Content-Encoding": "gzip" }).end("no gzip"));
  assert.equal(packed.message, "Harbour answered with something packed that cannot be unpacked. Try again later.");
});

test("An answer that is too large, unpacked, is not read to its end.", async () => {
  const small = await ask((_, response) => response.end("x".repeat(1_000_000)), 1_000_000);
  assert.equal(small.text.length, 1_000_000);
  const large = await fail((_, response) => {
    response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync("x".repeat(1_000_001)));
  }, 1_000_000);
  assert.deepEqual([large.kind, large.isPassing], ["large", false]);
  assert.equal(large.message, "Harbour answered with more than 1 MB, which is not read. Ask for less at once.");
});

test("A server that has gone is told with what to look at.", async () => {
  const gone = await startLoopback(() => undefined);
  await gone.close();
  const question = { service: SERVICE, address: gone.address, judge: () => undefined };
  await assert.rejects(makeSend(clock)(question), /the connection was refused \(ECONNREFUSED\)\. Look whether/);
});

test("Redirections are followed.", async () => {
  const { text } = await ask((request, response) => {
    if (request.url === "/there") response.end("moved");
    else response.writeHead(301, { Location: "/there" }).end();
  });
  assert.equal(text, "moved");
});

test("A redirection is followed within the service that was asked, and nowhere else.", async () => {
  let strangers = 0;
  const stranger = await startLoopback((_, response) => {
    strangers += 1;
    response.end("of another");
  });
  const sendOn = (location: string, status = 302): RequestListener => {
    return ({ url }, response) =>
      url === "/" ? response.writeHead(status, { Location: location }).end() : response.end(`own ${url}`);
  };
  for (const status of [301, 302, 303, 307, 308]) {
    assert.equal((await ask(sendOn("/moved", status))).text, "own /moved");
    assert.equal((await ask(sendOn(`${server.address}/moved?a=b`, status))).text, "own /moved?a=b");
  }
  const { port } = new URL(server.address);
  const others = [
    stranger.address,
    stranger.address.replace("http:", ""),
    `http://localhost:${port}/moved`,
    `https://127.0.0.1:${port}/moved`,
    "https://example.org/",
    "https://arxiv.org/abs/2510.18821",
    "file:///etc/hostname",
    "data:text/plain,own",
    "http://[",
  ];
  for (const other of others) {
    const error = await fail(sendOn(other));
    assert.match(
      error.message,
      /^Harbour \(127\.0\.0\.1:\d+\) sends on to .+, which is not its own and is not asked\. /,
      other,
    );
    assert.deepEqual([error.kind, error.isPassing], ["unreachable", false]);
  }
  assert.equal(strangers, 0);
  await stranger.close();
});

test("arXiv and Hugging Face may send on to their other hosts, but not off https, nor to hosts with like names.", () => {
  const judge = (service: Service, from: string, to: string) => mayFollow(service, new URL(from), new URL(to));
  const arxiv = "https://export.arxiv.org/api/query?id_list=1";
  for (const to of ["https://export.arxiv.org/x", "https://arxiv.org/api/query", "https://api.arxiv.org/"]) {
    assert.equal(judge(ARXIV, arxiv, to), true, to);
  }
  const foreign = [
    "http://export.arxiv.org/x",
    "https://arxiv.org.example.org/",
    "https://myarxiv.org/",
    "https://arxiv.org:8443/",
    "https://huggingface.co/",
    "https://a:b@arxiv.org/",
  ];
  for (const to of foreign) assert.equal(judge(ARXIV, arxiv, to), false, to);
  assert.equal(judge(ARXIV, "http://export.arxiv.org/api/query", "https://export.arxiv.org/api/query"), true);
  assert.equal(judge(ARXIV, "https://mirror.example.org/api", "https://arxiv.org/api"), false);
  assert.equal(judge(HUGGING_FACE, "https://huggingface.co/api/papers/1", "https://hf.co/api/papers/1"), true);
  assert.equal(judge(HUGGING_FACE, "https://huggingface.co/api/papers/1", "https://cdn-lfs.hf.co/x"), true);
  assert.equal(judge(HUGGING_FACE, "https://huggingface.co/api/papers/1", "https://arxiv.org/x"), false);
});

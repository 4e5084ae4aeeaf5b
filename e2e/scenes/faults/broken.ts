/** Connections that break, and answers that are not what was asked for. */
import { gzipSync } from "node:zlib";
import { makeSampleFeed } from "../arxiv-service.ts";
import { type FaultCase, type Misbehave, PAGE, PAPERS } from "./fault.ts";

const FEED = makeSampleFeed(PAPERS, 2);

const say =
  (body: string | Buffer, headers: { [name: string]: string } = {}): Misbehave =>
  (response) =>
    response.writeHead(200, headers).end(body);
const silence: Misbehave = (_, __, clock) => clock.expire();
const half: Misbehave = (response, request) => {
  response.writeHead(200, { "Content-Length": FEED.length }).write(FEED.slice(0, 200), () => request.socket.destroy());
};

/** The faults. Waits are those of the seed 4: 3, 6, 12 and 24 seconds, each up to a fifth longer. */
export const BROKEN_FAULTS: FaultCase[] = [
  {
    fault: "silence, once",
    misbehave: silence,
    times: 1,
    asked: 2,
    waited: 3.554,
    code: 0,
    told: "arXiv (HOST) did not answer within 30 seconds. Asking again in 4 s (try 2 of 5).",
  },
  {
    fault: "silence, for ever",
    misbehave: silence,
    asked: 5,
    waited: 46.879,
    code: 1,
    told: "arXiv (HOST) did not answer within 30 seconds. Try again later. It was asked 5 times within 197 seconds.",
  },
  {
    fault: "silence in the midst of the answer, once",
    misbehave: (response, _, clock) => response.writeHead(200).write("<feed>", () => clock.expire()),
    times: 1,
    asked: 2,
    waited: 3.554,
    code: 0,
    told: "arXiv (HOST) did not answer within 30 seconds. Asking again in 4 s (try 2 of 5).",
  },
  {
    fault: "connection reset before the answer, once",
    misbehave: (_, request) => request.socket.resetAndDestroy(),
    times: 1,
    asked: 2,
    waited: 3.554,
    code: 0,
    told: "arXiv (HOST) could not be reached: the connection broke off (ECONNRESET). Asking again in 4 s (try 2 of 5).",
  },
  {
    fault: "connection reset, for ever",
    misbehave: (_, request) => request.socket.resetAndDestroy(),
    asked: 5,
    waited: 46.879,
    code: 1,
    told: "arXiv (HOST) could not be reached: the connection broke off (ECONNRESET). Look whether this machine is on the network; ARXIV_API can name another address. It was asked 5 times within 47 seconds.",
  },
  {
    fault: "shorter than its Content-Length, twice",
    misbehave: half,
    times: 2,
    asked: 3,
    waited: 9.954,
    code: 0,
    told: "arXiv (HOST) could not be reached: the connection broke off (UND_ERR_SOCKET). Asking again in 7 s (try 3 of 5).",
  },
  {
    fault: "feed cut in the middle, without a sign of it, once",
    misbehave: say(FEED.slice(0, 700)),
    times: 1,
    asked: 2,
    waited: 3.554,
    code: 0,
    told: "arXiv answered with a feed that breaks off. Asking again in 4 s (try 2 of 5).",
  },
  {
    fault: "feed cut in the middle, for ever",
    misbehave: say(FEED.slice(0, 700)),
    asked: 5,
    waited: 46.879,
    code: 1,
    told: "arXiv answered with a feed that breaks off. Try again later. It was asked 5 times within 47 seconds.",
  },
  {
    fault: "no text at all, once",
    misbehave: say(""),
    times: 1,
    asked: 2,
    waited: 3.554,
    code: 0,
    told: "arXiv answered with nothing at all. Asking again in 4 s (try 2 of 5).",
  },
  {
    fault: "a proxy's page of HTML, once",
    misbehave: say(PAGE),
    times: 1,
    asked: 2,
    waited: 3.554,
    code: 0,
    told: "arXiv answered with a page of HTML called “Harbour Wi-Fi: log in”. Asking again in 4 s (try 2 of 5).",
  },
  {
    fault: "a proxy's page of HTML, for ever",
    misbehave: say(PAGE),
    asked: 5,
    waited: 46.879,
    code: 1,
    told: "arXiv answered with a page of HTML called “Harbour Wi-Fi: log in”. Try again later. It was asked 5 times within 47 seconds.",
  },
  {
    fault: "JSON instead of a feed, once",
    misbehave: say('{"error":"busy"}'),
    times: 1,
    asked: 2,
    waited: 3.554,
    code: 0,
    told: "arXiv answered with something that is no feed. Asking again in 4 s (try 2 of 5).",
  },
  {
    fault: "packed wrongly, once",
    misbehave: say("no gzip", { "Content-Encoding": "gzip" }),
    times: 1,
    asked: 2,
    waited: 3.554,
    code: 0,
    told: "arXiv answered with something packed that cannot be unpacked. Asking again in 4 s (try 2 of 5).",
  },
  {
    fault: "packed 10 MB of spaces, where 1 MB is read",
    misbehave: say(gzipSync(" ".repeat(10_000_000)), { "Content-Encoding": "gzip" }),
    asked: 1,
    waited: 0,
    code: 1,
    told: "arXiv answered with more than 1 MB, which is not read. Ask for less at once.",
  },
  {
    fault: "no HTTP, once",
    misbehave: (_, request) => request.socket.end("SSH-2.0\r\n"),
    times: 1,
    asked: 2,
    waited: 3.554,
    code: 0,
    told: "arXiv (HOST) could not be reached: Response does not match the HTTP/1.1 protocol (Expected HTTP/, RTSP/ or ICE/). Asking again in 4 s (try 2 of 5).",
  },
  {
    fault: "redirections in a circle, for ever",
    misbehave: (response, request) => response.writeHead(302, { Location: request.url }).end(),
    asked: 21,
    waited: 0,
    code: 1,
    told: "arXiv (HOST) could not be reached: it redirects in a circle.",
  },
  {
    fault: "an empty page that announces papers, once",
    misbehave: say(makeSampleFeed([], 2)),
    times: 1,
    asked: 2,
    waited: 3.554,
    code: 0,
    told: "arXiv answered with an empty page where it had announced 2 papers. Asking again in 4 s (try 2 of 5).",
  },
  {
    fault: "a search that found nothing, once, wrongly",
    misbehave: say(makeSampleFeed([], 0)),
    times: 1,
    asked: 2,
    waited: 3.554,
    code: 0,
    told: "arXiv answered with a search that found nothing. Asking again in 4 s (try 2 of 5).",
  },
  {
    fault: "a short page, once",
    misbehave: say(makeSampleFeed(PAPERS.slice(0, 1), 2)),
    times: 1,
    asked: 2,
    waited: 3,
    code: 0,
    told: "",
  },
];

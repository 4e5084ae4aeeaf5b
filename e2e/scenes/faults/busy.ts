/** A service that says that it is busy, that it will not, or that it did not understand. */
import { readCase } from "../cases.ts";
import { type FaultCase, type Misbehave, PAGE } from "./fault.ts";

const ERROR_FEED = readCase("arxiv/error.xml");
let turn = 0;

const status =
  (code: number, headers: { [name: string]: string } = {}, body = ""): Misbehave =>
  (response) =>
    response.writeHead(code, headers).end(body);

/** The faults. Waits are those of the seed 4: 3, 6, 12 and 24 seconds, each up to a fifth longer. */
export const BUSY_FAULTS: FaultCase[] = [
  {
    fault: "503, once",
    misbehave: status(503),
    times: 1,
    asked: 2,
    waited: 3.554,
    code: 0,
    told: "arXiv answered 503 Service Unavailable. Asking again in 4 s (try 2 of 5).",
  },
  {
    fault: "503, four times",
    misbehave: status(503),
    times: 4,
    asked: 5,
    waited: 46.879,
    code: 0,
    told: "arXiv answered 503 Service Unavailable. Asking again in 25 s (try 5 of 5).",
  },
  {
    fault: "503, for ever",
    misbehave: status(503),
    asked: 5,
    waited: 46.879,
    code: 1,
    told: "arXiv answered 503 Service Unavailable. Try again later. It was asked 5 times within 47 seconds.",
  },
  {
    fault: "500, 502, 504, one after the other",
    misbehave: (response) => response.writeHead([500, 502, 504][turn++ % 3] ?? 500).end(PAGE),
    times: 3,
    asked: 4,
    waited: 22.486,
    code: 0,
    told: "arXiv answered 504 Gateway Timeout. Asking again in 13 s (try 4 of 5).",
  },
  {
    fault: "429 without a wish, once",
    misbehave: status(429),
    times: 1,
    asked: 2,
    waited: 3.554,
    code: 0,
    told: "arXiv answered 429 Too Many Requests. Asking again in 4 s (try 2 of 5).",
  },
  {
    fault: "429 with Retry-After: 120, once",
    misbehave: status(429, { "Retry-After": "120" }),
    times: 1,
    asked: 2,
    waited: 120,
    code: 0,
    told: "arXiv answered 429 Too Many Requests. Asking again in 120 s (try 2 of 5).",
  },
  {
    fault: "503 with Retry-After: a date in 5 minutes, once",
    misbehave: status(503, { "Retry-After": "Tue, 04 Mar 2031 10:05:00 GMT" }),
    times: 1,
    asked: 2,
    waited: 300,
    code: 0,
    told: "arXiv answered 503 Service Unavailable. Asking again in 300 s (try 2 of 5).",
  },
  {
    fault: "503 with Retry-After: 300, for ever",
    misbehave: status(503, { "Retry-After": "300" }),
    asked: 4,
    waited: 900,
    code: 1,
    told: "arXiv answered 503 Service Unavailable. It was asked 4 times within 900 seconds. It asks to be left alone: come back after 4 March 2031, 10:20 UTC.",
  },
  {
    fault: "429 with Retry-After: 7200",
    misbehave: status(429, { "Retry-After": "7200" }),
    asked: 1,
    waited: 0,
    code: 1,
    told: "arXiv answered 429 Too Many Requests. It asks to be left alone: come back after 4 March 2031, 12:00 UTC.",
  },
  {
    fault: "503 with Retry-After: soon",
    misbehave: status(503, { "Retry-After": "soon" }),
    times: 1,
    asked: 2,
    waited: 3.554,
    code: 0,
    told: "arXiv answered 503 Service Unavailable. Asking again in 4 s (try 2 of 5).",
  },
  {
    fault: "403",
    misbehave: status(403),
    asked: 1,
    waited: 0,
    code: 1,
    told: "arXiv answered 403 Forbidden. Asking again will not help.",
  },
  {
    fault: "404 with a page of HTML",
    misbehave: status(404, {}, PAGE),
    asked: 1,
    waited: 0,
    code: 1,
    told: "arXiv answered 404 Not Found. Asking again will not help.",
  },
  {
    fault: "400 with arXiv's error feed",
    misbehave: status(400, {}, ERROR_FEED),
    asked: 1,
    waited: 0,
    code: 1,
    told: "arXiv, 2031-03-01 to 2031-03-02, papers 1 to 200:5  feed.entry[0]: arXiv answered with an error",
  },
  {
    fault: "200 with arXiv's error feed",
    misbehave: status(200, {}, ERROR_FEED),
    asked: 1,
    waited: 0,
    code: 1,
    told: "arXiv, 2031-03-01 to 2031-03-02, papers 1 to 200:5  feed.entry[0]: arXiv answered with an error",
  },
];

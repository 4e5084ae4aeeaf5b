import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { makeImport } from "#tools/commands/import.ts";
import { CACHE_FOLDER, PROJECT_FOLDER } from "#tools/folders.ts";
import { answerSample, makeSampleFeed, type ServedPaper } from "../scenes/arxiv-service.ts";
import { runCaptured } from "../scenes/captured-run.ts";
import { type FakeClock, makeFakeClock } from "../scenes/fake-clock.ts";
import { type Loopback, startLoopback } from "../scenes/loopback.ts";
import { findSharedData } from "../scenes/shared-data.ts";

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "import-network-test-"));
let server: Loopback;
let asked: string[] = [];
let answer: (address: string, response: ServerResponse) => void;
let clock: FakeClock;

before(async () => {
  server = await startLoopback((request, response) => {
    const address = request.url ?? "";
    const { pathname, searchParams } = new URL(address, "http://localhost");
    const query = searchParams.get("search_query") ?? "";
    const days = /\[(\d{8})0000 TO (\d{8})2359\]/.exec(query)?.slice(1).join("-");
    asked.push(
      days === undefined ? pathname + (searchParams.get("date") ?? "") : `${days} ${searchParams.get("start")}`,
    );
    answer(address, response);
  });
});
after(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

/** Runs an import on 10 March 2031; the cache folder is that of the content folder. */
function run(folder: string, ...args: string[]) {
  asked = [];
  clock = makeFakeClock("2031-03-10T10:00:00Z");
  mkdirSync(join(root, folder), { recursive: true });
  const apis = { ARXIV_API: `${server.address}/arxiv`, HF_API: `${server.address}/hf` };
  const environment = { CONTENT_DIR: "content", OFFPRINT_CACHE: "cache", ...apis };
  return runCaptured(makeImport({ clock, seed: 4 }), ["import", ...args], join(root, folder), environment);
}

function runArxiv(folder: string, ...args: string[]) {
  return run(folder, "arxiv", "--query", "cat:cs.CL", "--from", "2031-03-01", "--to", "2031-03-03", ...args);
}

/** So many papers on each of the first three days of March. */
function makePapers(count: number): ServedPaper[] {
  return [1, 2, 3].flatMap((day) =>
    Array.from({ length: count }, (_, index) => ({
      id: `3103.${String(day * 10_000 + index).padStart(5, "0")}`,
      day: `2031-03-0${day}`,
    })),
  );
}

function countPapers(folder: string): number {
  const path = join(root, folder, "content/papers/2031-03.jsonl");
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").length - 1 : 0;
}

function listStates(folder: string): string[] {
  const path = join(root, folder, "cache/runs");
  return existsSync(path) ? readdirSync(path) : [];
}

test("A query comes in page by page at arXiv's pace; the same call again asks nobody and writes nothing.", async () => {
  const papers = makePapers(150);
  answer = (address, response) => response.end(answerSample(papers, address));
  const first = await runArxiv("pages");
  assert.deepEqual([first.code, first.errors], [0, ""]);
  assert.match(first.out, /^450 papers added, 0 changed, 0 unchanged, 0 refused$/m);
  assert.deepEqual(asked, ["20310301-20310303 0", "20310301-20310303 200", "20310301-20310303 400"]);
  assert.deepEqual(clock.waits, [3000, 3000]);
  assert.deepEqual([countPapers("pages"), listStates("pages")], [450, []]);
  const second = await runArxiv("pages");
  assert.match(second.out, /^0 papers added, 0 changed, 450 unchanged, 0 refused\nwritten {2}nothing$/m);
  assert.deepEqual([asked, clock.waits], [[], []]);
  await runArxiv("pages", "--fresh");
  assert.equal(asked.length, 3);
});

test("More than two thousand papers are asked for day by day.", async () => {
  const papers = makePapers(701);
  answer = (address, response) => response.end(answerSample(papers, address));
  const { out } = await runArxiv("large", "--dry-run");
  assert.match(out, /^2,103 papers added/);
  const pages = (day: number) => [0, 200, 400, 600].map((start) => `2031030${day}-2031030${day} ${start}`);
  assert.deepEqual(asked, ["20310301-20310303 0", ...pages(1), ...pages(2), ...pages(3)]);
  assert.deepEqual([countPapers("large"), listStates("large")], [0, []]);
});

test("What arXiv announces but never gives is refused before it is asked for.", async () => {
  answer = (_, response) => response.end(makeSampleFeed(makePapers(1), 30_001));
  const { code, errors } = await run("mass", "arxiv", "--query", "all:a", "--from", "2031-03-01", "--to", "2031-03-01");
  assert.deepEqual([code, asked.length], [1, 1]);
  assert.match(errors, /arXiv announces 30001 papers and gives 30000 at most\. Narrow the query, or say --max\./);
});

test("No more papers than asked for come in, the oldest first.", async () => {
  const papers = makePapers(150);
  answer = (address, response) => response.end(answerSample(papers, address));
  const { out } = await runArxiv("most", "--max", "230");
  assert.match(out, /^230 papers added/);
  assert.deepEqual(asked, ["20310301-20310303 0", "20310301-20310303 200"]);
  assert.deepEqual([countPapers("most"), listStates("most")], [230, []]);
  const many = makePapers(2050);
  answer = (address, response) => response.end(answerSample(many, address));
  assert.match((await runArxiv("more", "--max", "2010", "--dry-run")).out, /^2,010 papers added/);
  assert.deepEqual([asked.length, asked.at(-1)], [1 + 11, "20310301-20310301 2000"], "later days are not asked for");
});

test("A run that breaks off has written what came; the same call goes on from there, a fresh one begins anew.", async () => {
  const papers = makePapers(150);
  let isBroken = true;
  answer = (address, response) => {
    if (isBroken && address.includes("start=400")) response.socket?.destroy();
    else response.end(answerSample(papers, address));
  };
  assert.equal((await runArxiv("resume", "--dry-run")).code, 1);
  assert.deepEqual([countPapers("resume"), listStates("resume")], [0, []], "a dry run leaves nothing behind");
  const first = await runArxiv("resume", "--fresh");
  assert.deepEqual([first.code, countPapers("resume"), asked.length], [1, 400, 2 + 5]);
  assert.match(first.out, /^400 papers added, .* 1 refused$/m);
  assert.match(first.errors, /arXiv {2}2031-03-01 to 2031-03-03, from paper 401 on: .* mend: {4}the same call again/s);
  isBroken = false;
  const second = await runArxiv("resume");
  assert.deepEqual([second.code, asked], [0, ["20310301-20310303 400"]]);
  assert.match(second.errors, /goes on with the run of 2031-03-10, of which 400 papers had come in/);
  assert.deepEqual([countPapers("resume"), listStates("resume")], [450, []]);
  isBroken = true;
  await runArxiv("resume", "--fresh");
  isBroken = false;
  await runArxiv("resume", "--fresh");
  assert.deepEqual(asked.length, 3);
});

test("A state that is damaged, or of another call, is as none.", async () => {
  const papers = makePapers(150);
  answer = (address, response) => {
    if (address.includes("start=400")) response.socket?.destroy();
    else response.end(answerSample(papers, address));
  };
  await runArxiv("state");
  const [name = ""] = listStates("state");
  const path = join(root, "state/cache/runs", name);
  const whole = readFileSync(path, "utf8");
  answer = (address, response) => response.end(answerSample(papers, address));
  for (const text of [
    "",
    whole.slice(0, 90),
    "[]",
    whole.replace("cs.CL", "cs.LG"),
    whole.replace(/"start":\d+/, '"start":-1'),
  ]) {
    writeFileSync(path, text);
    const { code, errors } = await runArxiv("state");
    assert.deepEqual([code, errors], [0, ""], text);
  }
  await run("state", "arxiv", "--query", "cat:cs.LG", "--from", "2031-03-01", "--to", "2031-03-03");
  assert.equal(asked.length, 3);
});

test("A day that arXiv gives no page of does not keep the others out.", async () => {
  const papers = makePapers(700);
  answer = (address, response) => {
    const isLost = address.includes("20310302") && address.includes("start=400");
    response.end(isLost ? makeSampleFeed([], 700) : answerSample(papers, address));
  };
  const { code, errors } = await runArxiv("hole");
  assert.deepEqual([code, countPapers("hole")], [1, 1800]);
  assert.match(
    errors,
    /2031-03-02, from paper 401 on: arXiv answered with an empty page where it had announced 700 papers/,
  );
  answer = (address, response) => response.end(answerSample(papers, address));
  assert.equal((await runArxiv("hole")).code, 0);
  assert.deepEqual([countPapers("hole"), asked], [2100, ["20310302-20310302 400", "20310302-20310302 600"]]);
});

/** A day of Hugging Face with one paper. */
function makeDay(day: string): string {
  const paper = {
    id: `3103.000${day.slice(-2)}`,
    title: `Harbour of ${day}`,
    publishedAt: `${day}T00:00:00Z`,
    upvotes: 3,
  };
  return JSON.stringify([{ paper: { ...paper, authors: [{ name: "Ada Quay" }] } }]);
}

/** Weekends are empty. */
function answerDay(address: string, response: ServerResponse): void {
  const day = new URL(address, "http://localhost").searchParams.get("date") ?? "";
  const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  response.end(isWeekend ? "[]" : makeDay(day));
}

test("Days of Hugging Face come in, empty ones as empty; days ahead are not asked for; what was read now is of today.", async () => {
  answer = answerDay;
  const { code, errors, out } = await run("days", "hugging-face", "--from", "2031-03-07", "--to", "2031-03-20");
  assert.equal(code, 0);
  assert.match(errors, /--to: lies ahead; days are asked for up to today/);
  assert.deepEqual(
    asked,
    ["2031-03-07", "2031-03-08", "2031-03-09", "2031-03-10"].map((day) => `/hf/daily_papers${day}`),
  );
  assert.match(out, /^2 papers added/);
  const days = readFileSync(join(root, "days/content/days.jsonl"), "utf8");
  assert.match(days, /"date":"2031-03-08","source":"Daily Papers","listed":0/);
  const [line = ""] = readFileSync(join(root, "days/content/papers/2031-03.jsonl"), "utf8").split("\n");
  assert.deepEqual(JSON.parse(line).sources, [{ name: "Hugging Face", retrieved: "2031-03-10" }]);
  assert.deepEqual(JSON.parse(line).featured, ["2031-03-07"]);
});

test("A day that fails is refused by name and asked for by the next run alone; a service that is away is left alone.", async () => {
  answer = (address, response) => {
    if (address.includes("2031-03-04")) response.writeHead(500).end();
    else answerDay(address, response);
  };
  const call = ["hugging-face", "--from", "2031-03-03", "--to", "2031-03-07"];
  const first = await run("broken-day", ...call);
  assert.deepEqual([first.code, countPapers("broken-day")], [1, 4]);
  assert.match(first.errors, /Hugging Face {2}2031-03-04: Hugging Face answered 500 Internal Server Error\./);
  answer = answerDay;
  assert.equal((await run("broken-day", ...call)).code, 0);
  assert.deepEqual(asked, ["/hf/daily_papers2031-03-04"]);
  answer = (_, response) => response.writeHead(429, { "Retry-After": "3600" }).end();
  const away = await run("away", ...call);
  assert.deepEqual([away.code, asked.length], [1, 1]);
  assert.match(away.errors, /It asks to be left alone: come back after 10 March 2031, 11:00 UTC\./);
  assert.match(away.errors, /Hugging Face {2}4 more days not asked for/);
});

test("A call that makes no sense is told, with exit code 2, and nobody is asked.", async () => {
  const calls: [string, RegExp][] = [
    ["arxiv --from 2031-03-01", /say what to ask arXiv for: --query 'cat:cs\.CL'/],
    ["arxiv --query cat:cs.CL", /say from which day on: --from YYYY-MM-DD/],
    ["arxiv --query x --from 2031-03-05 --to 2031-03-04", /--from 2031-03-05 is later than --to 2031-03-04/],
    ["arxiv --query x --from 2031-03-11", /--from 2031-03-11 lies ahead; today is 2031-03-10, in UTC/],
    ["arxiv --query x --from 2031-02-30", /--from 2031-02-30 is not a day that exists/],
    ["arxiv --query x --from 2031-03-01 --max 0", /--max 0 is not a number of papers/],
    ["arxiv --query x --from 2031-03-01 answer.xml", /either files or days/],
    ["hugging-face --from 2031-03-01 --query x", /--query is for arxiv/],
    ["hugging-face --from 2031-03-01 --max 5", /--max is for arxiv/],
    ["hugging-face --from 2031-03-01 --retrieved 2031-03-01", /--retrieved is for files/],
    ["bibtex --from 2031-03-01", /bibtex comes from files/],
  ];
  for (const [call, message] of calls) {
    const { code, errors } = await run("usage", ...call.split(" "));
    assert.deepEqual([code, asked], [2, []], call);
    assert.match(errors, message);
  }
});

test("An address that is none is told before anything is asked.", async () => {
  const environment = { CONTENT_DIR: "content", OFFPRINT_CACHE: "cache", HF_API: "harbour" };
  const call = ["import", "hugging-face", "--from", "2031-03-01", "--to", "2031-03-02"];
  const { code, errors } = await runCaptured(makeImport({ clock }), call, root, environment);
  assert.equal(code, 1);
  assert.equal(errors, 'HF_API is to be an http or https address, not "harbour".\n');
});

test("As people call it, a day comes in through the proxy that the environment names.", async () => {
  answer = answerDay;
  asked = [];
  const environment = {
    ...process.env,
    CONTENT_DIR: join(root, "proxy/content"),
    OFFPRINT_CACHE: join(root, "proxy/cache"),
    HF_API: "http://harbour.example/hf",
    HTTP_PROXY: server.address,
    http_proxy: "",
    NO_PROXY: "",
    no_proxy: "",
  };
  const call = ["import", "hugging-face", "--from", "2026-07-06", "--to", "2026-07-06"];
  const child = spawn(process.execPath, [join(PROJECT_FOLDER, "src/tools/digest.ts"), ...call], { env: environment });
  let out = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (out += String(chunk)));
  const code = await new Promise((done) => child.on("close", done));
  assert.deepEqual([code, asked], [0, ["/hf/daily_papers2026-07-06"]], out);
  assert.match(out, /^1 paper added/);
});

const { path: data, skip } = findSharedData("data");

test("Recorded answers come in over the network as they do from files: Hugging Face's July, a search of arXiv's.", {
  skip,
}, async () => {
  answer = (address, response) => {
    const { searchParams } = new URL(address, "http://localhost");
    const path = join(data, "hf-daily", `${searchParams.get("date")}.json`);
    if (searchParams.has("search_query"))
      response.end(readFileSync(join(data, "arxiv-atom/q_testing_s0_m10_bc5a6c384fe9.xml")));
    else response.end(existsSync(path) ? readFileSync(path) : "[]");
  };
  const july = await run("july", "hugging-face", "--from", "2026-07-01", "--to", "2026-07-31", "--json");
  const files = readdirSync(join(data, "hf-daily")).filter((name) => name.startsWith("2026-07"));
  const paths = files.map((name) => join(data, "hf-daily", name));
  const fromFiles = await run("july-files", "hugging-face", "--json", ...paths);
  const [ours, theirs] = [JSON.parse(july.out), JSON.parse(fromFiles.out)];
  assert.deepEqual([july.code, ours.added, ours.days.length], [0, theirs.added, 31]);
  const search = await run(
    "testing",
    "arxiv",
    "--query",
    "all:testing",
    "--from",
    "2026-04-01",
    "--max",
    "10",
    "--json",
  );
  assert.deepEqual([search.code, JSON.parse(search.out).added.length, search.errors], [0, 10, ""]);
});

test("When arXiv is away on one of many days, the days after it are not asked for, and that is said.", async () => {
  const papers = makePapers(700);
  answer = (address, response) => {
    if (address.includes("20310302")) response.writeHead(429).end();
    else response.end(answerSample(papers, address));
  };
  const { code, errors } = await runArxiv("away-arxiv");
  assert.deepEqual([code, countPapers("away-arxiv"), asked.length], [1, 700, 1 + 4 + 5]);
  assert.match(errors, /arXiv {2}1 more day not asked for/);
});

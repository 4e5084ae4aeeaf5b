import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Send, ServiceRequest, ServiceResponse } from "./request.ts";
import { cacheResponses } from "./response-cache.ts";

const root = mkdtempSync(join(tmpdir(), "answers-test-"));
after(() => rmSync(root, { recursive: true }));

const QUESTION: ServiceRequest = {
  service: { name: "Harbour", address: "", variable: "HARBOUR_API", pauseMs: 0 },
  address: "http://harbour.example/?q=1",
  judge: (text) => (text.startsWith("fog") ? "fog" : undefined),
};

/** A service that counts; what it says has the count in it. */
function makeService(status = 200, word = "ships"): Send & { asked: () => number } {
  let asked = 0;
  const send: Send = async () => ({ status, statusText: "", text: `${word} ${++asked}` });
  return Object.assign(send, { asked: () => asked });
}

test("What was answered today is not asked for again, by another process neither; tomorrow it is, and today's is deleted.", async () => {
  const folder = join(root, "days");
  const service = makeService();
  const options = { folder, today: "2031-03-04", isFresh: false };
  const first = await cacheResponses(service, options)(QUESTION);
  const second = await cacheResponses(service, options)(QUESTION);
  assert.deepEqual([first.text, second.text], ["ships 1", "ships 1"]);
  const other = await cacheResponses(service, options)({ ...QUESTION, address: "http://harbour.example/?q=2" });
  assert.equal(other.text, "ships 2");
  const tomorrow = await cacheResponses(service, { ...options, today: "2031-03-05" })(QUESTION);
  assert.equal(tomorrow.text, "ships 3");
  assert.deepEqual(readdirSync(folder), ["2031-03-05"]);
});

test("Asked afresh, the new answer takes the place of the old one.", async () => {
  const service = makeService();
  const options = { folder: join(root, "fresh"), today: "2031-03-04", isFresh: false };
  await cacheResponses(service, options)(QUESTION);
  assert.equal((await cacheResponses(service, { ...options, isFresh: true })(QUESTION)).text, "ships 2");
  assert.equal((await cacheResponses(service, options)(QUESTION)).text, "ships 2");
});

test("That something is not there is remembered where that was the question; refusals, errors and what is not what was asked for are not.", async () => {
  const cases: [number, string, number, number?][] = [
    [404, "none", 1, 404],
    [404, "no", 2],
    [400, "no", 2, 404],
    [503, "no", 2, 404],
    [200, "fog", 2],
  ];
  for (const [status, word, asked, kept = 200] of cases) {
    const service = makeService(status, word);
    const send = cacheResponses(service, { folder: join(root, word + status), today: "2031-03-04", isFresh: false });
    const question = { ...QUESTION, mayKeep: (answer: ServiceResponse) => answer.status === kept };
    await send(question);
    await send(question);
    assert.equal(service.asked(), asked, `${status} ${word}`);
  }
});

test("A file that is damaged is as none, whatever happened to it.", async () => {
  const folder = join(root, "damaged");
  const service = makeService();
  const send = cacheResponses(service, { folder, today: "2031-03-04", isFresh: false });
  await send(QUESTION);
  const [name = ""] = readdirSync(join(folder, "2031-03-04"));
  const path = join(folder, "2031-03-04", name);
  const whole = readFileSync(path, "utf8");
  const damages: (() => void)[] = [
    () => truncateSync(path, Math.floor(whole.length / 2)),
    () => writeFileSync(path, ""),
    () => writeFileSync(path, "\u0000".repeat(200)),
    () => writeFileSync(path, "null"),
    () => writeFileSync(path, whole.replace("ships", "shops")),
    () => writeFileSync(path, whole.replace("?q=1", "?q=9")),
    () => writeFileSync(path, whole.replace('"status":200', '"status":"200"')),
  ];
  for (const [index, damage] of damages.entries()) {
    writeFileSync(path, whole);
    damage();
    assert.equal((await send(QUESTION)).text, `ships ${index + 2}`, String(damage));
  }
  assert.equal((await send(QUESTION)).text, `ships ${damages.length + 1}`, "what came instead is kept");
});

test("A folder that cannot be written or read costs nothing but the memory.", async () => {
  const file = join(root, "file");
  mkdirSync(root, { recursive: true });
  writeFileSync(file, "a file where a folder should be");
  const service = makeService();
  const send = cacheResponses(service, { folder: file, today: "2031-03-04", isFresh: false });
  assert.deepEqual([(await send(QUESTION)).text, (await send(QUESTION)).text], ["ships 1", "ships 2"]);
  assert.ok(existsSync(file));
});

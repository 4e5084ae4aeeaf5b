import assert from "node:assert/strict";
import {
  Agent,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  request as sendOn,
} from "node:http";
import { type AddressInfo, connect } from "node:net";
import { after, afterEach, before, test } from "node:test";
import { type Loopback, startLoopback } from "#scenes/loopback.ts";
import { describeProxy, honourProxy } from "./proxy.ts";
import { RequestError } from "./request.ts";
import { makeSend } from "./send.ts";

const NAMES = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY"];
const outer = new Map(NAMES.map((name) => [name, process.env[name]]));
const seen: string[] = [];
let target: Loopback;
let proxy: Server;
let proxyHost = "";

/** Node's own agent goes through the proxy too, once that is set. */
const direct = new Agent();

/** Forwards what is asked in the clear. */
function forward(request: IncomingMessage, response: ServerResponse): void {
  seen.push(`${request.method} ${request.url}`);
  const onward = sendOn(request.url ?? "", { headers: request.headers, agent: direct }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  request.pipe(onward);
}

before(async () => {
  for (const name of NAMES) delete process.env[name];
  target = await startLoopback((request, response) => response.end(`here is ${request.url}`));
  proxy = createServer(forward);
  proxy.on("connect", (request, socket) => {
    seen.push(`CONNECT ${request.url} ${request.headers["proxy-authorization"] ?? ""}`.trim());
    if (request.url?.startsWith("127.0.0.1:")) {
      const onward = connect(Number(request.url.split(":")[1]), "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        onward.pipe(socket).pipe(onward);
      });
    } else socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  proxyHost = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const name of NAMES) delete process.env[name];
  seen.length = 0;
});
after(async () => {
  for (const [name, value] of outer) if (value !== undefined) process.env[name] = value;
  proxy.closeAllConnections();
  proxy.close();
  await target.close();
});

/** Asks under these settings of the environment. */
async function ask(address: string, settings: { [name: string]: string }) {
  Object.assign(process.env, settings);
  const restore = honourProxy();
  const service = { name: "Harbour", address: "", variable: "HARBOUR_API", pauseMs: 0 };
  try {
    return await makeSend()({ service, address, judge: () => undefined });
  } finally {
    restore();
  }
}

test("http is forwarded by the proxy of the environment, in capitals or small letters.", async () => {
  for (const name of ["HTTP_PROXY", "http_proxy"]) {
    const { text } = await ask(`${target.address}/a`, { [name]: `http://${proxyHost}` });
    assert.deepEqual([text, seen.splice(0)], ["here is /a", [`GET ${target.address}/a`]]);
    delete process.env[name];
  }
});

test("https asks the proxy for a tunnel, with the name and password of the setting, which no message tells.", async () => {
  const settings = { HTTPS_PROXY: `http://pilot:secret@${proxyHost}` };
  await assert.rejects(ask("https://harbour.example/a", settings), (error) => {
    assert.ok(error instanceof RequestError);
    assert.match(error.message, /^Harbour \(harbour\.example\) could not be reached: /);
    assert.ok(error.message.includes(`It was asked through the proxy ${proxyHost} of HTTPS_PROXY; NO_PROXY`));
    assert.doesNotMatch(error.message, /secret/);
    return true;
  });
  assert.deepEqual(seen, [`CONNECT harbour.example:443 Basic ${Buffer.from("pilot:secret").toString("base64")}`]);
});

test("Hosts of NO_PROXY are asked directly, and so are all when the work is done.", async () => {
  const settings = { HTTP_PROXY: `http://${proxyHost}`, NO_PROXY: "example.org,127.0.0.1" };
  assert.equal((await ask(`${target.address}/a`, settings)).text, "here is /a");
  assert.deepEqual(seen, []);
  assert.equal(await (await fetch(`${target.address}/b`)).text(), "here is /b");
  assert.deepEqual(seen, []);
});

test("A proxy that is not there is named; a setting that is no address is told before anything is asked.", async () => {
  const gone = ask(`${target.address}/a`, { HTTP_PROXY: "http://127.0.0.1:9" });
  await assert.rejects(gone, /connection was refused .* through the proxy 127\.0\.0\.1:9 of HTTP_PROXY/);
  for (const value of ["harbour proxy", "socks5://pilot:secret@127.0.0.1:9", "pilot:secret@127.0.0.1"]) {
    process.env["HTTP_PROXY"] = value;
    assert.throws(honourProxy, (error) => {
      assert.ok(error instanceof RequestError);
      assert.match(error.message, /^HTTP_PROXY is to be the http or https address of a proxy, not "/);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    });
  }
  delete process.env["HTTP_PROXY"];
  assert.equal(describeProxy("http://harbour.example"), undefined);
});

/**
 * A small static server for the finished site: it answers as a good host would, with types, a base path, 404.html,
 * redirects, compression and the security headers. `npm start` and the browser tests use it.
 */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Failure, readErrorCode } from "./failure.ts";
import { answer } from "./serve/site-response.ts";

/** What to serve and where. */
export interface ServeOptions {
  /** Folder of the finished site. */
  folder: string;
  /** Port to listen on; 0 takes any that is free. */
  port: number;
  /** Base path of the site, with a slash at both ends. */
  base: string;
  /** Address or name to listen on. Absent: this machine only, as 127.0.0.1 and, where there is one, ::1. */
  host?: string;
}

/** A running server. */
export interface RunningServer {
  /** Address of the site's front page, with the base path. */
  url: string;
  /** Stops it and drops its connections. */
  close: () => Promise<void>;
}

/** Serves a finished site. Throws a `Failure` when the port is in use or not ours to take. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { folder, port, base, host } = options;
  const respond: RequestListener = (request, response) => {
    answer(request, { folder, base }).then(
      ({ status, headers, body }) => {
        response.writeHead(status, headers);
        response.end(request.method === "HEAD" ? undefined : body);
      },
      () => {
        response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
        response.end("This file could not be read.\n");
      },
    );
  };
  const servers = await listenAll(respond, port, host);
  const [first] = servers;
  const { port: actualPort } = first.address() as AddressInfo;
  return {
    url: `http://${host === undefined || host === "0.0.0.0" || host === "::" ? "localhost" : host}:${actualPort}${base}`,
    close: async () => {
      await Promise.all(servers.map(closeServer));
    },
  };
}

/** Throws the `Failure` that serving on this port would meet, before any work is done for it. */
export async function checkPort(port: number, host?: string): Promise<void> {
  const servers = await listenAll(() => {}, port, host);
  await Promise.all(servers.map(closeServer));
}

/** Listens on the host, or on both loopback addresses: a browser may take either for "localhost". */
async function listenAll(respond: RequestListener, port: number, host?: string): Promise<[Server, ...Server[]]> {
  const first = await listen(respond, port, host ?? "127.0.0.1");
  if (host !== undefined || port === 0) return [first];
  try {
    return [first, await listen(respond, port, "::1")];
  } catch (error) {
    // Only a port that someone else holds there is in the way; a machine without IPv6 is not.
    if (!(error instanceof Failure)) return [first];
    await closeServer(first);
    throw error;
  }
}

function listen(respond: RequestListener, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(respond);
    server.once("error", (error) => reject(explainListenError(error, port)));
    server.listen(port, host, () => resolve(server));
  });
}

function explainListenError(error: Error, port: number): Error {
  switch (readErrorCode(error)) {
    case "EADDRINUSE":
      return new Failure(`Port ${port} is in use; set PORT to another one.`);
    case "EACCES":
      return new Failure(`Port ${port} is not open to you; set PORT to one above 1023.`);
    default:
      return error;
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Reads PORT. Empty or absent is 4321. Throws a `Failure` for anything that is no port. */
export function readPort(value: string | undefined): number {
  if (value === undefined || value === "") return 4321;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65535) {
    throw new Failure(`PORT is "${value}"; set it to a number from 1 to 65535 (0: any free one).`);
  }
  return port;
}

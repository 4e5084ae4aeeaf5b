/**
 * A small static server for the finished site: it answers as a good host would, with types, a base path, 404.html,
 * redirects, compression and the security headers. `npm start` and the browser tests use it.
 */
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Failure, readErrorCode } from "../lib/failure.ts";
import { respond, type ServedSite } from "./site-response.ts";

/** What to serve and where. */
export interface ServeOptions extends ServedSite {
  /** Port to listen on; 0 takes any that is free. */
  port: number;
  /** Address or name to listen on. Absent: this machine only, as 127.0.0.1 and, where there is one, ::1. */
  host?: string | undefined;
}

/** A running server. */
export interface RunningServer {
  /** Address of the site's front page, with the base path. */
  url: string;
  /** Stops it and drops its connections. */
  close: () => Promise<void>;
}

/** Serves a finished site. Throws a `Failure` when the port is in use or not ours to take. */
export async function serve({ port, host, ...site }: ServeOptions): Promise<RunningServer> {
  const servers = await listenAll((request, response) => respond(request, response, site), port, host);
  const { port: actualPort } = servers[0].address() as AddressInfo;
  const name = host === undefined || host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return { url: `http://${name}:${actualPort}${site.base}`, close: () => closeAll(servers) };
}

/** Throws the `Failure` that serving on this port would meet, before any work is done for it. */
export async function checkPort(port: number, host?: string): Promise<void> {
  await closeAll(await listenAll(() => {}, port, host));
}

/** Listens on the host, or on both loopback addresses: a browser may take either for "localhost". */
async function listenAll(listener: RequestListener, port: number, host?: string): Promise<[Server, ...Server[]]> {
  const first = await listen(listener, port, host ?? "127.0.0.1");
  if (host !== undefined || port === 0) return [first];
  try {
    return [first, await listen(listener, port, "::1")];
  } catch (error) {
    // Only a port that someone else holds there is in the way; a machine without IPv6 is not.
    if (!(error instanceof Failure)) return [first];
    await closeAll([first]);
    throw error;
  }
}

async function listen(listener: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer(listener).listen(port, host);
  try {
    await once(server, "listening");
    return server;
  } catch (error) {
    const fault = PORT_FAULTS[readErrorCode(error) ?? ""];
    throw fault === undefined ? error : new Failure(`Port ${port} is ${fault}.`);
  }
}

/** What keeps a port from being listened on and what to do about it, by the code of the system's error. */
const PORT_FAULTS: { [code: string]: string } = {
  EADDRINUSE: "in use; set PORT to another one",
  EACCES: "not open to you; set PORT to one above 1023",
};

async function closeAll(servers: Server[]): Promise<void> {
  const closed = servers.map((server) => server[Symbol.asyncDispose]());
  for (const server of servers) server.closeAllConnections();
  await Promise.all(closed);
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

/** One question over the network, and why there was no answer. */
import { type Clock, SYSTEM_CLOCK } from "./clock.ts";
import { describeProxy } from "./proxy.ts";
import { fetchWithin } from "./redirection.ts";
import { explainFault, RequestError, type Send, type ServiceRequest } from "./request.ts";

/** Who asks; services want to know. */
const HEADERS = { "User-Agent": "Offprint/0.1 (static research digest; one question at a time)" };

/** Most bytes of an answer, unpacked: 64 MB. The largest that is asked for has two hundred papers, less than 2 MB. */
const MOST_BYTES = 64_000_000;

/** Most milliseconds until the answer is there in full. */
const TIMEOUT_MS = 30_000;

/**
 * What sends one question, once, over the network. Redirections are followed within the service.
 * @param mostBytes how long a body may be, unpacked
 */
export function makeSend(clock: Clock = SYSTEM_CLOCK, mostBytes: number = MOST_BYTES): Send {
  return async (request) => {
    try {
      const response = await fetchWithin(request, { headers: HEADERS, signal: clock.limit(TIMEOUT_MS) });
      const { status, statusText } = response;
      const retryAfter = response.headers.get("Retry-After");
      const text = await readBody(response, request, mostBytes);
      return { status, statusText, text, ...(retryAfter !== null && { retryAfter }) };
    } catch (error) {
      if (error instanceof RequestError) throw error;
      throw explainSilence(error, request);
    }
  };
}

async function readBody({ body }: Response, request: ServiceRequest, mostBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  // Leaving the loop early ends the transfer.
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw explainSize(request, mostBytes);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function explainSize({ service: { name } }: ServiceRequest, mostBytes: number): RequestError {
  const message = `${name} answered with more than ${mostBytes / 1_000_000} MB, which is not read. Ask for less at once.`;
  return new RequestError("large", message, { isPassing: false });
}

/** Codes of Node's network errors in plain words. */
const REASONS: { [code: string]: string } = {
  ENOTFOUND: "no host of that name was found",
  EAI_AGAIN: "the name of the host could not be looked up",
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection broke off",
  EPIPE: "the connection broke off",
  UND_ERR_SOCKET: "the connection broke off",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "the connection broke off",
  ENETUNREACH: "there is no way to it from here",
  EHOSTUNREACH: "there is no way to it from here",
  ETIMEDOUT: "no connection came about",
  UND_ERR_CONNECT_TIMEOUT: "no connection came about",
};

/** Faults of a name or a certificate: they stay until a person mends them. */
const LASTING = /^(ENOTFOUND$|CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|ERR_TLS_|ERR_INVALID_URL$)/;

function explainSilence(error: unknown, { service, address }: ServiceRequest): RequestError {
  const { name, variable } = service;
  const { host } = new URL(address);
  if (error instanceof Error && error.name === "TimeoutError") {
    const seconds = TIMEOUT_MS / 1000;
    return new RequestError("timeout", `${name} (${host}) did not answer within ${seconds} seconds. Try again later.`);
  }
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = Reflect.get(Object(cause), "code");
  const word = typeof code === "string" ? code : "";
  if (word.startsWith("Z_")) return explainFault(service, "something packed that cannot be unpacked");
  const reason = REASONS[word] ?? (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, "");
  const way = describeProxy(address);
  const hint =
    way === undefined
      ? `Look whether this machine is on the network; ${variable} can name another address.`
      : `It was asked through ${way}; NO_PROXY can name hosts that are to be asked directly.`;
  const isCircle = /redirect count/.test(reason);
  const message = `${name} (${host}) could not be reached: ${isCircle ? "it redirects in a circle" : reason}${word === "" ? "" : ` (${word})`}. ${hint}`;
  return new RequestError("unreachable", message, { isPassing: !LASTING.test(word) && !isCircle });
}

/** Asking a service on the network for facts: one question, one answer, and plain words where there is none. */
import { LinkSchema } from "#lib/content/fields.ts";
import { type Day, toDay } from "#lib/dates.ts";
import { describeValue } from "#lib/errors.ts";

/** A service that knows papers. */
export interface Service {
  /** Its name for people. */
  name: string;
  /** Where it is asked, without a slash at the end. */
  address: string;
  /** Environment variable that names another address, for a mirror or a test. */
  variable: string;
}

/** What a service answered, whatever its status. */
export interface Answer {
  /** HTTP status, such as 200. */
  status: number;
  /** The status in the service's words; may be empty. */
  statusText: string;
  /** The body. */
  text: string;
  /** How long the service asks to be left alone, as its Retry-After header has it. */
  retryAfter?: string;
}

/** Sends a question and waits for the answer; throws a `RequestError` when none comes. */
export type Send = (service: Service, address: string, timeoutMs: number) => Promise<Answer>;

/** How a service is asked. */
export interface RequestOptions {
  /** Most milliseconds until the answer is there in full; 30,000 unless given. */
  timeoutMs?: number;
  /** The day of asking in UTC, YYYY-MM-DD; today unless given. */
  today?: Day;
  /** Sends the question; something that asks again or remembers answers can stand around `sendRequest`. */
  send?: Send;
}

/** Why a question has no answer that can be used; its message is a sentence for the person at the keyboard. */
export class RequestError extends Error {
  /** What went wrong: the service was not reached, was silent for too long, or answered that it will not or cannot. */
  readonly kind: "unreachable" | "timeout" | "status";
  /** The HTTP status, where there is one. */
  readonly status: number | undefined;

  constructor(kind: RequestError["kind"], message: string, status?: number) {
    super(message);
    this.name = "RequestError";
    this.kind = kind;
    this.status = status;
    delete this.stack;
  }
}

const TIMEOUT_MS = 30_000;

/** Who asks; services want to know. */
const HEADERS = { "User-Agent": "Offprint/0.1 (static research digest; asks for single papers)" };

/** The address of a service, or the one that its environment variable names. Throws a `RequestError` for one that is none. */
export function findAddress({ address, variable }: Service): string {
  const other = process.env[variable];
  if (!other) return address;
  if (LinkSchema.safeParse(other).success) return other.replace(/\/+$/, "");
  throw new RequestError("unreachable", `${variable} is to be an http or https address, not ${describeValue(other)}.`);
}

/** Asks a service, in the way the options say. */
export async function askService(service: Service, address: string, options: RequestOptions): Promise<Answer> {
  return (options.send ?? sendRequest)(service, address, options.timeoutMs ?? TIMEOUT_MS);
}

/** The day of asking. */
export function findToday({ today }: RequestOptions): Day {
  return today ?? toDay(new Date());
}

/** Sends one question over the network. Redirections are followed. */
export const sendRequest: Send = async (service, address, timeoutMs) => {
  try {
    const response = await fetch(address, { headers: HEADERS, signal: AbortSignal.timeout(timeoutMs) });
    const { status, statusText } = response;
    const retryAfter = response.headers.get("Retry-After");
    return { status, statusText, text: await response.text(), ...(retryAfter !== null && { retryAfter }) };
  } catch (error) {
    throw explainSilence(error, service, address, timeoutMs);
  }
};

/** Codes of Node's network errors in plain words. */
const REASONS: { [code: string]: string } = {
  ENOTFOUND: "no host of that name was found",
  EAI_AGAIN: "the name of the host could not be looked up",
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection broke off",
  EPIPE: "the connection broke off",
  UND_ERR_SOCKET: "the connection broke off",
  ENETUNREACH: "there is no way to it from here",
  EHOSTUNREACH: "there is no way to it from here",
  ETIMEDOUT: "no connection came about",
  UND_ERR_CONNECT_TIMEOUT: "no connection came about",
};

function explainSilence(error: unknown, service: Service, address: string, timeoutMs: number): RequestError {
  const { name, variable } = service;
  const { host } = new URL(address);
  if (error instanceof Error && error.name === "TimeoutError") {
    const seconds = Math.round(timeoutMs / 100) / 10;
    return new RequestError("timeout", `${name} (${host}) did not answer within ${seconds} seconds. Try again later.`);
  }
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = String(Reflect.get(Object(cause), "code") ?? "");
  const reason = REASONS[code] ?? (cause instanceof Error ? cause.message : String(cause));
  return new RequestError(
    "unreachable",
    `${name} (${host}) could not be reached: ${reason}${code === "" ? "" : ` (${code})`}. ` +
      `Look whether this machine is on the network; ${variable} can name another address.`,
  );
}

/** The error for an answer whose status says that there is nothing to read in it. */
export function explainStatus({ name }: Service, { status, statusText, retryAfter }: Answer): RequestError {
  const said = `${name} answered ${`${status} ${statusText}`.trim()}`;
  const isPassing = status === 429 || status >= 500;
  const cure = isPassing ? "Try again later" : "Asking again will not help";
  const wait = retryAfter === undefined ? "" : `; it asks to be left alone ${describeWait(retryAfter)}`;
  return new RequestError("status", `${said}. ${cure}${isPassing ? wait : ""}.`, status);
}

/** Retry-After is a number of seconds or a date, see RFC 9110, section 10.2.3. */
function describeWait(retryAfter: string): string {
  return /^\d+$/.test(retryAfter) ? `for ${retryAfter} seconds` : `until ${retryAfter}`;
}

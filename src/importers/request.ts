/** Asking a service on the network for facts: what a question and an answer are, and plain words where there is none. */
import { LinkSchema } from "#lib/content/fields.ts";
import type { Day } from "#lib/dates.ts";
import { describeValue } from "#lib/errors.ts";
import { Failure } from "#lib/failure.ts";

/** A service that knows papers. */
export interface Service {
  /** Its name for people. */
  name: string;
  /** Where it is asked, without a slash at the end. */
  address: string;
  /** Environment variable that names another address, for a mirror or a test. */
  variable: string;
  /** Least milliseconds from one question to the next. */
  pauseMs: number;
  /** Domains of its hosts, to which it may send on over https; only to the host that was asked unless given. */
  domains?: readonly string[];
}

/** One question to a service. */
export interface ServiceRequest {
  /** Who is asked. */
  service: Service;
  /** The whole address. */
  address: string;
  /**
   * What is wrong with the text of an answer whose status is 200, as the end of "arXiv answered with …";
   * undefined when it is what was asked for. Something wrong may be right when it is asked for again.
   */
  judge: (text: string) => string | undefined;
  /** Whether an answer is worth keeping for the day; one with status 200 unless given. */
  mayKeep?: (response: ServiceResponse) => boolean;
}

/** What a service answered, whatever its status. */
export interface ServiceResponse {
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
export type Send = (request: ServiceRequest) => Promise<ServiceResponse>;

/** How a service is asked. */
export interface RequestOptions {
  /** Sends the question: keeps the service's pace, asks again, remembers answers. */
  send: Send;
  /** The day of asking in UTC, YYYY-MM-DD. */
  today: Day;
}

/** Why a question has no answer that can be used; its message is a sentence or two for the person at the keyboard. */
export class RequestError extends Failure {
  /**
   * What went wrong: the service was not reached, was silent for too long, answered that it will not or cannot, answered
   * with something that was not asked for, or with more than is read.
   */
  readonly kind: "unreachable" | "timeout" | "status" | "broken" | "large";
  /** The HTTP status, where there is one. */
  readonly status: number | undefined;
  /** Whether the same question may well be answered later. */
  readonly isPassing: boolean;
  /** Whether the service asked not to be asked anything for a while. */
  readonly wantsRest: boolean;

  constructor(
    kind: RequestError["kind"],
    message: string,
    details: Partial<Pick<RequestError, "status" | "isPassing" | "wantsRest">> = {},
  ) {
    super(message);
    this.name = "RequestError";
    this.kind = kind;
    this.status = details.status;
    this.isPassing = details.isPassing ?? true;
    this.wantsRest = details.wantsRest ?? false;
  }
}

/** Statuses of a service that is busy or in trouble: the same question may be answered later. */
const PASSING_STATUSES = new Set([429, 500, 502, 503, 504]);

/** Whether a service that answers with this status may answer otherwise later. */
export function isPassingStatus(status: number): boolean {
  return PASSING_STATUSES.has(status);
}

/** The address of a service, or the one that its environment variable names. Throws a `RequestError` for one that is none. */
export function findAddress({ address, variable }: Service): string {
  const other = process.env[variable];
  if (!other) return address;
  if (LinkSchema.safeParse(other).success) return other.replace(/(?<!\/)\/+$/, "");
  const message = `${variable} is to be an http or https address, not ${describeValue(other)}.`;
  throw new RequestError("unreachable", message, { isPassing: false });
}

/** The error for an answer whose status says that there is nothing to read in it. */
export function explainStatus({ name }: Service, { status, statusText }: ServiceResponse): RequestError {
  const isPassing = isPassingStatus(status);
  const cure = isPassing ? "Try again later." : "Asking again will not help.";
  const message = `${name} answered ${`${status} ${statusText}`.trim()}. ${cure}`;
  return new RequestError("status", message, { status, isPassing });
}

/** The error for an answer that is not what was asked for. */
export function explainFault({ name }: Service, fault: string): RequestError {
  return new RequestError("broken", `${name} answered with ${fault}. Try again later.`);
}

/** Retry with exponential backoff and jitter: what passes by itself is asked for again, after waits that grow, within bounds. */
import { type Clock, formatTime, SYSTEM_CLOCK } from "./clock.ts";
import {
  explainFault,
  explainStatus,
  isPassingStatus,
  RequestError,
  type Send,
  type ServiceRequest,
  type ServiceResponse,
} from "./request.ts";
import { readRetryAfter } from "./retry-after.ts";

/** Most times that one question is sent. */
export const MOST_TRIES = 5;
/** The first wait, in milliseconds; each following one is twice as long. */
const FIRST_WAIT_MS = 3000;
/** Up to so much of a wait is added to it by chance, so that many who failed together do not come back together. */
const JITTER = 0.2;
/** A service that asks to be left alone for longer than this many milliseconds, ten minutes, is not waited for. */
const LONGEST_WAIT_MS = 600_000;
/** No wait is begun that would end later than this many milliseconds, a quarter of an hour, after the first try. */
export const MOST_MS = 900_000;

/** How questions are asked again. */
export interface RetryOptions {
  /** Time. */
  clock?: Clock;
  /** Numbers from 0 up to 1, from a seeded source. */
  random: () => number;
  /** Told before each wait of why, and how long. */
  tell?: (sentence: string) => void;
}

/** Why one try gave nothing, and how many milliseconds the service wants to be left alone. */
type Failed = { error: RequestError; retryAfter: number | undefined };

/**
 * A `Send` that asks again for what passes by itself: statuses 429, 500, 502, 503 and 504, silence, connections that
 * break, answers that the question judges to be something else. All else is handed on as it comes.
 * Throws a `RequestError` that says how often it was tried, and when to come back where the service said so.
 */
export function retryWithBackoff(
  send: Send,
  { clock = SYSTEM_CLOCK, random, tell = () => undefined }: RetryOptions,
): Send {
  return async (request) => {
    const begun = clock.now();
    for (let tries = 1; ; tries += 1) {
      const outcome = await tryOnce(send, request, clock);
      if (!("error" in outcome)) return outcome;
      if (!outcome.error.isPassing) throw outcome.error;
      const own = FIRST_WAIT_MS * 2 ** (tries - 1) * (1 + JITTER * random());
      const wait = Math.round(Math.max(own, outcome.retryAfter ?? 0));
      const isLate = clock.now() + wait - begun > MOST_MS;
      if (tries === MOST_TRIES || isLate || (outcome.retryAfter ?? 0) > LONGEST_WAIT_MS) {
        throw explainEnd(outcome, tries, begun, clock);
      }
      const seconds = Math.ceil(wait / 1000);
      tell(`${dropCure(outcome.error)} Asking again in ${seconds} s (try ${tries + 1} of ${MOST_TRIES}).`);
      await clock.wait(wait);
    }
  };
}

async function tryOnce(send: Send, request: ServiceRequest, clock: Clock): Promise<ServiceResponse | Failed> {
  try {
    const response = await send(request);
    if (isPassingStatus(response.status)) {
      const error = explainStatus(request.service, response);
      return { error, retryAfter: readRetryAfter(response.retryAfter, clock.now()) };
    }
    const fault = response.status === 200 ? request.judge(response.text) : undefined;
    return fault === undefined ? response : { error: explainFault(request.service, fault), retryAfter: undefined };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return { error, retryAfter: undefined };
  }
}

/** The last error, with how often it was tried; where the service said when to come back, that is told instead of "later". */
function explainEnd({ error, retryAfter }: Failed, tries: number, begun: number, clock: Clock): RequestError {
  const { kind, status } = error;
  const seconds = Math.round((clock.now() - begun) / 1000);
  const effort = tries === 1 ? "" : ` It was asked ${tries} times within ${seconds} seconds.`;
  const isTold = retryAfter !== undefined && retryAfter > 0;
  const wish = isTold ? ` It asks to be left alone: come back after ${formatTime(clock.now() + retryAfter)}.` : "";
  const said = isTold ? dropCure(error) : error.message;
  return new RequestError(kind, `${said}${effort}${wish}`, { status, wantsRest: isTold || status === 429 });
}

/** What went wrong, without what to do about it. */
function dropCure({ message }: RequestError): string {
  return message.replace(/ (Try again later|Look whether|It was asked through) ?.*$/s, "");
}

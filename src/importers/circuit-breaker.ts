/** Circuit breaker: when to stop asking a service many questions, since one that is away is not asked for each of them. */
import type { RequestError } from "./request.ts";

/** Questions in a row that a service may fail before it counts as away. */
const MOST_IN_ROW = 3;

/** What is noted of the answers of one service. */
export interface CircuitBreaker {
  /** Notes a failure; returns whether the service is to be asked no more. */
  fail(error: RequestError): boolean;
  /** Notes an answer. */
  clear(): void;
}

/**
 * Watches one service through a run. Each failure was asked for again already: a service that cannot be reached, is
 * silent or wants to be left alone is away at once; one that fails a single question may answer the next.
 */
export function makeCircuitBreaker(): CircuitBreaker {
  let row = 0;
  return {
    fail({ kind, wantsRest }) {
      row += 1;
      return kind === "unreachable" || kind === "timeout" || wantsRest || row >= MOST_IN_ROW;
    },
    clear() {
      row = 0;
    },
  };
}

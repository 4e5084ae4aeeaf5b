/** The way to services that commands import over: paced, asking again, with answers kept for the day, through a proxy if there is one. */
import { join, resolve } from "node:path";
import { toDay } from "#lib/dates.ts";
import type { Harvest } from "#lib/records/facts.ts";
import { ContentImport, type ImportReport } from "#lib/records/import.ts";
import { type Clock, SYSTEM_CLOCK } from "../../importers/clock.ts";
import { honourProxy } from "../../importers/proxy.ts";
import { makeRateLimit, type RateLimit } from "../../importers/rate-limit.ts";
import type { RequestOptions, Send } from "../../importers/request.ts";
import { cacheResponses } from "../../importers/response-cache.ts";
import { retryWithBackoff } from "../../importers/retry.ts";
import { makeSend } from "../../importers/send.ts";
import { makeRandom } from "../../lib/random.ts";
import { printError } from "../commands/command.ts";
import { CACHE_FOLDER, findContentFolder } from "../folders.ts";

/** How commands ask, for their help. */
export const NETWORK_HELP = `arXiv is asked once in three seconds, Hugging Face once in 0.6. What passes by itself (429, 500, 502, 503, 504, silence
of 30 seconds, broken connections, answers that are damaged) is asked for again after 3, 6, 12 and 24 seconds, or as a
service wishes, for a quarter of an hour at most. Answers are kept until midnight UTC; one of more than 64 MB is not read.

ARXIV_API and HF_API name other addresses to ask; HTTPS_PROXY, HTTP_PROXY and NO_PROXY the way there; OFFPRINT_CACHE the
folder in which answers are kept (otherwise .cache).`;

/** What a test exchanges. */
export interface NetworkParts {
  /** Time; the machine's unless given. */
  clock?: Clock;
  /** Sends one question once. */
  send?: Send;
  /** Seed of the chance in waits; the number of the process unless given, so that machines differ. */
  seed?: number;
}

/** The way to services, for one run. */
export interface Network extends RequestOptions {
  /** Where tools keep what they learnt of the network: OFFPRINT_CACHE, otherwise .cache of the project. */
  folder: string;
  /** Whether nothing that is kept from before counts: neither answers of the day nor runs that broke off. */
  isFresh: boolean;
}

/**
 * Imports what is asked for over the network, step by step; for that time the proxy of the environment is used.
 * Throws a `Failure` when the environment names a proxy that is none, and what an import throws.
 * @param flags as the command was called
 * @param ask gives the steps
 */
export async function importOverNetwork(
  { fresh: isFresh, "dry-run": isDryRun }: { fresh: boolean; "dry-run": boolean },
  { clock = SYSTEM_CLOCK, send = makeSend(clock), seed = process.pid }: NetworkParts,
  ask: (network: Network, content: ContentImport) => AsyncIterable<Harvest[]>,
): Promise<ImportReport> {
  const folder = resolve(process.env["OFFPRINT_CACHE"] || CACHE_FOLDER);
  const today = toDay(new Date(clock.now()));
  const paced = keepPaces(send, clock, join(folder, "pace"));
  const retrying = retryWithBackoff(paced, { clock, random: makeRandom(seed), tell: tellWait });
  const restore = honourProxy();
  try {
    const kept = cacheResponses(retrying, { folder: join(folder, "answers"), today, isFresh });
    const content = new ContentImport(findContentFolder(), { today, isDryRun });
    return await content.takeSteps(ask({ send: kept, today, folder, isFresh }, content));
  } finally {
    restore();
  }
}

/** Each service at its own pace. */
function keepPaces(send: Send, clock: Clock, folder: string): Send {
  const paces = new Map<string, RateLimit>();
  return (question) => {
    const { name, pauseMs } = question.service;
    const file = join(folder, name.toLowerCase().replaceAll(" ", "-"));
    const pace = paces.getOrInsertComputed(name, () => makeRateLimit(pauseMs, clock, file));
    return pace(() => send(question));
  };
}

/** A wait is told at once, in place of the bar that may stand there. */
function tellWait(sentence: string): void {
  printError(`${process.stderr.isTTY ? "\r\u001b[K" : ""}${sentence}`);
}

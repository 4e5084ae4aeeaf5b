/** Answers kept for the day: what was asked for once is not asked for again before midnight UTC. */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Day, isDay } from "#lib/dates.ts";
import { hashText, sealText, unsealText } from "#lib/records/sealed-text.ts";
import { writeFileAtomic } from "#lib/records/write-file.ts";
import type { Send, ServiceRequest, ServiceResponse } from "./request.ts";

/** How answers are kept. */
export interface ResponseCacheOptions {
  /** The folder; it holds a folder a day, and in it a file a question. */
  folder: string;
  /** The day of asking, UTC. */
  today: Day;
  /** Whether nothing that is kept counts; new answers are kept all the same. */
  isFresh: boolean;
}

/** A `Send` that looks into the folder first. Answers of other days are deleted. */
export function cacheResponses(send: Send, { folder, today, isFresh }: ResponseCacheOptions): Send {
  removeOtherDays(folder, today);
  return async (request) => {
    const path = join(folder, today, `${hashText(request.address, 32)}.json`);
    const kept = isFresh ? undefined : readKept(path, request);
    if (kept !== undefined) return kept;
    const response = await send(request);
    if (mayKeep(response, request)) keep(path, request, response);
    return response;
  };
}

/** The answer in a file; undefined when there is none, or it is damaged. */
function readKept(path: string, request: ServiceRequest): ServiceResponse | undefined {
  try {
    const text = unsealText(readFileSync(path, "utf8"));
    if (text === undefined) return undefined;
    const { address, ...response } = JSON.parse(text) as ServiceResponse & { address: string };
    const isAnswer = address === request.address && mayKeep(response, request);
    return isAnswer && (response.status !== 200 || request.judge(response.text) === undefined) ? response : undefined;
  } catch {
    return undefined;
  }
}

function mayKeep(response: ServiceResponse, request: ServiceRequest): boolean {
  return request.mayKeep === undefined ? response.status === 200 : request.mayKeep(response);
}

/** That an answer cannot be kept, on a full disk say, is no reason not to use it. */
function keep(path: string, { address }: ServiceRequest, { status, statusText, text }: ServiceResponse): void {
  try {
    writeFileAtomic(path, sealText(JSON.stringify({ address, status, statusText, text })));
  } catch {
    // It is asked for again next time.
  }
}

function removeOtherDays(folder: string, today: Day): void {
  try {
    for (const name of readdirSync(folder)) {
      if (isDay(name) && name !== today) rmSync(join(folder, name), { recursive: true, force: true });
    }
  } catch {
    // There is no folder yet, or it is not ours to clear.
  }
}

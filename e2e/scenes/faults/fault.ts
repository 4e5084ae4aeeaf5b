/** What a fault of a network is, and what a run over it is expected to do. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ServedPaper } from "../arxiv-service.ts";
import type { FakeClock } from "../fake-clock.ts";

/** Answers wrongly. */
export type Misbehave = (response: ServerResponse, request: IncomingMessage, clock: FakeClock) => void;

/** A fault, and what is expected of the run. */
export interface FaultCase {
  /** What happens, and how often. */
  fault: string;
  /** Does it. */
  misbehave: Misbehave;
  /** How often the server misbehaves before it answers well; for ever unless given. */
  times?: number;
  /** Questions asked. */
  asked: number;
  /** Seconds waited between them. */
  waited: number;
  /** Exit code. */
  code: 0 | 1;
  /** What stderr says at last, with HOST for the server's name. */
  told: string;
}

/** What the server has when it answers well. */
export const PAPERS: ServedPaper[] = [
  { id: "3103.00001", day: "2031-03-01" },
  { id: "3103.00002", day: "2031-03-02" },
];

/** A page that a proxy sends instead of an answer. */
export const PAGE = "<!DOCTYPE html><html><head><title>Harbour Wi-Fi: log in</title></head></html>";

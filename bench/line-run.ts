/** Asks questions over a slow line in a real browser, first as a new reader, then as one who goes on asking. */
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../e2e/run/browser.ts";
import type { LineMeasures, MeasuredQuestion } from "./line-figures.ts";
import { ask, readBlocks, type, watchBlocks } from "./line-page.ts";
import type { LineQuestion } from "./line-questions.ts";
import { LineTraffic, slowDown } from "./line-traffic.ts";

/** A search page that is open. */
interface OpenPage {
  page: Page;
  traffic: LineTraffic;
  context: BrowserContext;
}

/** How to measure. */
export interface LineRun {
  /** Address of the search page. */
  url: string;
  /** The questions; the first opens the pages in which further ones are asked, and is not measured there. */
  questions: readonly LineQuestion[];
  /** Told what is done next, for those who wait. */
  say: (step: string) => void;
}

/** Measures in the browser that the browser tests use. Throws a `Failure` when there is none. */
export async function measureLine(run: LineRun): Promise<Omit<LineMeasures, "planner">> {
  const { executablePath, args, env } = await findBrowser();
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined));
  const browser = await chromium.launch({
    executablePath,
    args,
    env: { ...inherited, ...env } as { [name: string]: string },
  });
  try {
    run.say("First questions, each by a new reader …");
    const first: MeasuredQuestion[] = [];
    for (const question of run.questions) first.push(await measureFirst(browser, run.url, question));
    run.say("Later questions …");
    const later = await measureLater(browser, run);
    run.say("Typing letter by letter …");
    const typing = await measureTyping(browser, run);
    run.say("Without a line …");
    return { first, later, typing, warm: await measureWarm(browser, run) };
  } finally {
    await browser.close();
  }
}

/** Opens the search page as one who has never been here, and waits until it has all it wants by itself. */
async function openPage(browser: Browser, url: string, isSlow: boolean): Promise<OpenPage> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const traffic = new LineTraffic(page);
  if (isSlow) await slowDown(page);
  await page.goto(url);
  await traffic.rest();
  return { page, traffic, context };
}

async function measureFirst(browser: Browser, url: string, question: LineQuestion): Promise<MeasuredQuestion> {
  const { page, traffic, context } = await openPage(browser, url, true);
  const before = await traffic.take();
  const seconds = await ask(page, question.text);
  await traffic.rest();
  const after = await traffic.take();
  await context.close();
  return { ...question, before, after, seconds };
}

async function measureLater(browser: Browser, { url, questions }: LineRun): Promise<MeasuredQuestion[]> {
  const { page, traffic, context } = await openPage(browser, url, true);
  const measured: MeasuredQuestion[] = [];
  for (const question of questions) {
    const seconds = await ask(page, question.text);
    await traffic.rest();
    measured.push({ ...question, before: [], after: await traffic.take(), seconds });
  }
  await context.close();
  return measured.slice(1);
}

async function measureTyping(browser: Browser, { url, questions }: LineRun) {
  const { page, traffic, context } = await openPage(browser, url, true);
  await watchBlocks(page);
  for (const { text } of questions) await type(page, text, () => traffic.rest());
  const cost = await readBlocks(page);
  await context.close();
  return cost;
}

/** What the page itself needs: files come from this machine, and nobody waits for further letters. */
async function measureWarm(browser: Browser, { url, questions }: LineRun): Promise<number[]> {
  const { page, traffic, context } = await openPage(browser, url, false);
  const milliseconds: number[] = [];
  for (const { text } of questions) {
    milliseconds.push((await ask(page, text, true)) * 1000);
    await traffic.rest();
  }
  await context.close();
  return milliseconds.slice(1);
}

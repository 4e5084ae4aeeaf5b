/** The search page's parts, and what stands in them: the start, one waiting, an answer, a failure. */
import type { SearchLabels } from "../lib/search/labels.ts";
import { isSpanned } from "../lib/search/months.ts";
import { describeAnswer, describeCount } from "../lib/search/phrases.ts";
import { type Question, withSpan } from "../lib/search/question.ts";
import type { SearchAnswer } from "../lib/search/search-answer.ts";
import { type Chosen, listChosen, makeLabels } from "../lib/search/summary.ts";
import { make } from "./dom.ts";
import { type ChooseStep, makeFilters, makeQuestionLink } from "./search-filters.ts";
import { loadPapers, makeReading, makeRows, type ResultsContext } from "./search-results.ts";
import { isBeingTyped, listenToSpan } from "./search-span.ts";

/** Results shown at first, and with each "Show more". */
export const PAGE_LENGTH = 20;

/** Of these, so many are shown without waiting for the others; over a slow line the best paper is there before the rest. */
const FIRST_ROWS = 1;

/** Milliseconds without another sentence before a screen reader is told one: not at each letter that is typed. */
const QUIET = 1000;

/** What the page shows. */
export class SearchView {
  /** The answer that is shown; undefined when none is. */
  answer: SearchAnswer | undefined;
  readonly #root: HTMLElement;
  readonly #context: ResultsContext;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #shown = PAGE_LENGTH;
  /** Place of the result that had the focus in the answer before; -1 when none had. */
  #current = -1;

  /**
   * @param root The element that holds the parts, each marked by `data-part`.
   * @param labels Names of what can be filtered by.
   * @param choose Takes a step from the question that was asked last, and answers what it leads to.
   */
  constructor(root: HTMLElement, labels: SearchLabels, choose: ChooseStep) {
    this.#root = root;
    this.#context = { labels, label: makeLabels(labels), choose };
    listenToSpan(this.part("from"), this.part("to"), (span) => {
      if (this.answer !== undefined) choose((asked) => withSpan(asked, span));
    });
  }

  /** A part of the page. Throws where the page lacks it. */
  part<Kind extends HTMLElement>(name: string): Kind {
    const part = this.#root.querySelector<Kind>(`[data-part="${name}"]`);
    if (part === null) throw new Error(`The search page lacks its part ${name}.`);
    return part;
  }

  /** Has screen readers told a sentence in a while, unless another one comes first; an empty one takes back what was told. */
  #tell(sentence: string): void {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      this.part("status").textContent = sentence;
    }, QUIET);
  }

  /** Nothing is asked. */
  showStart(): void {
    this.answer = undefined;
    this.#show("start");
    this.#tell("");
  }

  /** The answer takes its time; earlier results stay to be read, and the sentence stands in place of their number. */
  showWaiting(sentence: string): void {
    this.#tell(sentence);
    if ((this.answer?.results.length ?? 0) > 0) {
      this.part("count").textContent = sentence;
    } else {
      this.#show("desk");
      this.#showFilters(undefined);
      this.part("results").replaceChildren(make("p", { class: "note" }, sentence));
    }
    this.part("results").setAttribute("aria-busy", "true");
  }

  /** Search is not to be had; the sentence says what to do. */
  showFailure(sentence: string): void {
    this.answer = undefined;
    this.#tell("");
    this.#show("desk");
    this.#showFilters(undefined);
    this.part("results").replaceChildren(make("p", { class: "notice", role: "alert" }, sentence));
  }

  /**
   * Shows an answer with its first papers; `showRest` adds the others.
   * @param signal Throws its reason when the answer is no longer wanted.
   */
  async showAnswer(answer: SearchAnswer, signal: AbortSignal): Promise<void> {
    const isNothing = answer.results.length === 0;
    const first = isNothing ? this.#makeNothing(answer) : makeRows(answer, 0, FIRST_ROWS, this.#context);
    // Asked for at once, so that they are on their way while the first ones are shown; `showRest` waits for them.
    void loadPapers(answer, FIRST_ROWS, PAGE_LENGTH).catch(() => undefined);
    const [rows, reading] = await Promise.all([first, makeReading(answer, this.#context)]);
    signal.throwIfAborted();
    this.#current = this.findCurrent();
    this.answer = answer;
    this.#shown = FIRST_ROWS;
    this.#showHead(answer, reading);
    this.part("results").replaceChildren(...rows);
    if (answer.results.length > FIRST_ROWS) this.#keepRoom();
    this.#keepPlace(FIRST_ROWS);
  }

  /**
   * Shows the papers behind the first ones; nothing moves by that.
   * @param shown How many papers stand there then.
   * @param signal Throws its reason when the answer is no longer wanted.
   */
  async showRest(answer: SearchAnswer, shown: number, signal: AbortSignal): Promise<void> {
    const rows = await makeRows(answer, FIRST_ROWS, shown, this.#context);
    signal.throwIfAborted();
    this.#shown = shown;
    this.part("results").append(...rows);
    this.#endBusy();
    this.part("more").hidden = answer.results.length <= shown;
    this.#keepPlace(shown);
  }

  /** Rows are still to come: what stands below the results does not come up meanwhile. */
  #keepRoom(): void {
    this.part("results").setAttribute("aria-busy", "true");
    this.part("results").classList.add("filling");
  }

  #endBusy(): void {
    this.part("results").removeAttribute("aria-busy");
    this.part("results").classList.remove("filling");
  }

  /** Whoever had gone to a result stays at its place, as soon as there is one. */
  #keepPlace(shown: number): void {
    if (this.#current < 0 || this.#current >= shown) return;
    this.focusResult(this.#current);
    this.#current = -1;
  }

  /** All of an answer but its rows. */
  #showHead(answer: SearchAnswer, reading: (Node | string)[]): void {
    const isNothing = answer.results.length === 0;
    const chosen = isNothing ? [] : listChosen(answer.question, this.#context.label);
    this.#show(
      "desk",
      ...(isNothing ? [] : ["found"]),
      ...(chosen.length > 0 ? ["chosen"] : []),
      ...(reading.length > 0 ? ["reading"] : []),
    );
    this.part("count").textContent = describeCount(answer);
    this.#tell(describeAnswer(answer, chosen.length));
    this.part("reading").replaceChildren(...reading);
    this.#fillChosen(answer.question, chosen);
    this.#showFilters(answer);
  }

  /**
   * Shows further results and gives how many are shown then; the first of them gets the focus. Rejects when a part of
   * the index is missing.
   */
  async showMore(): Promise<number> {
    const { answer } = this;
    const from = this.#shown;
    if (answer === undefined) return from;
    const rows = await makeRows(answer, from, from + PAGE_LENGTH, this.#context);
    // Something else may have been asked meanwhile, or for more a second time.
    if (this.answer !== answer || this.#shown !== from) return this.#shown;
    this.#shown += PAGE_LENGTH;
    this.part("results").append(...rows);
    this.part("more").hidden = answer.results.length <= this.#shown;
    const links = rows.map((row) => row.querySelector<HTMLElement>(".entry h3 a"));
    links.find((link) => link !== null)?.focus();
    return this.#shown;
  }

  /** Lets one result have the focus; false when there is none at that place, counted from 0. */
  focusResult(index: number): boolean {
    const entry = this.#listResults()[index];
    entry?.querySelector<HTMLElement>("h3 a")?.focus({ preventScroll: true });
    entry?.scrollIntoView({ block: "nearest" });
    return entry !== undefined;
  }

  /** Lets the heading have the focus when what had it is gone with an earlier answer, or at once. */
  keepFocus(isMoved: boolean): void {
    if (!isMoved && document.activeElement !== document.body) return;
    const head = [this.part("count"), ...this.part("results").querySelectorAll<HTMLElement>("h2")];
    head.find((heading) => heading.getClientRects().length > 0)?.focus();
  }

  /** Place of the result that has the focus, counted from 0; -1 when none has. */
  findCurrent(): number {
    return this.#listResults().findIndex((entry) => entry.contains(document.activeElement));
  }

  #listResults(): HTMLElement[] {
    return [...this.part("results").querySelectorAll<HTMLElement>(".entry")];
  }

  async #makeNothing(answer: SearchAnswer): Promise<HTMLElement[]> {
    const { makeNothing } = await import("./search-nothing.ts");
    return makeNothing(answer, this.#context);
  }

  /** Shows these parts, which are up to date, and hides the others. */
  #show(...names: string[]): void {
    this.#endBusy();
    for (const name of ["start", "found", "chosen", "desk", "reading", "more"]) {
      this.part(name).hidden = !names.includes(name);
    }
  }

  #fillChosen(question: Question, chosen: readonly Chosen[]): void {
    const links = chosen.map(({ label, drop }) =>
      makeQuestionLink(question, drop, `${label} ×`, this.#context.choose, `Search without ${label}`),
    );
    this.part("chosen").replaceChildren(make("span", {}, "Only"), ...links);
  }

  /** The fields for months stay while all around them is made anew; what is being typed into one stays there, too. */
  #showSpan(question: Question): void {
    for (const end of ["from", "to"] as const) {
      const field = this.part<HTMLInputElement>(end);
      if (!isBeingTyped(field)) field.value = question[end] ?? "";
    }
  }

  /** One result needs no filters, nothing found none but the months that are chosen. The box in use keeps the focus. */
  #showFilters(answer: SearchAnswer | undefined): void {
    const part = this.part("filters");
    const inUse = part.contains(document.activeElement) ? document.activeElement?.getAttribute("data-key") : undefined;
    const isShown = answer !== undefined && (answer.results.length > 1 || isSpanned(answer.question));
    part.hidden = !isShown;
    this.part("desk").classList.toggle("alone", !isShown);
    if (!isShown) return;
    const { label, choose } = this.#context;
    const { first, others } = makeFilters(answer.question, answer.facets, label, choose);
    this.part("boxes").replaceChildren(...first);
    this.part("boxes-more").replaceChildren(...others);
    this.#showSpan(answer.question);
    if (inUse) part.querySelector<HTMLElement>(`[data-key="${CSS.escape(inUse)}"]`)?.focus();
  }
}

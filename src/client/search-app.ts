/**
 * Runs the search page: answers as one types, keeps the whole question in the address and moves through results by
 * keys. The markup is that of components/search/SearchPage.astro.
 */
import type { SearchEngine } from "../lib/search/engine.ts";
import type { SearchLabels } from "../lib/search/labels.ts";
import { describeCount, quote } from "../lib/search/phrases.ts";
import { answerQuestion, makeVocabulary, prepareQuestion, type Vocabulary } from "../lib/search/planner.ts";
import {
  addressOf,
  EMPTY_QUESTION,
  isEmptyQuestion,
  parseQuestion,
  type Question,
  type QuestionChange,
  SORTS,
} from "../lib/search/question.ts";
import type { SearchAnswer } from "../lib/search/search-answer.ts";
import { copyAddress } from "./copy-address.ts";
import { listenToArrows } from "./search-arrows.ts";
import { loadEngine, SearchUnavailable } from "./search-engine.ts";
import { SearchField } from "./search-field.ts";
import { type Manner, SearchHistory } from "./search-history.ts";
import { KeptQuestions } from "./search-kept.ts";
import { Renewal } from "./search-renewal.ts";
import { readStorage } from "./search-storage.ts";
import { PAGE_LENGTH, SearchView } from "./search-view.ts";
import { beginWaiting } from "./search-waiting.ts";

/** Milliseconds for which the index is taken for the newest without a look. */
const TRUSTED = 300_000;

/**
 * Begins to answer. Call it once.
 * @param root The element that holds the page.
 * @param isMeant Whether Enter was pressed in the field already.
 */
export function startSearch(root: HTMLElement, isMeant: boolean): void {
  new SearchApp(root).start(isMeant);
}

class SearchApp {
  readonly #root: HTMLElement;
  readonly #labels: SearchLabels;
  readonly #vocabulary: Vocabulary;
  readonly #topicIds: ReadonlySet<string>;
  readonly #view: SearchView;
  readonly #field: SearchField;
  readonly #order: HTMLSelectElement;
  readonly #history = new SearchHistory();
  readonly #kept = new KeptQuestions();
  readonly #renewal: Renewal;
  /** The next try for a part of the index that is missing. */
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** When the index was the newest, by `performance.now`. */
  #trusted = performance.now();
  #question: Question = EMPTY_QUESTION;
  /** Whether the engine is there, so that what takes time is the search itself. */
  #isReady = false;
  /** Whether a failure is shown, which goes when the line comes back. */
  #hasFailed = false;
  /** Ends the search under way when another is asked. */
  #search = new AbortController();

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#renewal = new Renewal(this.#folder);
    this.#labels = JSON.parse(root.querySelector('[data-part="labels"]')?.textContent ?? "") as SearchLabels;
    const { topics, organizations, people } = this.#labels;
    this.#vocabulary = makeVocabulary(topics, organizations, people);
    this.#topicIds = new Set(this.#labels.topics.map(({ id }) => id));
    this.#view = new SearchView(root, this.#labels, (step) => void this.#choose(step));
    this.#field = new SearchField(this.#view.part("field"));
    this.#order = this.#view.part("order");
  }

  /** What was typed while this was being fetched counts as typed now. */
  start(isMeant: boolean): void {
    const typed = this.#field.text;
    this.#listen();
    this.#restore();
    if (typed.trim() === "" || location.search !== "") return;
    this.#field.text = typed;
    if (isMeant) void this.#submit();
    else void this.#ask(this.#readQuestion(), "type");
  }

  #listen(): void {
    // While nobody waits for it yet; what goes wrong is told with the first question.
    void this.#load().catch(() => undefined);
    this.#field.listen({
      type: () => void this.#ask(this.#readQuestion(), "type"),
      prepare: (text) => void this.#prepare(text),
      submit: () => void this.#submit(),
      leave: () => {
        this.#history.isDraft = false;
      },
    });
    this.#view.part("form").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
    this.#order.addEventListener("change", () => void this.#ask(this.#readQuestion(), "commit"));
    const copy = this.#view.part("copy");
    copy.addEventListener("click", () => void copyAddress(copy.firstElementChild ?? copy));
    this.#view.part("more").addEventListener("click", () => void this.#showMore());
    this.#view.part("results").addEventListener("click", ({ target }) => {
      const isOpened = target instanceof Element && target.closest(".entry a") !== null;
      if (isOpened && this.#view.answer !== undefined) this.#kept.keep(this.#view.answer);
    });
    listenToArrows(this.#root, this.#field.element, this.#view);
    addEventListener("popstate", () => this.#restore());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") void this.#look();
    });
    // The browser kept the page while one was elsewhere.
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) void this.#look();
    });
    addEventListener("online", () => {
      if (this.#hasFailed) this.#restore();
    });
  }

  /** Address of the index. */
  get #folder(): string {
    return this.#root.dataset["index"] ?? "";
  }

  /** Asks again when the site has another index by now. */
  async #look(): Promise<void> {
    this.#trusted = performance.now();
    if (await this.#renewal.isRenewed()) this.#askAgain();
  }

  /** What is being typed stays as it is. */
  #askAgain(shown = this.#history.shown): void {
    void this.#ask(this.#readQuestion(), "type", shown);
  }

  /** Where papers are missing the question is asked again, which tells why, or finds them in the newest index. */
  async #showMore(): Promise<void> {
    const wanted = (this.#history.shown ?? PAGE_LENGTH) + PAGE_LENGTH;
    const shown = await this.#view.showMore().catch(() => undefined);
    if (shown === undefined) this.#askAgain(wanted);
    else this.#history.keepShown(shown);
  }

  async #load(): Promise<SearchEngine> {
    const engine = await loadEngine(this.#folder);
    this.#isReady = true;
    return engine;
  }

  /** Fetches what the words that are typed to their end need, while the next one is being typed. */
  async #prepare(text: string): Promise<void> {
    const engine = await this.#load().catch(() => undefined);
    if (engine !== undefined) await prepareQuestion(engine, text, this.#vocabulary).catch(() => undefined);
  }

  /**
   * Asks what a link or a box leads to; what was pressed may be gone then. It may stand beside an answer that is older
   * than what has been asked since: the words that were typed, the order or the boxes that were chosen stay.
   */
  async #choose(step: QuestionChange): Promise<void> {
    const before = this.#question.like;
    const chosen = step(this.#readQuestion());
    await this.#ask(chosen, "commit");
    // Papers like one are another list, read from its head.
    this.#view.keepFocus(chosen.like !== undefined && chosen.like !== before);
  }

  /** The question with what stands in the field and the order that is chosen. */
  #readQuestion(): Question {
    const sort = SORTS.find((name) => name === this.#order.value) ?? "relevance";
    return { ...this.#question, text: this.#field.text, sort };
  }

  /** Takes the question from the address. */
  #restore(): void {
    const question = parseQuestion(new URLSearchParams(location.search), this.#topicIds);
    this.#history.isDraft = false;
    void this.#ask(question, "restore", this.#history.shown);
  }

  /** An id or address of a paper that is meant goes straight to its paper. */
  async #submit(): Promise<void> {
    // A touch keyboard covers the results.
    if (matchMedia("(pointer: coarse)").matches) this.#field.element.blur();
    const asking = this.#ask(this.#readQuestion(), "commit");
    // It was meant, even if something else is asked before it is answered.
    if (!isEmptyQuestion(this.#question)) this.#kept.keep({ question: this.#question });
    const answer = await asking;
    const [found] = answer?.results ?? [];
    if (answer?.paperId !== undefined && found !== undefined) location.assign((await found.hit.load()).entry.href);
  }

  /** Asks a question and shows the answer; gives undefined when another was asked meanwhile or there is none. */
  async #ask(asked: Question, manner: Manner, shown = PAGE_LENGTH): Promise<SearchAnswer | undefined> {
    const signal = this.#begin();
    const address = addressOf(asked, location.pathname);
    const question = parseQuestion(new URL(address, location.href).searchParams, this.#topicIds);
    this.#question = question;
    this.#hasFailed = false;
    this.#history.keepAddress(address, manner);
    this.#showQuestion(question, manner);
    if (isEmptyQuestion(question)) {
      this.#view.showStart();
      const recent = readStorage() === null ? undefined : await import("./search-recent.ts").catch(() => undefined);
      recent?.showRecent(this.#root);
      return undefined;
    }
    const looking = question.text === "" ? "Looking…" : `Looking for ${quote(question.text)}…`;
    const say = (sentence: string): void => this.#view.showWaiting(sentence);
    const waiting = beginWaiting(this.#isReady ? looking : "Getting the search index…", say);
    signal.addEventListener("abort", () => waiting.stop());
    try {
      const engine = await this.#load();
      signal.throwIfAborted();
      waiting.turn(looking);
      const answer = await this.#answer(engine, question, signal);
      // Nothing is said not to be there before the newest index was asked.
      const isStale = answer.results.length === 0 && (await this.#renewal.isRenewed());
      signal.throwIfAborted();
      if (isStale) return await this.#ask(asked, manner, shown);
      await this.#view.showAnswer(answer, signal);
      waiting.stop();
      if (answer.like !== undefined) this.#showTitle(describeCount(answer));
      if (answer.results.length > 0) this.#kept.keepLater(answer, () => this.#history.isDraft);
      await this.#view.showRest(answer, shown, signal);
      this.#renewal.endTries();
      if (performance.now() - this.#trusted >= TRUSTED) void this.#look();
      return answer;
    } catch (error) {
      if (signal.aborted) return undefined;
      const isReplaced = await this.#renewal.isReplaced();
      if (signal.aborted) return undefined;
      if (isReplaced) return await this.#ask(asked, manner, shown);
      this.#fail(error);
      return undefined;
    } finally {
      waiting.stop();
    }
  }

  async #answer(engine: SearchEngine, question: Question, signal: AbortSignal): Promise<SearchAnswer> {
    if (question.like === undefined) return answerQuestion(engine, question, this.#vocabulary, signal);
    const { answerLike } = await import("../lib/search/like.ts");
    return answerLike(engine, question, signal);
  }

  /** Ends what is under way; its answer would be stale. */
  #begin(): AbortSignal {
    this.#field.rest();
    this.#kept.leave();
    clearTimeout(this.#retry);
    this.#search.abort();
    this.#search = new AbortController();
    return this.#search.signal;
  }

  #showQuestion({ text, sort }: Question, manner: Manner): void {
    this.#order.value = sort;
    // While someone types, a space at the end is still theirs.
    if (manner !== "type") this.#field.text = text;
    this.#showTitle(text || "Search");
  }

  #showTitle(title: string): void {
    document.title = document.title.replace(/^.*(?= – [^–]*$)/u, title);
  }

  #fail(error: unknown): void {
    this.#hasFailed = true;
    if (!navigator.onLine) {
      this.#view.showFailure(
        "You are offline, and search still has to fetch a part of its index. Once you are online, it goes on by itself.",
      );
      return;
    }
    const isExpected = error instanceof SearchUnavailable;
    const delay = isExpected && error.isLasting ? undefined : this.#renewal.countTry();
    if (delay !== undefined) {
      this.#retry = setTimeout(() => this.#askAgain(), delay);
      this.#view.showFailure(
        "A part of search is missing, perhaps because the site is just being renewed. It is asked for again in a moment.",
      );
      return;
    }
    if (!isExpected) console.error(error);
    this.#view.showFailure(isExpected ? error.message : "Search failed. Load this page again, then ask once more.");
  }
}

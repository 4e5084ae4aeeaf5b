/**
 * Runs the search page: answers as one types, keeps the whole question in the address and moves through results by
 * keys. The markup is that of components/search/SearchPage.astro.
 */
import type { SearchEngine } from "../lib/search/engine.ts";
import type { SearchLabels } from "../lib/search/labels.ts";
import { type Answer, answerQuestion, makeVocabulary, type Vocabulary } from "../lib/search/planner.ts";
import {
  addressOf,
  EMPTY_QUESTION,
  isEmptyQuestion,
  parseQuestion,
  type Question,
  SORTS,
} from "../lib/search/question.ts";
import { loadEngine, SearchUnavailable } from "./search-engine.ts";
import { PAGE_LENGTH, SearchView } from "./search-view.ts";

/** Milliseconds without a key before what was typed is searched. */
const TYPING_PAUSE = 120;
/** Milliseconds before it is said that one has to wait. */
const WAITING = 250;
/** Milliseconds for which a button says that it has done its work. */
const DONE = 2000;

/** How a question comes to be asked: `type` while it is written, `commit` when it is meant, `restore` from the address. */
type Manner = "type" | "commit" | "restore";

/** Begins to answer; `root` is the element that holds the page. Call it once. */
export function startSearch(root: HTMLElement): void {
  new SearchApp(root).start();
}

class SearchApp {
  readonly #root: HTMLElement;
  readonly #labels: SearchLabels;
  readonly #vocabulary: Vocabulary;
  readonly #topicIds: ReadonlySet<string>;
  readonly #view: SearchView;
  readonly #field: HTMLTextAreaElement;
  readonly #order: HTMLSelectElement;
  #question: Question = EMPTY_QUESTION;
  /** What the button for copying says when it has not just been used. */
  #copyLabel: string | undefined;
  /** Ends the search under way when another is asked. */
  #search = new AbortController();
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Whether the address holds something half typed, which the next change of the text replaces. */
  #isDraft = false;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#labels = JSON.parse(root.querySelector('[data-part="labels"]')?.textContent ?? "") as SearchLabels;
    this.#vocabulary = makeVocabulary(this.#labels.topics);
    this.#topicIds = new Set(this.#labels.topics.map(({ id }) => id));
    this.#view = new SearchView(root, this.#labels, (question) => void this.#ask(question, "commit"));
    this.#field = this.#view.part("field");
    this.#order = this.#view.part("order");
  }

  /** What was typed while this was being fetched counts as typed now. */
  start(): void {
    const typed = this.#field.value;
    this.#listen();
    this.#restore();
    if (typed.trim() === "" || location.search !== "") return;
    this.#field.value = typed;
    void this.#ask(this.#readQuestion(), "type");
  }

  #listen(): void {
    const field = this.#field;
    void this.#load().catch(() => undefined);
    field.addEventListener("input", () => {
      this.#fitField();
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => void this.#ask(this.#readQuestion(), "type"), TYPING_PAUSE);
    });
    field.addEventListener("blur", () => {
      this.#isDraft = false;
    });
    this.#view.part("form").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
    this.#order.addEventListener("change", () => void this.#ask(this.#readQuestion(), "commit"));
    this.#view.part("copy").addEventListener("click", () => void this.#copyAddress());
    this.#view.part("more").addEventListener("click", async () => {
      history.replaceState({ shown: await this.#view.showMore() }, "");
    });
    this.#root.addEventListener("keydown", (event) => this.#move(event));
    addEventListener("popstate", () => this.#restore());
  }

  #load(): Promise<SearchEngine> {
    return loadEngine(this.#root.dataset["index"] ?? "");
  }

  /** The question with what stands in the field and the order that is chosen. */
  #readQuestion(): Question {
    const sort = SORTS.find((name) => name === this.#order.value) ?? "relevance";
    return { ...this.#question, text: this.#field.value, sort };
  }

  /** Takes the question from the address. */
  #restore(): void {
    const question = parseQuestion(new URLSearchParams(location.search), this.#topicIds);
    const shown = (history.state as { shown?: unknown } | null)?.shown;
    this.#isDraft = false;
    void this.#ask(question, "restore", typeof shown === "number" ? shown : PAGE_LENGTH);
  }

  /** An arXiv id or address that is meant goes straight to its paper. */
  async #submit(): Promise<void> {
    // A touch keyboard covers the results.
    if (matchMedia("(pointer: coarse)").matches) this.#field.blur();
    const answer = await this.#ask(this.#readQuestion(), "commit");
    const [found] = answer?.results ?? [];
    if (answer?.arxivId !== undefined && found !== undefined) location.assign((await found.hit.load()).entry.href);
  }

  /** Asks a question and shows the answer; gives undefined when another was asked meanwhile or there is none. */
  async #ask(asked: Question, manner: Manner, shown = PAGE_LENGTH): Promise<Answer | undefined> {
    const signal = this.#begin();
    const address = addressOf(asked, location.pathname);
    const question = parseQuestion(new URL(address, location.href).searchParams, this.#topicIds);
    this.#question = question;
    this.#keepAddress(address, manner);
    this.#showQuestion(question, manner);
    if (isEmptyQuestion(question)) {
      this.#view.showStart();
      return undefined;
    }
    const waiting = setTimeout(() => this.#view.showWaiting(), WAITING);
    try {
      const engine = await this.#load();
      signal.throwIfAborted();
      const answer = await answerQuestion(engine, question, this.#vocabulary, signal);
      await this.#view.showAnswer(answer, shown, signal);
      return answer;
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
      return undefined;
    } finally {
      clearTimeout(waiting);
      if (!signal.aborted) this.#view.part("results").removeAttribute("aria-busy");
    }
  }

  /** Ends what is under way; its answer would be stale. */
  #begin(): AbortSignal {
    clearTimeout(this.#pause);
    this.#search.abort();
    this.#search = new AbortController();
    return this.#search.signal;
  }

  #showQuestion({ text, sort }: Question, manner: Manner): void {
    this.#order.value = sort;
    // While someone types, a space at the end is still theirs.
    if (manner !== "type") this.#field.value = text;
    this.#fitField();
    document.title = document.title.replace(/^.*(?= – [^–]*$)/u, text || "Search");
  }

  #fail(error: unknown): void {
    const isExpected = error instanceof SearchUnavailable;
    if (!isExpected) console.error(error);
    this.#view.showFailure(isExpected ? error.message : "Search failed. Load this page again, then ask once more.");
  }

  /** Typing makes one entry in the history, however long it goes on; everything else makes one each. */
  #keepAddress(address: string, manner: Manner): void {
    if (manner === "restore") return;
    const isSame = address === location.pathname + location.search;
    if (!isSame && manner === "type" && this.#isDraft) history.replaceState(null, "", address);
    else if (!isSame) history.pushState(null, "", address);
    this.#isDraft = manner === "type" && (this.#isDraft || !isSame);
  }

  async #copyAddress(): Promise<void> {
    const [label] = this.#view.part("copy").children;
    if (label === undefined) return;
    this.#copyLabel ??= label.textContent;
    label.textContent = await navigator.clipboard.writeText(location.href).then(
      () => "Copied",
      () => "Copy it from the address bar",
    );
    setTimeout(() => {
      label.textContent = this.#copyLabel ?? "";
    }, DONE);
  }

  /** Arrows go from the question to the results and through them; Escape goes back to the question. */
  #move(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
    const isDone = event.target === this.#field ? this.#moveFromField(event.key) : this.#moveFromResult(event.key);
    if (isDone) event.preventDefault();
  }

  #moveFromField(key: string): boolean {
    if (key === "Enter") {
      void this.#submit();
      return true;
    }
    const isAtEnd = this.#field.selectionEnd === this.#field.value.length;
    return key === "ArrowDown" && isAtEnd && this.#view.focusResult(0);
  }

  #moveFromResult(key: string): boolean {
    const current = this.#view.findCurrent();
    if (key === "Escape" || (key === "ArrowUp" && current === 0)) {
      this.#field.focus();
      return true;
    }
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    return step !== 0 && current >= 0 && this.#view.focusResult(current + step);
  }

  /** The field grows with its text; where the browser does not do so by itself, it is told its height. */
  #fitField(): void {
    if (CSS.supports("field-sizing", "content")) return;
    this.#field.style.height = "auto";
    this.#field.style.height = `${this.#field.scrollHeight}px`;
  }
}

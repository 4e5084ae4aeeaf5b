/** The field of the search page: says what is typed, when it is meant, and which words of it are whole. */
import { hasModifier } from "./search-arrows.ts";

/** Debounce: milliseconds without a key before what was typed is searched. */
const DEBOUNCE_MS = 120;

/** What is to be done when something happens in the field. */
export interface FieldListeners {
  /** Answers what is typed, after a pause. */
  type: () => void;
  /** Takes the words that are typed to their end, as soon as there is another. */
  prepare: (text: string) => void;
  /** Answers what is meant: Enter was pressed. */
  submit: () => void;
  /** The field is left. */
  leave: () => void;
}

/** The field. */
export class SearchField {
  /** Its element. */
  readonly element: HTMLTextAreaElement;
  #debounce: ReturnType<typeof setTimeout> | undefined;

  /** @param element Where questions are typed. */
  constructor(element: HTMLTextAreaElement) {
    this.element = element;
  }

  /** What stands in it. */
  get text(): string {
    return this.element.value;
  }

  set text(text: string) {
    this.element.value = text;
    this.#fit();
  }

  /** Begins to listen. Call it once. */
  listen({ type, prepare, submit, leave }: FieldListeners): void {
    let length = this.text.length;
    let prepared = "";
    this.#fit();
    this.element.addEventListener("input", () => {
      const { text } = this;
      // More than a letter at once was pasted or chosen, and is whole.
      const isWhole = Math.abs(text.length - length) > 1;
      length = text.length;
      this.#fit();
      this.rest();
      this.#debounce = setTimeout(type, isWhole ? 0 : DEBOUNCE_MS);
      const whole = text.slice(0, text.search(/(?<!\S)\S*$/));
      if (whole === prepared) return;
      prepared = whole;
      prepare(whole);
    });
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || hasModifier(event)) return;
      event.preventDefault();
      submit();
    });
    this.element.addEventListener("blur", leave);
  }

  /** What was typed is answered otherwise; the pause leads to nothing. */
  rest(): void {
    clearTimeout(this.#debounce);
  }

  /** The field grows with its text; where the browser does not do so by itself, it is told its height. */
  #fit(): void {
    if (CSS.supports("field-sizing", "content")) return;
    this.element.style.height = "auto";
    this.element.style.height = `${this.element.scrollHeight}px`;
  }
}

/** Which questions are kept among the last ones: those that are meant, and those that one stays on. */
import type { EntryView } from "../lib/papers/entry.ts";
import { formatQuestion, type Question } from "../lib/search/question.ts";
import { keepRecent } from "./search-storage.ts";

/** Milliseconds after which a question that one stays on was meant. */
const MEANT = 3000;

/** What is asked and answered, as far as it is kept. */
interface Asked {
  question: Question;
  /** The paper that others are to be like. */
  like?: EntryView | undefined;
}

/** The questions of one page. */
export class KeptQuestions {
  /** Parameters of a question that was kept although it may still be being written. */
  #stayedOn: string | undefined;
  #stay: ReturnType<typeof setTimeout> | undefined;

  /** Keeps a question that was meant. */
  keep({ question, like }: Asked): void {
    const query = formatQuestion(question).toString();
    keepRecent({ query, ...(like === undefined ? {} : { title: like.title }) }, this.#stayedOn);
    this.#stayedOn = undefined;
  }

  /** Keeps a question if one stays on it. @param isDraft whether what is written further takes its place */
  keepLater(asked: Asked, isDraft: () => boolean): void {
    this.#stay = setTimeout(() => {
      this.keep(asked);
      this.#stayedOn = isDraft() ? formatQuestion(asked.question).toString() : undefined;
    }, MEANT);
  }

  /** Something else is asked. */
  leave(): void {
    clearTimeout(this.#stay);
  }
}

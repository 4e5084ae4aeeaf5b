/** Finding the record that an entry of a source is about: by id, else by an id in its links, else by title and first author. */
import { findMainForm, listForms } from "../address.ts";
import type { PaperRecord } from "../content/record.ts";
import { areSameId, foldId, isArxivId, toSegment } from "../papers/id.ts";
import { listLinkedIds } from "../papers/linked-ids.ts";
import type { Facts } from "./facts.ts";
import { mayBeOneWork, normalizeTitle, readFirstAuthor } from "./own-id.ts";

/** What a match came to: the record's id, several that fit equally or none, and what they were looked for by. */
export type Match = { ids: string[]; by: "id" | "link" | "title" };

/** Records in a form that can be searched. Titles are only indexed when the first is asked for. */
export class RecordIndex {
  readonly #records: Map<string, PaperRecord>;
  /** By the segment of an address, the id of the record that has it, or had it before. */
  readonly #holders = new Map<string, string>();
  /** By folded id, the id of the record that has it, or had it before. */
  readonly #ids = new Map<string, string>();
  /** By folded id, the id of the record whose links lead to a page with it. */
  readonly #linked = new Map<string, string>();
  #titles: Map<string, Set<string>> | undefined;

  /** @param records by id; the index looks into this map, which may grow when `add` is told so */
  constructor(records: Map<string, PaperRecord>) {
    this.#records = records;
    for (const record of records.values()) this.#addKeys(record);
  }

  /** Tells of a record that is new, or that has changed. */
  add(record: PaperRecord): void {
    this.#addKeys(record);
    this.#addTitle(record);
  }

  /** The record that facts are about. */
  find(facts: Pick<Facts, "id" | "title" | "authors" | "published" | "links">): Match {
    const { id } = facts;
    const holder = id === undefined ? undefined : this.findById(id);
    if (holder !== undefined) return { ids: [holder], by: "id" };
    const known = this.#findByLink(facts);
    if (known !== undefined) return { ids: [known], by: "link" };
    return { ids: this.#findByTitle(facts), by: "title" };
  }

  /** Id of the record that has an id, or had it before, in any of the id's forms; undefined when there is none. */
  findById(id: string): string | undefined {
    return this.#records.has(id) ? id : this.#ids.get(foldId(id));
  }

  /**
   * Id of a record whose address leaves none for another, or for an id that this had; undefined when there is none.
   * @param owner under which the other is known
   */
  findRival({ id, previousIds }: Pick<PaperRecord, "id" | "previousIds">, owner = id): string | undefined {
    const former = previousIds.map(toSegment);
    const names = [...listForms(toSegment(id)), ...former];
    const mains = [toSegment(id), ...former].flatMap((name) => findMainForm(name) ?? []);
    const owners = [...names, ...mains].flatMap((name) => this.#holders.get(name) ?? []);
    return owners.find((rival) => rival !== owner);
  }

  #addKeys(record: PaperRecord): void {
    this.#holders.set(toSegment(record.id), record.id);
    this.#ids.set(foldId(record.id), record.id);
    for (const id of record.previousIds) {
      this.#fill(this.#holders, toSegment(id), record.id);
      this.#fill(this.#ids, foldId(id), record.id);
    }
    for (const key of listLinkedIds(record)) this.#fill(this.#linked, key, record.id);
  }

  /** Sets what nobody has, or what one has whose id is another now. */
  #fill(owners: Map<string, string>, key: string, owner: string): void {
    if (!this.#records.has(owners.get(key) ?? "")) owners.set(key, owner);
  }

  #addTitle({ id, title }: PaperRecord): void {
    this.#titles?.getOrInsertComputed(normalizeTitle(title), () => new Set()).add(id);
  }

  #findByLink(facts: Pick<Facts, "id" | "links">): string | undefined {
    const keys = [...(facts.id === undefined ? [] : [foldId(facts.id)]), ...listLinkedIds(facts)];
    const ids = keys.flatMap((key) => this.#ids.get(key) ?? this.#linked.get(key) ?? []);
    return ids.find((id) => this.#records.has(id) && !areDifferentWorks(facts.id, id));
  }

  #findByTitle(facts: Pick<Facts, "id" | "title" | "authors" | "published">): string[] {
    const { id, title, authors } = facts;
    if (this.#titles === undefined) {
      this.#titles = new Map();
      for (const record of this.#records.values()) this.#addTitle(record);
    }
    const author = readFirstAuthor(authors);
    const key = normalizeTitle(title);
    const ids = key === "" ? [] : [...(this.#titles.get(key) ?? [])];
    return ids.filter((candidate) => {
      const record = this.#records.get(candidate);
      // One that has another id now is not there any more, and one may have another title.
      if (record === undefined || areDifferentWorks(id, candidate)) return false;
      if (normalizeTitle(record.title) !== key) return false;
      const other = readFirstAuthor(record.authors);
      const isSameAuthor = author === undefined || other === undefined || author === other;
      return isSameAuthor && mayBeOneWork(facts, record);
    });
  }
}

/** Two ids that one registry gave are two works, whatever their titles. */
function areDifferentWorks(a: string | undefined, b: string): boolean {
  return a !== undefined && !areSameId(a, b) && nameRegistry(a) === nameRegistry(b);
}

function nameRegistry(id: string): string {
  return isArxivId(id) ? "arxiv" : id.slice(0, id.indexOf(":"));
}

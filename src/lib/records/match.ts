/** Finding the record that an entry of a source is about: by id, else by DOI, else by title and first author. */
import { findMainForm, listForms } from "../address.ts";
import type { PaperRecord } from "../content/record.ts";
import { splitName } from "../papers/author.ts";
import { areSameId, isArxivId, toSegment } from "../papers/id.ts";
import { foldLatin } from "../papers/latin.ts";
import type { Facts } from "./facts.ts";

/** A title as it is compared: letters and digits only, Latin ones without marks, in lower case. */
export function normalizeTitle(title: string): string {
  return foldLatin(title).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

/** What a match came to: the record's id, several that fit equally or none, and what they were looked for by. */
export type Match = { ids: string[]; by: "id" | "DOI" | "title" };

/** Who has an address of a paper. */
interface Holder {
  /** The id that became the address. */
  id: string;
  /** Id of the record that has it, or had it before. */
  owner: string;
}

/** Records in a form that can be searched. Titles are only indexed when the first is asked for. */
export class RecordIndex {
  readonly #records: Map<string, PaperRecord>;
  /** By segment. */
  readonly #holders = new Map<string, Holder>();
  readonly #dois = new Map<string, string>();
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
  find(facts: Pick<Facts, "id" | "title" | "authors" | "links">): Match {
    const { id } = facts;
    if (id !== undefined && this.#records.has(id)) return { ids: [id], by: "id" };
    const holder = id === undefined ? undefined : this.#holders.get(toSegment(id));
    if (id !== undefined && holder !== undefined && areSameId(holder.id, id)) return { ids: [holder.owner], by: "id" };
    const known = this.#findByDoi(facts);
    if (known !== undefined) return { ids: [known], by: "DOI" };
    return { ids: this.#findByTitle(facts), by: "title" };
  }

  /**
   * Id of a record whose address leaves none for another, or for an id that this had; undefined when there is none.
   * @param owner under which the other is known
   */
  findRival({ id, previousIds }: Pick<PaperRecord, "id" | "previousIds">, owner = id): string | undefined {
    const former = previousIds.map(toSegment);
    const names = [...listForms(toSegment(id)), ...former];
    const mains = [toSegment(id), ...former].flatMap((name) => findMainForm(name) ?? []);
    const owners = [...names, ...mains].flatMap((name) => this.#holders.get(name)?.owner ?? []);
    return owners.find((rival) => rival !== owner);
  }

  #addKeys(record: PaperRecord): void {
    this.#holders.set(toSegment(record.id), { id: record.id, owner: record.id });
    for (const id of record.previousIds) this.#holders.getOrInsert(toSegment(id), { id, owner: record.id });
    const doi = readDoi(record);
    if (doi !== undefined) this.#dois.set(doi, record.id);
  }

  #addTitle({ id, title }: PaperRecord): void {
    this.#titles?.getOrInsertComputed(normalizeTitle(title), () => new Set()).add(id);
  }

  #findByDoi(facts: Pick<Facts, "id" | "links">): string | undefined {
    const doi = readDoi(facts);
    const id = doi === undefined ? undefined : this.#dois.get(doi);
    return id === undefined || areDifferentWorks(facts.id, id) ? undefined : id;
  }

  #findByTitle({ id, title, authors }: Pick<Facts, "id" | "title" | "authors">): string[] {
    if (this.#titles === undefined) {
      this.#titles = new Map();
      for (const record of this.#records.values()) this.#addTitle(record);
    }
    const author = readFirstAuthor(authors);
    const key = normalizeTitle(title);
    const ids = key === "" ? [] : [...(this.#titles.get(key) ?? [])];
    return ids.filter((candidate) => {
      const other = readFirstAuthor(this.#records.get(candidate)?.authors);
      const isSameAuthor = author === undefined || other === undefined || author === other;
      return isSameAuthor && !areDifferentWorks(id, candidate);
    });
  }
}

/** Family name of the first author as it is compared; undefined when no author is known. */
function readFirstAuthor(authors: string[] | undefined): string | undefined {
  const [first] = authors ?? [];
  return first === undefined ? undefined : foldLatin(splitName(first).family);
}

/** The DOI without its host, in lower case, as DOIs are compared (DOI Handbook, 2.4). */
function readDoi({ id, links }: Pick<Facts, "id" | "links">): string | undefined {
  const doi = links?.doi?.replace(/^https?:\/\/(dx\.)?doi\.org\//i, "") ?? /^doi:(.*)$/s.exec(id ?? "")?.[1];
  return doi?.toLowerCase();
}

/** Two ids that one registry gave are two works, whatever their titles. */
function areDifferentWorks(a: string | undefined, b: string): boolean {
  return a !== undefined && a !== b && nameRegistry(a) === nameRegistry(b);
}

function nameRegistry(id: string): string {
  return isArxivId(id) ? "arxiv" : id.slice(0, id.indexOf(":"));
}

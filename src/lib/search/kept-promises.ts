/** Work that is done once for each name, and again after a failure. */
export class KeptPromises {
  readonly #most: number;
  readonly #kept = new Map<string, Promise<unknown>>();

  /** @param most how many are kept; beyond that the oldest goes */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  /** What the work for a name comes to; it is begun if there is none yet. Give one name to work of one kind. */
  keep<Value>(name: string, begin: () => Promise<Value>): Promise<Value> {
    const known = this.#kept.get(name) as Promise<Value> | undefined;
    if (known !== undefined) return known;
    const work = begin();
    this.#kept.set(name, work);
    work.catch(() => {
      if (this.#kept.get(name) === work) this.#kept.delete(name);
    });
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value ?? "");
    return work;
  }

  /** Forgets the work for a name, which is begun anew when it is asked for. */
  drop(name: string): void {
    this.#kept.delete(name);
  }
}

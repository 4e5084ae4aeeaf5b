/** A pool of tasks, several of which are under way at once, but no more than so many: a counting semaphore with a queue. */
export class TaskPool {
  readonly #most: number;
  readonly #running = new Set<Promise<void>>();
  #failure: { error: unknown } | undefined;

  /** @param most how many may be under way at once */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Begins with a piece as soon as there is room for it. Throws what another has thrown, once none is under way: then it
   * is not begun with.
   */
  async add(begin: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#most) await Promise.race(this.#running);
    if (this.#failure !== undefined) await this.finish();
    const work = begin()
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#running.delete(work));
    this.#running.add(work);
  }

  /** Waits until none is under way. Throws the first thing that was thrown. */
  async finish(): Promise<void> {
    await Promise.all(this.#running);
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}

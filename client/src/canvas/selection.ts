/** What the person has selected; listeners hear every change. */
export class Selection {
  #ids: ReadonlySet<string> = new Set();
  readonly #listeners = new Set<() => void>();

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** The one selected element, when it is exactly one. */
  get only(): string | null {
    return this.#ids.size === 1 ? ([...this.#ids][0] as string) : null;
  }

  set(ids: Iterable<string>): void {
    const next = new Set(ids);
    if (next.size === this.#ids.size && [...next].every((id) => this.#ids.has(id))) return;
    this.#ids = next;
    for (const listener of this.#listeners) listener();
  }

  toggle(id: string): void {
    const next = new Set(this.#ids);
    if (!next.delete(id)) next.add(id);
    this.set(next);
  }

  clear(): void {
    this.set([]);
  }

  /** Forgets what is no longer there. */
  prune(gone: ReadonlySet<string>): void {
    if ([...gone].some((id) => this.#ids.has(id))) this.set([...this.#ids].filter((id) => !gone.has(id)));
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** For whose selection a cluster is to be chosen: asked by keys and bars, answered by the dialog beside the canvas. */
export class ClusterAsking {
  #host: object | null = null;
  readonly #listeners = new Set<() => void>();

  get host(): object | null {
    return this.#host;
  }

  /** Null: the choice was made, or left. */
  ask(host: object | null): void {
    this.#host = host;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export const CLUSTER_ASKING = new ClusterAsking();

/** A token bucket: so much at once, and so much a second. It may go into debt, which is paid by waiting. */
export class Bucket {
  readonly #perSecond: number;
  readonly #burst: number;
  #left: number;
  #at: number;

  constructor(perSecond: number, burst: number, now: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#left = burst;
    this.#at = now;
  }

  /** Takes an amount; milliseconds to wait until the debt is paid, 0 when there is none. */
  take(amount: number, now: number): number {
    const seconds = Math.max(0, now - this.#at) / 1000;
    this.#at = now;
    this.#left = Math.min(this.#burst, this.#left + seconds * this.#perSecond) - amount;
    return this.#left >= 0 ? 0 : (-this.#left / this.#perSecond) * 1000;
  }
}

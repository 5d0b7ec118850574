import { randomOf } from '@talkoot/facilitation';

const LETTERS = 'aeiouyäöklmnprstvh';

/** Lots that simulated people draw; the same seed draws the same. */
export class Chance {
  readonly #next: () => number;

  constructor(seed: string) {
    this.#next = randomOf(seed);
  }

  /** So often, of 1. */
  of(probability: number): boolean {
    return this.#next() < probability;
  }

  /** Between two numbers, both whole and included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.#next() * (to - from + 1));
  }

  /** Between two numbers. */
  between(from: number, to: number): number {
    return from + this.#next() * (to - from);
  }

  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new Error('nothing to pick from');
    return items[this.whole(0, items.length - 1)] as Item;
  }

  /** In another order. */
  mixed<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, at: this.#next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }

  /** Something that looks like words, so many letters long. */
  words(letters: number): string {
    let words = '';
    while (words.length < letters) {
      const word = Array.from({ length: this.whole(2, 8) }, () => this.pick([...LETTERS])).join('');
      words += words === '' ? word : ` ${word}`;
    }
    return words.slice(0, letters).trim();
  }
}

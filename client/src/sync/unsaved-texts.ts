import { z } from 'zod/mini';
import { type Memory, remembered } from './memory.ts';
import type { UnsavedText } from './session.ts';

const Texts = z.array(z.object({ id: z.string(), text: z.string(), reason: z.string(), at: z.number() }));

/** "My unsaved text": words the board did not take, kept in this browser until the person lets them go. */
export class UnsavedTexts {
  readonly #memory: Memory;
  readonly #key: string;
  #texts: readonly UnsavedText[];

  constructor(memory: Memory, key: string) {
    this.#memory = memory;
    this.#key = key;
    this.#texts = remembered(memory, key, Texts, []);
  }

  all(): readonly UnsavedText[] {
    return this.#texts;
  }

  add(text: UnsavedText): void {
    this.#save([...this.#texts, text]);
  }

  remove(id: string): void {
    this.#save(this.#texts.filter((text) => text.id !== id));
  }

  #save(texts: readonly UnsavedText[]): void {
    this.#texts = texts;
    this.#memory.set(this.#key, texts.length === 0 ? null : JSON.stringify(texts));
  }
}

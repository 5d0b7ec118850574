import { type Delta as DeltaOf, type default as Quill, Delta } from 'quill/core';
import type * as Y from 'yjs';
import { WaitingChanges } from './waiting.ts';

type Ops = ConstructorParameters<typeof Delta>[0];

/**
 * Keeps Quill and a Y.Text alike. Unlike y-quill it lets a person finish a composition: while letters are put together
 * the browser owns the line, so what others write meanwhile waits and the two are then transformed past each other.
 */
export class WordsBinding {
  readonly #quill: Quill;
  readonly #text: Y.Text;
  /** Written into what others insert, which otherwise would take on the look of the letters beside it. */
  readonly #plain: Record<string, false>;
  readonly #maxLength: number;
  readonly #onFull: () => void;
  /** What others did since the composition began. */
  readonly #waiting = new WaitingChanges();

  constructor(
    quill: Quill,
    text: Y.Text,
    { formats, maxLength, onFull }: { formats: readonly string[]; maxLength: number; onFull(): void },
  ) {
    this.#quill = quill;
    this.#text = text;
    this.#plain = Object.fromEntries(formats.map((format) => [format, false] as const));
    this.#maxLength = maxLength;
    this.#onFull = onFull;
    quill.setContents(text.toDelta(), 'silent');
    text.observe(this.#fromOthers);
    quill.on('text-change', this.#fromHere);
    quill.on('composition-end', this.#composed);
  }

  /** Letters for which there is room. */
  get room(): number {
    return Math.max(0, this.#maxLength - this.#text.length);
  }

  readonly #fromOthers = (event: Y.YTextEvent, { origin }: Y.Transaction): void => {
    if (origin === this) return;
    const delta = new Delta(event.delta as Ops);
    if (this.#quill.composition.isComposing || !this.#waiting.empty) this.#waiting.add(delta);
    else this.#show(delta);
  };

  #show(delta: DeltaOf): void {
    const ops = delta.ops.map((op) =>
      op.insert === undefined ? op : { ...op, attributes: { ...this.#plain, ...op.attributes } },
    );
    this.#quill.updateContents(new Delta(ops), 'api');
  }

  readonly #fromHere = (delta: DeltaOf, before: DeltaOf, source: string): void => {
    if (source !== 'user') return;
    if (growth(delta) > this.room) {
      this.#takeBack(delta, before);
      return;
    }
    const ops = this.#waiting.pass(delta);
    this.#text.doc?.transact(() => this.#text.applyDelta(ops), this);
  };

  /** There is no room for it: nobody else ever sees it. */
  #takeBack(delta: DeltaOf, before: DeltaOf): void {
    const index = this.#quill.getSelection()?.index ?? 0;
    this.#quill.updateContents(delta.invert(before), 'api');
    this.#quill.setSelection(Math.max(0, index - growth(delta)), 0, 'silent');
    this.#onFull();
  }

  /** Once Quill has read what was put together, and the caret stands behind it. */
  readonly #composed = (): void => {
    queueMicrotask(() => {
      if (!this.#waiting.empty) this.#show(this.#waiting.take());
    });
  };

  destroy(): void {
    this.#text.unobserve(this.#fromOthers);
    this.#quill.off('text-change', this.#fromHere);
    this.#quill.off('composition-end', this.#composed);
  }
}

/** By how many letters a change makes words longer. */
function growth(delta: DeltaOf): number {
  return delta.ops.reduce((sum, { insert, delete: gone = 0 }) => {
    return sum + (typeof insert === 'string' ? insert.length : 0) - gone;
  }, 0);
}

import type { Op } from 'quill/core';
import Delta from 'quill-delta';

/**
 * What others changed in words while somebody puts letters together there, for which the editor must be left alone. It
 * waits, in the measure of the editor's words, and what is written meanwhile is moved past it.
 */
export class WaitingChanges {
  /** What makes the editor's words into the document's. */
  #waiting = new Delta();

  get empty(): boolean {
    return this.#waiting.ops.length === 0;
  }

  /** Others changed the document. */
  add(theirs: Delta): void {
    this.#waiting = this.#waiting.compose(theirs);
  }

  /** The editor changed its words: answers what that is in the document. */
  pass(mine: Delta): Op[] {
    const { ops } = this.#waiting.transform(mine, true);
    this.#waiting = mine.transform(this.#waiting, false);
    return ops;
  }

  /** What the editor has to catch up with; nothing waits any more. */
  take(): Delta {
    const waiting = this.#waiting;
    this.#waiting = new Delta();
    return waiting;
  }
}

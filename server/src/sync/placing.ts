import { type Box, elementsOf, type KindRegistry, overlaps, readElement, type Size } from '@talkoot/board';
import type * as Y from 'yjs';

const GAP = 16;
/** Height that a frame's title and prompt take at its top. */
const HEADING = 112;
/** Where there is no room left they lie a little off each other. */
const STEP = 24;

/**
 * Places for boxes in a frame that is so large, each where it was wanted when that is free, else in the next free cell
 * row by row; a full frame piles them. Board units, from the frame's corner.
 */
export class FreePlaces {
  readonly #frame: { width: number; height: number };
  readonly #taken: Box[];
  #piled = 0;

  constructor(frame: { width: number; height: number }, taken: readonly Box[]) {
    this.#frame = frame;
    this.#taken = [...taken];
  }

  place(wanted: Box): { x: number; y: number } {
    const at = this.#fits(wanted) ? wanted : (this.#nextCell(wanted) ?? this.#pile(wanted));
    this.#taken.push({ ...wanted, ...{ x: at.x, y: at.y } });
    return { x: at.x, y: at.y };
  }

  #fits(box: Box): boolean {
    const inside =
      box.x >= 0 && box.y >= 0 && box.x + box.width <= this.#frame.width && box.y + box.height <= this.#frame.height;
    return inside && !this.#taken.some((other) => overlaps(other, box));
  }

  #nextCell({ width, height }: Box): { x: number; y: number } | null {
    for (let y = HEADING; y + height + GAP <= this.#frame.height; y += height + GAP) {
      for (let x = GAP; x + width + GAP <= this.#frame.width; x += width + GAP) {
        if (this.#fits({ x, y, width, height })) return { x, y };
      }
    }
    return null;
  }

  /** From the upper corner on, so that every note stays within reach. */
  #pile({ width, height }: Box): { x: number; y: number } {
    const steps = Math.max(1, Math.floor((this.#frame.height - HEADING - height) / STEP));
    const across = Math.max(1, Math.floor((this.#frame.width - width) / STEP));
    const at = this.#piled++;
    return { x: GAP + (Math.floor(at / steps) % across) * STEP, y: HEADING + (at % steps) * STEP };
  }
}

/** The bare board has no end. */
const WIDE: Size = { width: 4_000, height: 100_000 };

/** How large a frame is; of the bare board what may be filled. */
export function sizeOf(doc: Y.Doc, frame: string | null, kinds: KindRegistry): Size {
  const element = frame === null ? null : readElement(frame, elementsOf(doc).get(frame), kinds);
  return element?.size ?? WIDE;
}

/** What stands right in a frame, or on the bare board. */
export function boxesIn(doc: Y.Doc, frame: string | null, kinds: KindRegistry): Box[] {
  return [...elementsOf(doc)].flatMap(([id, map]) => {
    const element = readElement(id, map, kinds);
    return element && element.place.frame === frame
      ? [{ ...element.size, x: element.place.x, y: element.place.y }]
      : [];
  });
}

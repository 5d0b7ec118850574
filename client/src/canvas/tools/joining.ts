import type { Point } from '@talkoot/board';
import { canGather, clusterOf, gather, looseOf } from '../../sync/clusters.ts';
import type { CanvasController } from '../controller.ts';

/** What is held so long over another makes a cluster with it. */
export const HOLD_MS = 500;

/** Things dragged over another and held there are to stand with it in a new cluster. */
export class Joining {
  readonly #canvas: CanvasController;
  readonly #moving: ReadonlySet<string>;
  readonly #able: boolean;
  readonly #onChange: () => void;
  #under: string | null = null;
  #target: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(canvas: CanvasController, roots: readonly string[], moving: ReadonlySet<string>, onChange: () => void) {
    this.#canvas = canvas;
    this.#moving = moving;
    this.#able = looseOf(canvas.model, roots).length === roots.length && canGather(canvas.session, roots);
    this.#onChange = onChange;
  }

  /** With which element a cluster would be made. */
  get target(): string | null {
    return this.#target;
  }

  /** The pointer is here. */
  over(point: Point): void {
    const under = this.#able ? this.#elementAt(point) : null;
    if (under === this.#under) return;
    this.stop();
    this.#under = under;
    if (under === null) return;
    this.#timer = setTimeout(() => {
      this.#target = under;
      this.#onChange();
    }, HOLD_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#under = null;
    this.#target = null;
  }

  #elementAt(point: Point): string | null {
    const { model, scene } = this.#canvas;
    const found = scene.index.at(point).find((id) => !this.#moving.has(id) && !model.kindOf(id)?.connects);
    const joins = found !== undefined && looseOf(model, [found]).length > 0 && clusterOf(model, found) === null;
    return joins && model.kindOf(found)?.text ? found : null;
  }
}

/** Makes a cluster of an element and what was let go over it. */
export function joinWith(canvas: CanvasController, target: string, ids: readonly string[]): void {
  const result = gather(canvas.session, [{ ids: [target, ...ids], into: null, at: target }]);
  if (canvas.tell(result) && result.made) canvas.selection.set(result.made);
}

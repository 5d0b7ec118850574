import {
  type BoardElement,
  type Box,
  boxAround,
  centreOf,
  containsBox,
  containsPoint,
  framesInOrder,
  inReadingOrder,
} from '@talkoot/board';
import type { CanvasController } from './controller.ts';

/** Small things are shown larger than they are, so that "show the selection" does something. */
const SELECTION_ZOOM = 2;
/** Between these zooms words can be read: a jump keeps the zoom. */
const READABLE = { from: 0.7, to: 2 };
/** A frame that takes less of the view than this is not the one somebody looks at. */
const LOOKED_AT = 0.4;

/** Shows what is selected as large as the view allows; answers false when nothing is. */
export function showSelection(canvas: CanvasController): boolean {
  const boxes = [...canvas.selection.ids].map((id) => canvas.model.box(id)).filter((box) => box !== undefined);
  const around = boxAround(boxes);
  if (!around) return false;
  canvas.show(around, SELECTION_ZOOM);
  return true;
}

/** Brings an element into the middle and selects it; the zoom stays where its words can be read. */
export function jumpTo(canvas: CanvasController, id: string): void {
  const box = canvas.model.box(id);
  if (!box) return;
  if (fitsReadably(canvas, box)) {
    const { zoom, viewport } = canvas.camera;
    const { x, y } = centreOf(box);
    canvas.takeView();
    canvas.camera.set({ x: x - viewport.width / 2 / zoom, y: y - viewport.height / 2 / zoom, zoom });
  } else canvas.lookAt(id);
  canvas.selection.set([id]);
}

function fitsReadably({ camera: { zoom, viewport } }: CanvasController, { width, height }: Box): boolean {
  if (zoom < READABLE.from || zoom > READABLE.to) return false;
  return width * zoom < viewport.width * 0.8 && height * zoom < viewport.height * 0.7;
}

/** Shows the frame after (1) or before (-1) the one that is looked at; answers false when there are no frames. */
export function stepFrame(canvas: CanvasController, step: 1 | -1): boolean {
  const frames = framesInOrder(canvas.model).map(({ frame }) => frame);
  const now = frameInView(canvas, frames);
  const at = now ? frames.indexOf(now) : -1;
  const next = at < 0 ? frames.at(step > 0 ? 0 : -1) : frames[at + step];
  if (next) canvas.lookAt(next.id);
  return frames.length > 0;
}

/**
 * Selects the element after (1) or before (-1) the selected one as the board is read, and brings it into view; with
 * nothing selected it begins with the frame that is looked at or the first in view. Answers false on an empty board.
 */
export function stepElement(canvas: CanvasController, step: 1 | -1): boolean {
  const { model, selection, camera } = canvas;
  const all = inReadingOrder(model);
  const at = all.findIndex(({ id }) => selection.ids.has(id));
  const first = () => all.find(({ id }) => containsPoint(camera.view(), centreOf(model.box(id) as Box))) ?? all[0];
  const next =
    at < 0
      ? (frameInView(
          canvas,
          all.filter(({ id }) => model.kindOf(id)?.container),
        ) ?? first())
      : all[(at + step + all.length) % all.length];
  if (!next) return false;
  if (containsBox(camera.view(), model.box(next.id) as Box)) selection.set([next.id]);
  else jumpTo(canvas, next.id);
  return true;
}

/** The frame shown last if the view is still there, else the smallest that fills much of the view's middle. */
function frameInView(canvas: CanvasController, frames: readonly BoardElement[]): BoardElement | undefined {
  const { camera, lookedAt, model } = canvas;
  const shown = frames.find(({ id }) => id === lookedAt);
  if (shown) return shown;
  const view = camera.view();
  const middle = centreOf(view);
  const around = frames.filter(({ id, size }) => {
    const box = model.box(id) as Box;
    const large = size.width > view.width * LOOKED_AT || size.height > view.height * LOOKED_AT;
    return large && containsPoint(box, middle);
  });
  return around.sort((a, b) => a.size.width * a.size.height - b.size.width * b.size.height)[0];
}

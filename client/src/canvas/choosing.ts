import { inReadingOrder } from '@talkoot/board';
import { bundleEntered } from '../sync/bundles.ts';
import type { CanvasController } from './controller.ts';

type Chooser = Pick<CanvasController, 'model' | 'selection'>;

/** What a press on an element chooses: all of its bundle; inside a bundle that was entered, the one. */
export function chosenBy({ model, selection }: Chooser, id: string): string[] {
  const members = model.bundleOf(id);
  return members.size === 0 || bundleEntered(model, selection.ids).has(id) ? [id] : [...members];
}

/** Chooses by a press with Shift: adds to what is chosen, or takes away what was. */
export function toggleBy(canvas: Chooser, id: string): void {
  const pressed = chosenBy(canvas, id);
  const { selection } = canvas;
  const left = [...selection.ids].filter((one) => !pressed.includes(one));
  selection.set(pressed.every((one) => selection.has(one)) ? left : [...left, ...pressed]);
}

/** Into a bundle that is chosen whole, to what is read first in it; answers whether there was one to enter. */
export function enterBundle({ model, selection }: Chooser): boolean {
  const [any] = selection.ids;
  const members = any === undefined ? new Set<string>() : model.bundleOf(any);
  const whole =
    members.size > 1 && members.size === selection.ids.size && [...members].every((id) => selection.has(id));
  const first = whole ? inReadingOrder(model).find(({ id }) => members.has(id)) : undefined;
  if (first) selection.set([first.id]);
  return first !== undefined;
}

/** Out of a bundle to the whole of it; answers whether one had been entered. */
export function leaveBundle({ model, selection }: Chooser): boolean {
  const entered = bundleEntered(model, selection.ids);
  if (entered.size > 0) selection.set(entered);
  return entered.size > 0;
}

import type { BoardElement, Palette } from '@talkoot/board';
import { type ControlOption, ELEMENT_TYPES } from '@talkoot/elements';

/** The colour that a person gave an element, if its kind lets one choose. */
export function colourOf(element: BoardElement, palette: Palette): string | undefined {
  const colour = swatchOf(element)?.colour;
  return colour && palette(colour);
}

/** The same as a ground, with the colour that the element's mark has on it. */
export function coloursOf(element: BoardElement, palette: Palette): { background?: string; color?: string } {
  const option = swatchOf(element);
  if (!option?.colour) return {};
  return { background: palette(option.colour), ...(option.mark ? { color: palette(option.mark.colour) } : {}) };
}

function swatchOf(element: BoardElement): ControlOption | undefined {
  for (const control of ELEMENT_TYPES.get(element.kind)?.controls ?? []) {
    // Swatches all of one colour choose something else, such as a form.
    if (control.type !== 'swatches' || new Set(control.options.map(({ colour }) => colour)).size < 2) continue;
    const option = control.options.find(({ value }) => value === element.fields[control.field]);
    if (option?.colour) return option;
  }
  return undefined;
}

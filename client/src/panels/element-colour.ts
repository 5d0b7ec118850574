import type { BoardElement, Palette } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';

/** The colour that a person gave an element, if its kind lets one choose. */
export function colourOf(element: BoardElement, palette: Palette): string | undefined {
  for (const control of ELEMENT_TYPES.get(element.kind)?.controls ?? []) {
    if (control.type !== 'swatches') continue;
    const option = control.options.find(({ value }) => value === element.fields[control.field]);
    if (option?.colour) return palette(option.colour);
  }
  return undefined;
}

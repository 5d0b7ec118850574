import { type BoardElement, COMMON_FIELDS, Place, Size, tenth } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import type { Verdict } from '@talkoot/rights';
import { applySettings, type Editing, elementsOfIds, type Setting, verdictOf } from './actions.ts';
import { fitHeight } from './controls.ts';

/** What of an element is set by a number. Board units, degrees. */
export const MEASURES = ['x', 'y', 'width', 'height', 'rotation'] as const;
export type Measure = (typeof MEASURES)[number];

/** A measure of several elements: what they share, whether they share it, and whether the person may set it. */
export interface SharedMeasure {
  /** Undefined where they differ, or where none of them has it. */
  value: number | undefined;
  mixed: boolean;
  /** Some of them have such a measure, and the person may set it on all of those. */
  open: boolean;
}

/** A measure as it is shown: x and y are counted from the frame in which an element stands. */
export function measureOf({ place, size, rotation }: BoardElement, measure: Measure): number {
  if (measure === 'rotation') return tenth(rotation);
  return tenth(measure === 'x' || measure === 'y' ? place[measure] : size[measure]);
}

/** Can this measure of an element be set at all? Lines stand where their ends are; heights may follow the words. */
function has(element: BoardElement, measure: Measure): boolean {
  const type = ELEMENT_TYPES.get(element.kind);
  if (!type || type.connects) return false;
  if (measure === 'rotation') return type.turns === true;
  if (measure === 'height') return type.resizing?.handles === 'corners';
  return measure === 'width' ? type.resizing !== undefined : true;
}

/** What elements have in common in a measure. */
export function sharedMeasure(session: Editing, ids: Iterable<string>, measure: Measure): SharedMeasure {
  const elements = elementsOfIds(session.model, ids).filter((element) => has(element, measure));
  const values = new Set(elements.map((element) => measureOf(element, measure)));
  const [value] = values;
  const settings = elements.flatMap((element) => settingsFor(element, measure, measureOf(element, measure)) ?? []);
  return {
    value: values.size === 1 ? value : undefined,
    mixed: values.size > 1,
    open: settings.length > 0 && mayAll(session, settings),
  };
}

function mayAll(session: Editing, settings: readonly Setting[]): boolean {
  const changes = settings.map(
    ({ element, field, value }) => [{ type: 'set', id: element.id, field, value }, element.scope] as const,
  );
  return verdictOf(session, changes).allowed;
}

/** Sets a measure of all elements that have it, in one step. Null when the number is none that the board takes. */
export function setMeasure(session: Editing, ids: Iterable<string>, measure: Measure, value: number): Verdict | null {
  const elements = elementsOfIds(session.model, ids).filter((element) => has(element, measure));
  const settings = elements.map((element) => settingsFor(element, measure, value));
  if (settings.some((setting) => setting === null)) return null;
  const verdict = applySettings(session, settings.flat() as Setting[]);
  if (measure === 'width') for (const { id } of elements) fitHeight(session, id);
  return verdict;
}

/** What writes a measure of one element; null when its schema does not take the number, or it would be too small. */
function settingsFor(element: BoardElement, measure: Measure, value: number): Setting[] | null {
  const setting = (field: string, parsed: { success: boolean; data?: unknown }): Setting[] | null =>
    parsed.success ? [{ element, field, value: parsed.data }] : null;
  if (measure === 'rotation') return setting('rotation', COMMON_FIELDS.rotation.schema.safeParse(tenth(value)));
  if (measure === 'x' || measure === 'y')
    return setting('place', Place.safeParse({ ...element.place, [measure]: tenth(value) }));
  return setting('size', Size.safeParse(sizeWith(element, measure, tenth(value))));
}

/** Another width or height; what keeps its shape gets the other side with it, and nothing gets too small to be seen. */
function sizeWith({ kind, size }: BoardElement, side: 'width' | 'height', value: number): Size | null {
  const resizing = ELEMENT_TYPES.get(kind)?.resizing;
  const least = resizing?.min ?? { width: 1, height: 1 };
  const factor = value / size[side];
  const next = resizing?.keepsShape
    ? { width: tenth(size.width * factor), height: tenth(size.height * factor) }
    : { ...size, [side]: value };
  // What is smaller already, as a scaled group may leave it, is no error of this number.
  const fits = next.width >= Math.min(least.width, size.width) && next.height >= Math.min(least.height, size.height);
  return fits ? next : null;
}

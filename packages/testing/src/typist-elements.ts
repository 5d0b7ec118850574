import { type End, SIDES } from '@talkoot/board';
import { type Control, ELEMENT_TYPES, type ElementType, NOTE_TYPE } from '@talkoot/elements';
import type { Random } from './random.ts';

/** What a typist makes: all of an element but its id, its place and whose it is. */
export interface Made {
  kind: string;
  size: { width: number; height: number };
  fields: Record<string, unknown>;
  hasText: boolean;
}

/** A note, of the first colours there are. */
export function madeNote(random: Random): Made {
  const swatches = NOTE_TYPE.controls.find((control) => control.type === 'swatches');
  const colour = swatches ? { [swatches.field]: random.pick(swatches.options.slice(0, 3)).value } : {};
  return madeOf(NOTE_TYPE, { ...NOTE_TYPE.defaults.fields, ...colour });
}

/** The first kind that holds others. */
export function madeFrame(): Made {
  const frame = [...ELEMENT_TYPES.values()].find(({ container }) => container) as ElementType;
  return madeOf(frame, frame.defaults.fields);
}

/**
 * One of any registered kind, in any look: drawn by hand, between two of `others`, or showing one of `blobs`. Null
 * when it would need a blob and there is none.
 */
export function madeAny(
  random: Random,
  others: readonly string[],
  blobs: readonly string[],
  only: (type: ElementType) => boolean = () => true,
): Made | null {
  const type = random.pick([...ELEMENT_TYPES.values()].filter(only));
  const fields = { ...type.defaults.fields, ...drawnBy(type, random), ...lookOf(type, random) };
  for (const name of type.connects?.ends ?? []) fields[name] = endOf(random, others);
  for (const [name, spec] of Object.entries(type.fields)) {
    if (!spec.blob) continue;
    if (blobs.length === 0) return null;
    fields[name] = random.pick(blobs);
  }
  return madeOf(type, fields);
}

function madeOf(type: ElementType, fields: Readonly<Record<string, unknown>>): Made {
  return { kind: type.kind, size: type.defaults.size, fields: { ...fields }, hasText: type.text !== undefined };
}

/** A line of some corners, with one of the kind's pens. */
function drawnBy({ strokes }: ElementType, random: Random): Readonly<Record<string, unknown>> {
  if (!strokes) return {};
  const points = Array.from({ length: random.between(2, 40) }, () => ({ x: random.below(300), y: random.below(200) }));
  return strokes.cut(points, random.pick(strokes.pens).fields, 0.4)[0]?.fields ?? {};
}

function lookOf(type: ElementType, random: Random): Record<string, unknown> {
  return Object.fromEntries(
    type.controls.filter(() => random.chance(0.4)).map((control) => [control.field, chosenFor(control, random)]),
  );
}

/** A value that people may give a control. */
export function chosenFor(control: Control, random: Random): unknown {
  if ('options' in control) return random.pick(control.options).value;
  return control.type === 'toggle' ? random.chance(0.5) : random.word().trim();
}

/** An end on one of some elements, or free. */
export function endOf(random: Random, others: readonly string[]): End {
  const element = others.length > 0 && random.chance(0.8) ? random.pick(others) : null;
  const side = element !== null && random.chance(0.5) ? random.pick(SIDES) : null;
  return { element, side, x: random.below(400), y: random.below(300) };
}

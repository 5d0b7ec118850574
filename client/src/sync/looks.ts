import type { Control, ElementType } from '@talkoot/elements';
import { z } from 'zod/mini';
import { keep, readKeptJson } from '../ui/preferences.ts';
import type { Editing } from './actions.ts';
import { whereToAdd } from './scopes.ts';

const KEY = 'talkoot.looks';

/** Per kind, the values its controls were last set to on this device. */
const Looks = z.record(z.string(), z.record(z.string(), z.unknown()));

/** Read once: it is asked for while pictures are drawn. */
let known: z.infer<typeof Looks> | null = null;

function kept(): z.infer<typeof Looks> {
  if (!known) {
    const looks = Looks.safeParse(readKeptJson(KEY));
    known = looks.success ? looks.data : {};
  }
  return known;
}

/** Remembers how somebody made an element look, for the next of its kind. */
export function keepLook(type: ElementType, field: string, value: unknown): void {
  const control = type.controls.find((one) => one.field === field);
  if (!control || !isChoice(control, value)) return;
  const looks = kept();
  known = { ...looks, [type.kind]: { ...looks[type.kind], [field]: value } };
  keep(KEY, JSON.stringify(known));
}

/** Words are no look: only what is chosen from a few. */
function isChoice(control: Control, value: unknown): boolean {
  if (control.type === 'toggle') return typeof value === 'boolean';
  return 'options' in control && control.options.some((option) => option.value === value);
}

/**
 * How a new element of a kind looks at first: as the last one was made to look on this device, in a colour that is open
 * to the person now.
 */
export function firstLook(session: Pick<Editing, 'may' | 'me' | 'view'>, type: ElementType): Record<string, unknown> {
  const own = Object.entries(kept()[type.kind] ?? {}).filter(([field, value]) => {
    const control = type.controls.find((one) => one.field === field);
    return control !== undefined && isChoice(control, value);
  });
  const look = { ...type.defaults.fields, ...Object.fromEntries(own) };
  for (const [field, { colour }] of Object.entries(type.fields)) {
    if (colour && look[field] !== undefined) look[field] = openColour(session, type, look, field);
  }
  return look;
}

/** The colour itself if new elements may have it, else the first that they may. */
function openColour(
  session: Pick<Editing, 'may' | 'me' | 'view'>,
  type: ElementType,
  look: Record<string, unknown>,
  field: string,
): unknown {
  const control = type.controls.find((one) => one.field === field);
  const others = control && 'options' in control ? control.options.map(({ value }) => value) : [];
  const open = [look[field], ...others].find((value) => {
    const verdict = session.may(creationOf(session, type, { ...look, [field]: value }));
    return verdict.allowed || verdict.reason !== 'colourNotAllowed';
  });
  return open ?? look[field];
}

/** A new element of a kind as rights are asked about it, before it has a place. */
export function creationOf(
  session: Pick<Editing, 'me' | 'view'>,
  type: ElementType,
  fields: Readonly<Record<string, unknown>>,
): { type: 'create'; id: string; fields: Record<string, unknown>; hasText: boolean } {
  const common = {
    kind: type.kind,
    place: { frame: whereToAdd(session), x: 0, y: 0 },
    size: type.defaults.size,
    order: 'a0',
    author: session.me().participantId,
  };
  return { type: 'create', id: 'probe', fields: { ...common, ...fields }, hasText: type.text !== undefined };
}

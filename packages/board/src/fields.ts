import { z } from 'zod';
import type { FieldSpec, KindModel } from './kind.ts';

const coordinate = z.number().min(-1e7).max(1e7);
const length = z.number().min(1).max(1e6);

/** Element ids, participant ids and frame ids: short, and never a name that objects inherit. */
export const ElementId = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,64}$/)
  .refine((id) => !isForbiddenKey(id));

/** Keys that would reach an object's prototype. */
export function isForbiddenKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

/** Where an element is: in board units, counted from the corner of `frame` when that is set. */
export const Place = z.strictObject({ frame: ElementId.nullable(), x: coordinate, y: coordinate });
export type Place = z.infer<typeof Place>;

export const Size = z.strictObject({ width: length, height: length });
export type Size = z.infer<typeof Size>;

/** Fields of every element; `text` is not among them because it is a Y.Text. */
export const COMMON_FIELDS = {
  kind: { schema: z.string().min(1).max(40), write: 'author', required: true },
  place: { schema: Place, write: 'move', required: true },
  size: { schema: Size, write: 'move', required: true },
  rotation: { schema: z.number().min(-360).max(360), write: 'move' },
  order: { schema: z.string().regex(/^[A-Za-z0-9]{1,200}$/), write: 'move', required: true },
  author: { schema: ElementId.nullable(), write: 'create', required: true },
  createdAt: { schema: z.number().int().min(0).max(8.64e15), write: 'create' },
  locked: { schema: z.boolean(), write: 'facilitator' },
  tags: { schema: z.array(z.string().min(1).max(40)).max(20), write: 'author' },
  bundle: { schema: ElementId.nullable(), write: 'move' },
  cluster: { schema: ElementId.nullable(), write: 'move' },
  origin: { schema: ElementId.nullable(), write: 'create' },
} as const satisfies Record<string, FieldSpec>;

/** Name of the Y.Text with an element's words. */
export const TEXT_FIELD = 'text';

/** The field of a kind by name, common or its own; undefined when the kind has none such. */
export function fieldOf(kind: KindModel | undefined, name: string): FieldSpec | undefined {
  if (Object.hasOwn(COMMON_FIELDS, name)) return COMMON_FIELDS[name as keyof typeof COMMON_FIELDS];
  return kind && Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
}

/** Names of the fields without which an element of this kind does not exist. */
export function requiredFields(kind: KindModel): string[] {
  const own = Object.entries(kind.fields)
    .filter(([, spec]) => spec.required)
    .map(([name]) => name);
  const common = Object.entries(COMMON_FIELDS)
    .filter(([, spec]) => 'required' in spec && spec.required)
    .map(([name]) => name);
  return [...common, ...own, ...(kind.text ? [TEXT_FIELD] : [])];
}

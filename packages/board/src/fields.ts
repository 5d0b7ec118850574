import { z } from 'zod/mini';
import type { FieldSpec, KindModel } from './kind.ts';

const FARTHEST = 1e7;
const LONGEST = 1e6;
const LATEST = 8.64e15;
const ORDER = /^[A-Za-z0-9]{1,200}$/;

const coordinate = z.number().check(z.minimum(-FARTHEST), z.maximum(FARTHEST));
const length = z.number().check(z.minimum(1), z.maximum(LONGEST));

/** Element ids, participant ids and frame ids: short, and never a name that objects inherit. */
export const ElementId = z.string().check(
  z.regex(/^[A-Za-z0-9_.-]{1,64}$/),
  z.refine((id) => !isForbiddenKey(id)),
);

/** Keys that would reach an object's prototype. */
export function isForbiddenKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

/** Where an element is: in board units, counted from the corner of `frame` when that is set. */
export const Place = z.strictObject({ frame: z.nullable(ElementId), x: coordinate, y: coordinate });
export type Place = z.infer<typeof Place>;

export const Size = z.strictObject({ width: length, height: length });
export type Size = z.infer<typeof Size>;

function within(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

/** Has it these keys as its own, and no others? */
function hasJust(value: unknown, ...keys: string[]): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== keys.length) return false;
  return keys.every((key) => Object.hasOwn(value, key));
}

function isPlaceOnBoard(value: unknown): boolean {
  if (!hasJust(value, 'frame', 'x', 'y') || value.frame !== null) return false;
  return within(value.x, -FARTHEST, FARTHEST) && within(value.y, -FARTHEST, FARTHEST);
}

function isSize(value: unknown): boolean {
  return hasJust(value, 'width', 'height') && within(value.width, 1, LONGEST) && within(value.height, 1, LONGEST);
}

function isOrder(value: unknown): boolean {
  return typeof value === 'string' && ORDER.test(value);
}

function isTime(value: unknown): boolean {
  return Number.isSafeInteger(value) && within(value, 0, LATEST);
}

/** Fields of every element; `text` is not among them because it is a Y.Text. */
export const COMMON_FIELDS = {
  kind: { schema: z.string().check(z.minLength(1), z.maxLength(40)), write: 'author', required: true },
  place: { schema: Place, fits: isPlaceOnBoard, write: 'move', required: true },
  size: { schema: Size, fits: isSize, write: 'move', required: true },
  rotation: { schema: z.number().check(z.minimum(-360), z.maximum(360)), write: 'move' },
  order: { schema: z.string().check(z.regex(ORDER)), fits: isOrder, write: 'move', required: true },
  author: { schema: z.nullable(ElementId), write: 'create', required: true },
  createdAt: { schema: z.int().check(z.minimum(0), z.maximum(LATEST)), fits: isTime, write: 'create' },
  locked: { schema: z.boolean(), write: 'facilitator' },
  tags: { schema: z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.maxLength(20)), write: 'author' },
  bundle: { schema: z.nullable(ElementId), write: 'move' },
  origin: { schema: z.nullable(ElementId), write: 'create' },
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

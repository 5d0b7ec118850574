import * as Y from 'yjs';
import { COMMON_FIELDS, fieldOf, TEXT_FIELD, type Place, type Size } from './fields.ts';
import type { Route } from './ends.ts';
import type { FieldSpec, KindModel, KindRegistry } from './kind.ts';
import { isFormatValue } from './links.ts';

/** Words with formats, as Quill's Delta has them. */
export interface TextRun {
  insert: string;
  attributes?: Record<string, unknown>;
}

/** An element as plain data: what the document holds once it has been parsed. */
export interface ElementData {
  id: string;
  kind: string;
  place: Place;
  size: Size;
  rotation: number;
  order: string;
  author: string | null;
  createdAt: number;
  locked: boolean;
  tags: string[];
  bundle: string | null;
  origin: string | null;
  /** Plain words, empty when the kind holds none. */
  text: string;
  /** The same words with formats. */
  runs: TextRun[];
  /** The kind's own fields, parsed. */
  fields: Record<string, unknown>;
  /** The way between its ends, of kinds that connect: worked out by the model, which then also gives the size. */
  route?: Route;
  /** How many stand in it, of kinds that gather: worked out by the model, which then also gives the size. */
  gathered?: number;
}

/** Root maps of a document. The board's `session` and `comments` are written by the server only. */
export const ROOTS = { meta: 'meta', elements: 'elements', session: 'session', comments: 'comments' } as const;

export type ElementMap = Y.Map<unknown>;

/** The map of all elements of a document. */
export function elementsOf(doc: Y.Doc): Y.Map<ElementMap> {
  return doc.getMap<ElementMap>(ROOTS.elements);
}

/** Only words; embeds are dropped. */
export function runsOf(text: Y.Text): TextRun[] {
  const runs: TextRun[] = [];
  for (const op of text.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof op.insert !== 'string') continue;
    runs.push(op.attributes ? { insert: op.insert, attributes: op.attributes } : { insert: op.insert });
  }
  return runs;
}

/** What an element has when its document says nothing of it. */
const DEFAULTS = {
  rotation: 0,
  createdAt: 0,
  locked: false,
  tags: [] as string[],
  bundle: null,
  origin: null,
};

/** An element that is on no board, without words: for drawing what is being made. */
export function draftElement(
  kind: string,
  { place, size, fields }: Pick<ElementData, 'place' | 'size' | 'fields'>,
): ElementData {
  return { ...DEFAULTS, id: '', kind, place, size, order: '', author: null, text: '', runs: [], fields };
}

/**
 * Reads one element. Documents are untrusted: what does not parse gives null and is skipped by everybody,
 * never thrown on.
 */
export function readElement(id: string, map: unknown, kinds: KindRegistry): ElementData | null {
  if (!(map instanceof Y.Map)) return null;
  const kind = kinds.get(String(map.get('kind')));
  if (!kind) return null;
  const common = parseFields(map, COMMON_FIELDS);
  const fields = parseFields(map, kind.fields);
  if (!common || !fields) return null;
  const text = map.get(TEXT_FIELD);
  if (kind.text && !(text instanceof Y.Text)) return null;
  const runs = text instanceof Y.Text ? runsOf(text) : [];
  return {
    ...DEFAULTS,
    ...(common as Partial<ElementData>),
    id,
    text: runs.map((run) => run.insert).join(''),
    runs,
    fields,
  } as ElementData;
}

/**
 * The element after some of its keys changed, re-reading only those; null when it no longer parses. Values that did
 * not change keep their identity, so that what is cached for the words survives a move.
 */
export function rereadElement(
  before: ElementData,
  map: unknown,
  keys: ReadonlySet<string>,
  kinds: KindRegistry,
): ElementData | null {
  const kind = kinds.get(before.kind);
  if (!(map instanceof Y.Map) || !kind || keys.has('kind') || keys.has(TEXT_FIELD))
    return readElement(before.id, map, kinds);
  const after: ElementData = { ...before };
  for (const key of keys) {
    const spec = fieldOf(kind, key);
    if (!spec) continue;
    const value = map.get(key);
    // A field that went away or no longer parses may have a default: the whole reading knows it.
    const parsed = value === undefined ? FAILED : parseValue(spec, value);
    if (parsed === FAILED) return readElement(before.id, map, kinds);
    if (Object.hasOwn(COMMON_FIELDS, key)) Object.assign(after, { [key]: parsed });
    else after.fields = { ...after.fields, [key]: parsed };
  }
  return after;
}

function parseFields(map: ElementMap, specs: KindModel['fields']): Record<string, unknown> | null {
  const values: Record<string, unknown> = {};
  for (const name in specs) {
    const spec = specs[name] as FieldSpec;
    const value = map.get(name);
    const parsed = value === undefined ? FAILED : parseValue(spec, value);
    if (parsed !== FAILED) values[name] = parsed;
    else if (spec.required) return null;
  }
  return values;
}

const FAILED = Symbol('does not parse');
const KNOWN_LIMIT = 500;
const known = new WeakMap<FieldSpec, Set<unknown>>();

/**
 * Parses one value. Strings and numbers that came through unchanged are remembered: boards hold the same colours,
 * kinds and authors thousands of times over, and parsing is most of what opening a board costs.
 */
function parseValue(spec: FieldSpec, value: unknown): unknown {
  if (spec.fits?.(value)) return value;
  const seen = known.get(spec);
  if (seen?.has(value)) return value;
  const parsed = spec.schema.safeParse(value);
  if (!parsed.success) return FAILED;
  if (parsed.data === value && typeof value !== 'object') {
    if (!seen || seen.size > KNOWN_LIMIT) known.set(spec, new Set([value]));
    else seen.add(value);
  }
  return parsed.data;
}

/** What a new element needs; the rest has defaults. */
export interface NewElement {
  id: string;
  kind: string;
  place: Place;
  size: Size;
  order: string;
  author: string | null;
  text?: string | TextRun[];
  createdAt?: number;
  rotation?: number;
  locked?: boolean;
  tags?: string[];
  bundle?: string | null;
  origin?: string | null;
  fields?: Record<string, unknown>;
}

/** Writes a new element whole, in one transaction of the document, with the given origin. */
export function createElement(doc: Y.Doc, element: NewElement, kinds: KindRegistry, origin?: unknown): void {
  const kind = kinds.get(element.kind);
  if (!kind) throw new Error(`Unknown element kind: ${element.kind}`);
  doc.transact(() => {
    const map = new Y.Map<unknown>();
    const { id, text, fields, ...common } = element;
    for (const [name, value] of Object.entries({ ...common, ...fields })) {
      if (value !== undefined) map.set(name, value);
    }
    if (kind.text) map.set(TEXT_FIELD, newText(text ?? ''));
    elementsOf(doc).set(id, map);
  }, origin);
}

/** Words as a kind takes them: without formats it has not or that no editor writes, and no longer than it allows. */
export function fittingRuns(kind: Pick<KindModel, 'text'>, runs: readonly TextRun[]): TextRun[] {
  const { formats, maxLength } = kind.text ?? { formats: [], maxLength: 0 };
  const known = new Set<string>(formats);
  const fitting: TextRun[] = [];
  let room = maxLength;
  for (const { insert, attributes = {} } of runs) {
    const words = insert.slice(0, room).toWellFormed();
    room -= words.length;
    const kept = Object.entries(attributes).filter(([name, value]) => known.has(name) && isFormatValue(name, value));
    if (words)
      fitting.push(kept.length > 0 ? { insert: words, attributes: Object.fromEntries(kept) } : { insert: words });
  }
  return fitting;
}

function newText(words: string | TextRun[]): Y.Text {
  const text = new Y.Text();
  if (typeof words === 'string') {
    if (words) text.insert(0, words);
  } else if (words.length > 0) {
    text.applyDelta(words);
  }
  return text;
}

/** Sets one plain field; does nothing when the element is gone. */
export function setField(doc: Y.Doc, id: string, name: string, value: unknown, origin?: unknown): void {
  const map = elementsOf(doc).get(id);
  if (!(map instanceof Y.Map)) return;
  doc.transact(() => map.set(name, value), origin);
}

/** The words of an element for editing; null when it is gone or holds none. */
export function textOf(doc: Y.Doc, id: string): Y.Text | null {
  const map = elementsOf(doc).get(id);
  const text = map instanceof Y.Map ? map.get(TEXT_FIELD) : null;
  return text instanceof Y.Text ? text : null;
}

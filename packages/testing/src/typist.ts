import {
  createElement,
  deleteElements,
  elementsOf,
  fieldOf,
  type KindModel,
  type KindRegistry,
  ordersBetween,
  placeIn,
  setField,
  type TextFormat,
  textOf,
  UndoList,
} from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import { type Actor, type Change, decide, DocumentView, type RightsContext } from '@talkoot/rights';
import type * as Y from 'yjs';
import type { Random } from './random.ts';
import { endOf, type Made, madeAny, madeFrame, madeNote, chosenFor } from './typist-elements.ts';

export const OPERATIONS = [
  'create',
  'move',
  'resize',
  'type',
  'erase',
  'format',
  'recolour',
  'delete',
  'undo',
  'redo',
  'frame',
  'intoFrame',
  'tag',
  'lock',
  'make',
  'connect',
  'reattach',
  'style',
  'turn',
  'scale',
  'raise',
  'bundle',
  'unbundle',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Operations that need no element to work on. */
type Making = 'create' | 'frame' | 'make' | 'connect' | 'undo' | 'redo';

/** An honest person at a document: asks `rights` before each edit, as our client does. */
export class Typist {
  readonly doc: Y.Doc;
  readonly actor: Actor;
  readonly undo: UndoList;
  readonly #random: Random;
  readonly #kinds: KindRegistry;
  readonly #context: () => RightsContext;
  readonly counts = new Map<Operation | 'held back', number>();
  readonly #blobs: readonly string[];

  /** `blobs`: the files that elements may show here. */
  constructor(
    doc: Y.Doc,
    actor: Actor,
    random: Random,
    kinds: KindRegistry,
    context: () => RightsContext,
    blobs: readonly string[] = [],
  ) {
    this.#blobs = blobs;
    this.doc = doc;
    this.actor = actor;
    this.#random = random;
    this.#kinds = kinds;
    this.#context = context;
    this.undo = new UndoList(this, 0);
    this.undo.attach(doc);
  }

  /** One random operation; false when rights or the board gave no chance for it. */
  step(operations: readonly Operation[] = OPERATIONS): boolean {
    const operation = this.#random.pick(operations);
    const done = this.#run(operation);
    const name = done ? operation : 'held back';
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    return done;
  }

  #run(operation: Operation): boolean {
    switch (operation) {
      case 'create':
        return this.#create(madeNote);
      case 'frame':
        return this.#create(madeFrame);
      case 'make':
        return this.#create((random) => madeAny(random, this.#ids(), this.#blobs));
      case 'connect':
        return this.#create((random) => madeAny(random, this.#ids(), [], ({ connects }) => connects !== undefined));
      case 'undo':
        return this.undo.undo();
      case 'redo':
        return this.undo.redo();
      default: {
        const id = this.#anyElement();
        return id !== null && this.#onElement(operation, id);
      }
    }
  }

  #may(change: Change): boolean {
    return decide(change, this.actor, this.#context(), new DocumentView(this.doc)).allowed;
  }

  /** The id and the place are drawn before the rest. */
  #create(make: (random: Random) => Made | null): boolean {
    const random = this.#random;
    const id = random.id();
    const place = { frame: null, x: random.below(4000), y: random.below(3000) };
    const made = make(random);
    if (!made) return false;
    const { hasText, fields, ...kindAndSize } = made;
    const common = {
      ...kindAndSize,
      place,
      order: ordersBetween(null, null, 1)[0] ?? 'a0',
      author: this.actor.participantId,
      createdAt: 1,
    };
    if (!this.#may({ type: 'create', id, fields: { ...common, ...fields }, hasText })) return false;
    const element = { id, ...common, fields, ...(hasText ? { text: random.word() } : {}) };
    createElement(this.doc, element, this.#kinds, this);
    return true;
  }

  #ids(): string[] {
    return [...elementsOf(this.doc).keys()];
  }

  #anyElement(): string | null {
    const ids = this.#ids();
    return ids.length === 0 ? null : this.#random.pick(ids);
  }

  #kindOf(id: string): KindModel | undefined {
    return this.#kinds.get(String(elementsOf(this.doc).get(id)?.get('kind')));
  }

  #holds(id: string): boolean {
    return this.#kindOf(id)?.container === true;
  }

  #set(id: string, field: string, value: unknown): boolean {
    return this.#setAll([{ id, field, value }]);
  }

  /** All of these in one step, or none. */
  #setAll(settings: readonly { id: string; field: string; value: unknown }[]): boolean {
    if (!settings.every((setting) => this.#may({ type: 'set', ...setting }))) return false;
    this.doc.transact(() => {
      for (const { id, field, value } of settings) setField(this.doc, id, field, value, this);
    }, this);
    return settings.length > 0;
  }

  /** An element with one or two others. */
  #several(id: string): string[] {
    return [...new Set([id, ...Array.from({ length: this.#random.between(1, 2) }, () => this.#anyElement() ?? id)])];
  }

  #onElement(operation: Exclude<Operation, Making>, id: string): boolean {
    const random = this.#random;
    const place = placeIn(this.doc)(id);
    if (!place) return false;
    switch (operation) {
      case 'move':
        return this.#set(id, 'place', { ...place, x: random.below(4000), y: random.below(3000) });
      case 'intoFrame': {
        const frame = random.chance(0.3) ? null : this.#anyElement();
        // Frames in frames can race into a ring, which is rightly refused; that has tests of its own.
        if (this.#holds(id) || (frame !== null && !this.#holds(frame))) return false;
        return this.#set(id, 'place', { ...place, frame });
      }
      case 'resize':
        return this.#set(id, 'size', { width: random.between(40, 900), height: random.between(40, 900) });
      case 'recolour':
        return (
          fieldOf(this.#kindOf(id), 'colour') !== undefined &&
          this.#set(id, 'colour', random.pick(['red', 'pink', 'grey']))
        );
      case 'tag':
        return this.#set(id, 'tags', [random.id(4)]);
      case 'lock':
        return this.#set(id, 'locked', random.chance(0.5));
      case 'delete':
        if (!this.#may({ type: 'delete', id })) return false;
        deleteElements(this.doc, [id], this);
        return true;
      case 'type':
      case 'erase':
      case 'format':
        return this.#words(operation, id);
      default:
        return this.#changeLook(operation, id);
    }
  }

  #changeLook(
    operation: 'reattach' | 'style' | 'turn' | 'scale' | 'raise' | 'bundle' | 'unbundle',
    id: string,
  ): boolean {
    const random = this.#random;
    switch (operation) {
      case 'reattach': {
        const ends = this.#kindOf(id)?.connects?.ends;
        return ends !== undefined && this.#set(id, random.pick(ends), endOf(random, this.#ids()));
      }
      case 'style': {
        const controls = ELEMENT_TYPES.get(String(this.#kindOf(id)?.kind))?.controls ?? [];
        if (controls.length === 0) return false;
        const control = random.pick(controls);
        return this.#set(id, control.field, chosenFor(control, random));
      }
      case 'turn':
        return this.#set(id, 'rotation', random.between(-180, 180));
      case 'raise':
        return this.#set(id, 'order', ordersBetween(null, null, 5)[random.below(5)]);
      case 'scale':
        return this.#setAll(this.#several(id).flatMap((one) => this.#scaled(one)));
      case 'bundle': {
        const [bundle, ids] = [random.id(), this.#several(id)];
        return ids.length > 1 && this.#setAll(ids.map((one) => ({ id: one, field: 'bundle', value: bundle })));
      }
      case 'unbundle': {
        const bundleOf = (one: string): unknown => elementsOf(this.doc).get(one)?.get('bundle') ?? null;
        const tied = this.#ids().filter((one) => bundleOf(id) !== null && bundleOf(one) === bundleOf(id));
        return this.#setAll(tied.map((one) => ({ id: one, field: 'bundle', value: null })));
      }
    }
  }

  #scaled(id: string): { id: string; field: string; value: unknown }[] {
    const place = placeIn(this.doc)(id);
    if (!place) return [];
    const [factor, size] = [this.#random.between(1, 3), { width: 60, height: 40 }];
    return [
      { id, field: 'size', value: { width: size.width * factor, height: size.height * factor } },
      { id, field: 'place', value: { ...place, x: place.x / factor, y: place.y / factor } },
    ];
  }

  #words(operation: 'type' | 'erase' | 'format', id: string): boolean {
    const text = textOf(this.doc, id);
    if (!text || !this.#may({ type: 'text', id })) return false;
    const words = text.toString();
    const at = boundary(words, this.#random.below(text.length + 1));
    const length = boundary(words, Math.min(at + this.#random.between(1, 5), text.length)) - at;
    if (operation !== 'type' && length < 1) return false;
    if (operation === 'type' && text.length + LONGEST_WORD > (this.#kindOf(id)?.text?.maxLength ?? 0)) return false;
    const look = operation === 'format' ? this.#look(id) : {};
    if (!look) return false;
    this.doc.transact(() => {
      if (operation === 'type') text.insert(at, this.#random.word());
      else if (operation === 'erase') text.delete(at, length);
      else text.format(at, length, look);
    }, this);
    return true;
  }

  /** A look that the element's words may have, or its taking away; null when they may have none. */
  #look(id: string): Record<string, unknown> | null {
    const formats = this.#kindOf(id)?.text?.formats ?? [];
    if (formats.length === 0) return null;
    const format = this.#random.pick(formats);
    return { [format]: this.#random.chance(0.7) ? this.#random.pick(LOOKS[format]) : null };
  }
}

/** Nothing is typed where this would no longer fit. Others may type there at the same time. */
const LONGEST_WORD = 60;

/** The values that the editor writes, by format. */
const LOOKS: Record<TextFormat, readonly unknown[]> = {
  bold: [true],
  italic: [true],
  strike: [true],
  list: ['bullet', 'ordered'],
  link: ['https://example.org/a', 'mailto:aino@example.org'],
};

/** The nearest place before `at` that does not cut a character in two, as no editor does. */
export function boundary(words: string, at: number): number {
  const code = words.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

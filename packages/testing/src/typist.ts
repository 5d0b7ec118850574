import {
  createElement,
  deleteElements,
  elementsOf,
  fieldOf,
  type KindRegistry,
  ordersBetween,
  placeIn,
  setField,
  type TextFormat,
  textOf,
  UndoList,
} from '@talkoot/board';
import { type Actor, type Change, decide, DocumentView, type RightsContext } from '@talkoot/rights';
import type * as Y from 'yjs';
import type { Random } from './random.ts';

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
  'draw',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** What is made new. */
const NEW = {
  sticky: {
    size: { width: 160, height: 160 },
    fields: (random: Random) => ({ colour: random.pick(['yellow', 'blue', 'green']) }),
  },
  frame: {
    size: { width: 800, height: 600 },
    fields: () => ({ look: 'zone' }),
  },
  drawing: {
    size: { width: 120, height: 40 },
    fields: (random: Random) => ({
      pen: 'pen',
      colour: 'ink',
      weight: 'thin',
      points: random.id(4 * random.between(1, 40)),
    }),
  },
} as const;

/** An honest person at a document: asks `rights` before each edit, as our client does. */
export class Typist {
  readonly doc: Y.Doc;
  readonly actor: Actor;
  readonly undo: UndoList;
  readonly #random: Random;
  readonly #kinds: KindRegistry;
  readonly #context: () => RightsContext;
  readonly counts = new Map<Operation | 'held back', number>();

  constructor(doc: Y.Doc, actor: Actor, random: Random, kinds: KindRegistry, context: () => RightsContext) {
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
        return this.#create('sticky');
      case 'frame':
        return this.#create('frame');
      case 'draw':
        return this.#create('drawing');
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

  #create(kind: keyof typeof NEW): boolean {
    const random = this.#random;
    const id = random.id();
    const element = {
      id,
      kind,
      place: { frame: null, x: random.below(4000), y: random.below(3000) },
      size: NEW[kind].size,
      order: ordersBetween(null, null, 1)[0] ?? 'a0',
      author: this.actor.participantId,
      createdAt: 1,
      fields: NEW[kind].fields(random),
    };
    const { id: _id, fields, ...common } = element;
    const hasText = this.#kinds.get(kind)?.text !== undefined;
    if (!this.#may({ type: 'create', id, fields: { ...common, ...fields }, hasText })) return false;
    createElement(this.doc, { ...element, ...(hasText ? { text: random.word() } : {}) }, this.#kinds, this);
    return true;
  }

  #anyElement(): string | null {
    const ids = [...elementsOf(this.doc).keys()];
    return ids.length === 0 ? null : this.#random.pick(ids);
  }

  #holds(id: string): boolean {
    return this.#kinds.get(String(elementsOf(this.doc).get(id)?.get('kind')))?.container === true;
  }

  #set(id: string, field: string, value: unknown): boolean {
    if (!this.#may({ type: 'set', id, field, value })) return false;
    setField(this.doc, id, field, value, this);
    return true;
  }

  #onElement(operation: Exclude<Operation, 'create' | 'frame' | 'draw' | 'undo' | 'redo'>, id: string): boolean {
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
          fieldOf(this.#kinds.get(String(elementsOf(this.doc).get(id)?.get('kind'))), 'colour') !== undefined &&
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
      default:
        return this.#words(operation, id);
    }
  }

  #words(operation: 'type' | 'erase' | 'format', id: string): boolean {
    const text = textOf(this.doc, id);
    if (!text || !this.#may({ type: 'text', id })) return false;
    const words = text.toString();
    const at = boundary(words, this.#random.below(text.length + 1));
    const length = boundary(words, Math.min(at + this.#random.between(1, 5), text.length)) - at;
    if (operation !== 'type' && length < 1) return false;
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
    const formats = this.#kinds.get(String(elementsOf(this.doc).get(id)?.get('kind')))?.text?.formats ?? [];
    if (formats.length === 0) return null;
    const format = this.#random.pick(formats);
    return { [format]: this.#random.chance(0.7) ? this.#random.pick(LOOKS[format]) : null };
  }
}

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

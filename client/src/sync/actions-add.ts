import {
  type BoardModel,
  type Box,
  createElement,
  type NewElement,
  orderAbove,
  orderAfter,
  orderBelow,
  outwards,
  placeInFrame,
  type Side,
  type Size,
  type TextRun,
} from '@talkoot/board';
import type { ElementType } from '@talkoot/elements';
import type { Refusal } from '@talkoot/protocol';
import { nanoid } from 'nanoid';
import { creationOf, firstLook } from './looks.ts';
import { inPortions } from './portions.ts';
import { type Editing, frameAt } from './actions.ts';
import { scopeOfNew, scopesOfNew, whereToAdd } from './scopes.ts';

/** What a new element was called, or why there is none. */
export type AddResult = { allowed: true; ids: string[] } | { allowed: false; reason: Refusal };

/** What a person wants to put on the board. */
export interface Addition {
  /** Its name when others of the same step speak of it; left out: a new one. */
  id?: string;
  type: ElementType;
  /** Box on the board; without a size the kind's own, centred on the point. */
  at: { x: number; y: number; size?: Size };
  /** The frame it stands in; left out: the one under its middle. */
  frame?: string | null;
  text?: string | TextRun[];
  fields?: Record<string, unknown>;
}

/** Puts a new element on the board. */
export function addElement(session: Editing, addition: Addition): AddResult {
  return addElements(session, [addition]);
}

/** Puts new elements on the board in one step, the later above the earlier; all or none. */
export function addElements(session: Editing, additions: readonly Addition[]): AddResult {
  const tops = new Map<string | null, string>();
  return writeNew(
    session,
    additions.map((addition) => newElement(session, addition, tops)),
  );
}

/** `tops`: the highest order given in each frame so far. */
function newElement(session: Editing, addition: Addition, tops: Map<string | null, string>): NewElement {
  const { type, at } = addition;
  const { model } = session;
  const size = at.size ?? type.defaults.size;
  const corner = at.size ? at : { x: at.x - size.width / 2, y: at.y - size.height / 2 };
  const middle = { x: corner.x + size.width / 2, y: corner.y + size.height / 2 };
  const frame =
    addition.frame === undefined ? frameAt(model, middle, undefined, undefined, type.container) : addition.frame;
  const top = tops.get(frame);
  const order = top === undefined ? orderForNew(model, frame, type.container === true) : orderAbove([top]);
  tops.set(frame, order);
  return {
    id: addition.id ?? nanoid(16),
    kind: type.kind,
    place: placeInFrame({ frame: null, x: Math.round(corner.x), y: Math.round(corner.y) }, frame, model.places),
    size,
    order,
    author: session.me().participantId,
    createdAt: session.serverNow(),
    fields: { ...firstLook(session, type), ...addition.fields },
    ...(addition.text === undefined ? {} : { text: addition.text }),
  };
}

/** New things lie on top of their siblings; a new frame above the other frames but under everything loose. */
export function orderForNew(model: BoardModel, frame: string | null, container: boolean): string {
  const siblings = model.childrenOf(frame);
  const keys = siblings.map(({ order }) => order);
  if (!container) return orderAbove(keys);
  const frames = siblings.filter(({ id }) => model.kindOf(id)?.container);
  const last = frames.at(-1);
  return last ? orderAfter(last.order, keys) : orderBelow(keys);
}

/** Writes new elements in one step, each in the document where it belongs, or none of them when one is refused. */
export function writeNew(session: Editing, elements: readonly NewElement[]): AddResult {
  const { kinds } = session.model;
  const scopes = scopesOfNew(session, elements);
  for (const [scope, element] of [...scopes].flatMap(([name, own]) => own.map((one) => [name, one] as const))) {
    const { id, text: _, fields, ...common } = element;
    const hasText = kinds.get(element.kind)?.text !== undefined;
    const verdict = session.may({ type: 'create', id, fields: { ...common, ...fields }, hasText }, scope);
    // A frame among the new ones is not on the board yet when its content is judged; it was judged itself.
    if (!verdict.allowed) return verdict;
  }
  for (const [scope, own] of scopes) {
    const portions = inPortions(own, ({ text, fields }) => JSON.stringify([text, fields]).length);
    session.edit(
      scope,
      portions.map((portion) => (doc) => {
        for (const element of portion) createElement(doc, element, kinds);
      }),
    );
  }
  return { allowed: true, ids: elements.map(({ id }) => id) };
}

/** Would a new element of a kind be allowed? Asked with one as it would be made. */
export function mayAdd(session: Editing, type: ElementType): boolean {
  const scope = scopeOfNew(session, whereToAdd(session));
  return session.may(creationOf(session, type, firstLook(session, type)), scope).allowed;
}

/** Room beside what is there for the next of its kind, board units. */
export const BESIDE = 20;

/** A spot beside a box that fits another of its size: to the right, as people write on, or at another side. */
export function spotBeside(box: Box, side: Side = 'right', gap = BESIDE): { x: number; y: number } {
  const out = outwards(side);
  return { x: box.x + out.x * (box.width + gap), y: box.y + out.y * (box.height + gap) };
}

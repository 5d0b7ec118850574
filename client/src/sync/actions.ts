import {
  type BoardElement,
  type BoardModel,
  type Box,
  containsPoint,
  type Place,
  placeInFrame,
  type Point,
  setField as setIn,
  type Size,
  tenth,
  wouldCycle,
} from '@talkoot/board';
import type { Refusal, Scope } from '@talkoot/protocol';
import type { Change, Verdict } from '@talkoot/rights';
import { inPortions } from './portions.ts';
import type { BoardSession } from './session.ts';

/**
 * What people do to elements, for the canvas, the bars and the outline alike. Each asks the person's rights
 * first and does what is allowed; the verdict tells the first reason why something was not done.
 */
export type Editing = Pick<
  BoardSession,
  'workshopId' | 'model' | 'may' | 'edit' | 'me' | 'document' | 'view' | 'own' | 'serverNow'
>;

/** Nothing stands against it. */
export const ALLOWED: Verdict = { allowed: true };

/** One field of one element to be set. */
export interface Setting {
  element: BoardElement;
  field: string;
  value: unknown;
}

/** Would all of these be allowed? The first refusal otherwise. */
export function verdictOf(session: Editing, changes: Iterable<readonly [Change, Scope]>): Verdict {
  for (const [change, scope] of changes) {
    const verdict = session.may(change, scope);
    if (!verdict.allowed) return verdict;
  }
  return ALLOWED;
}

/** Writes what is allowed, a document at a time, each element whole or not at all, and so each bundle that moves. */
export function applySettings(session: Editing, settings: readonly Setting[]): Verdict {
  let refused: Refusal | null = null;
  const written: Setting[] = [];
  for (const [, own] of Map.groupBy(settings, wholeOf(session.model, settings))) {
    const changes = own.map(({ element, field, value }): [Change, Scope] => [
      { type: 'set', id: element.id, field, value },
      element.scope,
    ]);
    const verdict = verdictOf(session, changes);
    if (verdict.allowed) written.push(...own);
    else refused ??= verdict.reason;
  }
  for (const [scope, own] of Map.groupBy(written, ({ element }) => element.scope)) {
    const portions = inPortions(own, ({ value }) => JSON.stringify(value)?.length ?? 0);
    session.edit(
      scope,
      portions.map((portion) => (doc) => {
        for (const { element, field, value } of portion) setIn(doc, element.id, field, value);
      }),
    );
  }
  return refused ? { allowed: false, reason: refused } : ALLOWED;
}

/** What of these settings is written together: that of one element, or of a bundle all of which moves. */
function wholeOf(model: BoardModel, settings: readonly Setting[]): (setting: Setting) => unknown {
  const moving = new Set(settings.filter(({ field }) => field === 'place').map(({ element }) => element.id));
  const whole = new Map<unknown, boolean>();
  return ({ element: { id } }) => {
    const members = model.bundleOf(id);
    if (members.size === 0) return id;
    if (!whole.has(members))
      whole.set(
        members,
        [...members].every((member) => moving.has(member)),
      );
    return whole.get(members) ? members : id;
  };
}

/** The elements of these ids that are there. */
export function elementsOfIds(model: BoardModel, ids: Iterable<string>): BoardElement[] {
  return [...ids].map((id) => model.get(id)).filter((element) => element !== undefined);
}

/** May the words of this element be changed? */
export function mayWrite(session: Editing, id: string): Verdict {
  const element = session.model.get(id);
  if (!element || !session.model.kindOf(id)?.text) return { allowed: false, reason: 'schema' };
  return session.may({ type: 'text', id }, element.scope);
}

/**
 * The topmost frame under a point that is not among `without` nor inside one of them. What is in a document of its own
 * (`scope`) stands in frames of that document or of the board: others could not find another. What itself holds others
 * (`holds`) is not gathered.
 */
export function frameAt(
  model: BoardModel,
  point: Point,
  without: ReadonlySet<string> = new Set(),
  scope?: Scope,
  holds = [...without].some((id) => model.kindOf(id)?.container),
): string | null {
  let found: string | null = null;
  for (const frame of model.containers()) {
    const box = model.box(frame);
    if (without.has(frame) || !box || !containsPoint(box, point)) continue;
    if (holds && model.kindOf(frame)?.gathers) continue;
    const holder = model.get(frame)?.scope;
    if (scope !== undefined && holder !== 'board' && holder !== scope) continue;
    if ([...without].some((id) => wouldCycle(id, frame, model.places))) continue;
    if (found === null || model.rank(frame) > model.rank(found)) found = frame;
  }
  return found;
}

/** A frame if it is there, else the board. */
export function frameExists(model: BoardModel, frame: string | null): string | null {
  return frame !== null && model.get(frame) ? frame : null;
}

/** A place so much further off in the same frame. */
export function shifted(place: Place, dx: number, dy: number): Place {
  return rounded({ frame: place.frame, x: place.x + dx, y: place.y + dy });
}

/** A place as it is written. */
export function rounded(place: Place): Place {
  return { frame: place.frame, x: tenth(place.x), y: tenth(place.y) };
}

/** Gives an element another box on the board; what stands in it stays where it is seen. */
export function resize(session: Editing, id: string, box: Box): Verdict {
  const element = session.model.get(id);
  if (!element) return { allowed: false, reason: 'schema' };
  const size: Size = { width: Math.max(1, tenth(box.width)), height: Math.max(1, tenth(box.height)) };
  const place = rounded(
    placeInFrame(
      { frame: null, x: box.x, y: box.y },
      frameExists(session.model, element.place.frame),
      session.model.places,
    ),
  );
  return applySettings(session, [
    { element, field: 'size', value: size },
    { element, field: 'place', value: place },
    ...staying(session.model, element, { x: place.x - element.place.x, y: place.y - element.place.y }),
  ]);
}

/** Places are counted from the frame's corner: when that moves by itself, its content is placed anew. */
function staying(model: BoardModel, { id }: BoardElement, by: Point): Setting[] {
  if (by.x === 0 && by.y === 0) return [];
  return model
    .childrenOf(id)
    .map((element) => ({ element, field: 'place', value: shifted(element.place, -by.x, -by.y) }));
}

/** Sets a field of every element whose kind has it. */
export function setField(session: Editing, ids: Iterable<string>, field: string, value: unknown): Verdict {
  const settings = elementsOfIds(session.model, ids)
    .filter((element) => Object.hasOwn(session.model.kinds.get(element.kind)?.fields ?? {}, field))
    .map((element) => ({ element, field, value }));
  return applySettings(session, settings);
}

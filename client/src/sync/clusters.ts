import {
  type BoardElement,
  type BoardModel,
  type Box,
  boxAround,
  compareOrder,
  inReadingOrder,
  inRows,
  type KindModel,
  type NewElement,
  type Place,
  placeInFrame,
  type Point,
  textOf,
  createElement,
  deleteElements as deleteIn,
  setField,
} from '@talkoot/board';
import type { Scope } from '@talkoot/protocol';
import type { Change, Verdict } from '@talkoot/rights';
import { nanoid } from 'nanoid';
import { ALLOWED, type Editing, elementsOfIds, frameExists, rounded, verdictOf } from './actions.ts';
import { orderForNew } from './actions-add.ts';
import { freeSpot } from './actions-move.ts';
import { freeArea, gridOf, isTidy, stackOf } from './cluster-layout.ts';
import { inPortions } from './portions.ts';
import type { Write } from './session.ts';

/** What is to stand together: in a cluster that is there, or in a new one of this name. */
export interface Gathered {
  ids: readonly string[];
  into: string | null;
  name?: string;
  /** The new one comes where this element stands, on which the others are stacked. */
  at?: string;
}

/** All clusters in the order in which they are read. */
export function clustersOf(model: BoardModel): BoardElement[] {
  const [first] = model.gatherings();
  return first === undefined ? [] : inReadingOrder(model).filter(({ id }) => model.kindOf(id)?.gathers);
}

/** The cluster in which an element stands; null when it is in none. */
export function clusterOf(model: BoardModel, id: string): string | null {
  const frame = model.get(id)?.place.frame ?? null;
  return frame !== null && model.kindOf(frame)?.gathers ? frame : null;
}

/** What stands in a cluster, in rows. */
export function membersOf(model: BoardModel, cluster: string): BoardElement[] {
  return read(model, model.childrenOf(cluster).filter(gatherable(model)));
}

/** What of this can be put into a cluster: nothing that holds others or runs between them. */
export function looseOf(model: BoardModel, ids: Iterable<string>): BoardElement[] {
  return elementsOfIds(model, ids).filter(gatherable(model));
}

/** The clusters among these. */
export function clustersAmong(model: BoardModel, ids: Iterable<string>): BoardElement[] {
  return elementsOfIds(model, ids).filter(({ id }) => model.kindOf(id)?.gathers);
}

function gatherable(model: BoardModel): (element: BoardElement) => boolean {
  return ({ id }) => !model.kindOf(id)?.container && !model.kindOf(id)?.connects;
}

function read(model: BoardModel, elements: readonly BoardElement[]): BoardElement[] {
  return inRows(elements, ({ id }) => model.box(id) as Box);
}

/** May this person make a cluster of these? Asked of the first: the others are when it is done. */
export function canGather(session: Editing, ids: readonly string[]): boolean {
  const [first] = looseOf(session.model, ids);
  if (!first) return false;
  const step = stepFor(session, [{ ids: [first.id], into: null }]);
  return step !== null && judge(session, step).allowed;
}

/** Puts elements into clusters as one step, all or none; clusters without a name that are left empty go. */
export function gather(session: Editing, groups: readonly Gathered[]): Verdict & { made?: string[] } {
  const step = stepFor(session, groups);
  if (!step) return { allowed: false, reason: 'schema' };
  const verdict = judge(session, step);
  if (!verdict.allowed) return verdict;
  write(session, step);
  return { ...ALLOWED, made: step.makes.map(({ id }) => id) };
}

/** Puts all that stands in some clusters into one, which takes over a name if it has none. The emptied ones go. */
export function merge(session: Editing, from: Iterable<string>, into: string): Verdict {
  const { model } = session;
  const others = clustersAmong(model, from).filter(({ id }) => id !== into);
  const ids = others.flatMap(({ id }) => membersOf(model, id).map((member) => member.id));
  const step = stepFor(session, [{ ids, into }]) ?? { scope: 'board' as const, makes: [], moves: [], empties: [] };
  const target = model.get(into);
  if (!target || others.some(({ scope }) => scope !== target.scope)) return { allowed: false, reason: 'schema' };
  const name = target.text.trim() ? undefined : others.find(({ text }) => text.trim())?.text;
  const whole: Step = {
    ...step,
    scope: target.scope,
    empties: others.map(({ id }) => id),
    ...(name ? { names: { id: into, name } } : {}),
  };
  const verdict = verdictOf(session, [...changesOf(whole), ...whole.empties.map((id) => deletion(id, whole.scope))]);
  if (verdict.allowed) write(session, whole);
  return verdict;
}

/** Takes elements out of their clusters: each stands beside the one it was in. */
export function takeOut(session: Editing, ids: Iterable<string>): Verdict {
  const { model } = session;
  const elements = looseOf(model, ids).filter(({ id }) => clusterOf(model, id) !== null);
  const [first] = elements;
  if (!first) return { allowed: false, reason: 'schema' };
  const taken: Box[] = [];
  const moves = elements.map((element) => {
    const cluster = model.get(clusterOf(model, element.id) as string) as BoardElement;
    const frame = frameExists(model, cluster.place.frame);
    const beside = model.box(cluster.id) as Box;
    const spot = freeArea(model, frame, element.size, {
      wish: { x: beside.x + beside.width, y: beside.y },
      without: new Set([element.id]),
      taken,
    });
    taken.push({ ...spot, ...element.size });
    return { element, frame, place: placeAt(model, spot, frame) };
  });
  const step: Step = { scope: first.scope, makes: [], moves, empties: emptied(session, moves) };
  const verdict = judge(session, step);
  if (verdict.allowed) write(session, step);
  return verdict;
}

interface Move {
  element: BoardElement;
  place: Place;
  /** The frame around the new place that is already there, for rights to look at. */
  frame: string | null;
}

interface Step {
  scope: Scope;
  makes: NewElement[];
  moves: Move[];
  /** Clusters in which nothing is left. */
  empties: string[];
  names?: { id: string; name: string };
}

/** What is to be written; null when there is nothing to gather. All of it is in one document. */
function stepFor(session: Editing, groups: readonly Gathered[]): Step | null {
  const { model } = session;
  const all = groups.flatMap(({ ids }) => looseOf(model, ids));
  const target = groups.map(({ into }) => into !== null && model.get(into)).find(Boolean);
  const scope = (target || all[0])?.scope;
  if (!scope || all.length === 0 || groups.some(({ into }) => into !== null && !model.get(into))) return null;
  const moving = new Set(all.map(({ id }) => id));
  const step: Step = { scope, makes: [], moves: [], empties: [] };
  const taken: Box[] = [];
  for (const group of groups) {
    const members = looseOf(model, group.ids).filter((element) => element.scope === scope);
    if (members.length === 0) continue;
    // In a stack each covers the one above it: what is painted later comes further down, and no words are hidden.
    const sorted = group.at === undefined ? read(model, members) : members.toSorted(compareOrder);
    if (group.into === null) makeOne(session, group, sorted, { moving, taken, step });
    else putInto(model, group.into, read(model, members), step);
  }
  return { ...step, empties: emptied(session, step.moves) };
}

function putInto(model: BoardModel, cluster: string, members: readonly BoardElement[], { moves }: Step): void {
  const taken: Box[] = [];
  for (const element of members) {
    if (clusterOf(model, element.id) === cluster) continue;
    const spot = freeSpot(model, cluster, element.size, taken);
    taken.push({ ...spot, ...element.size });
    moves.push({ element, frame: cluster, place: placeAt(model, spot, cluster) });
  }
}

/** The kind that things are gathered in. */
function gatheringKind({ kinds }: BoardModel): KindModel | undefined {
  return [...kinds.values()].find(({ gathers }) => gathers);
}

function makeOne(
  session: Editing,
  { name = '', at }: Gathered,
  members: readonly BoardElement[],
  { moving, taken, step }: { moving: ReadonlySet<string>; taken: Box[]; step: Step },
): void {
  const { model } = session;
  const frame = frameFor(model, members);
  const boxes = members.map(({ id }) => model.box(id) as Box);
  const around = boxAround(boxes) as Box;
  const under = at === undefined ? undefined : model.box(at);
  const grid = under ? stackOf(boxes) : isTidy(boxes) ? boxes : gridOf(boxes);
  const size = boxAround(grid) as Box;
  const anchor = under ?? around;
  const kind = gatheringKind(model);
  if (!kind?.gathers) return;
  const outer = kind.gathers.box({ ...size, x: anchor.x, y: anchor.y });
  const free = freeArea(model, frame, outer, { wish: outer, without: moving, taken });
  // What was let go stays near the hand, even if it then lies over its neighbours.
  const isFar = under !== undefined && Math.hypot(free.x - outer.x, free.y - outer.y) > outer.width;
  const corner = isFar ? outer : free;
  taken.push({ ...outer, ...corner });
  const by = { x: corner.x + anchor.x - outer.x - size.x, y: corner.y + anchor.y - outer.y - size.y };
  const id = nanoid(16);
  step.makes.push({
    id,
    kind: kind.kind,
    place: placeAt(model, corner, frame),
    size: { width: outer.width, height: outer.height },
    order: orderForNew(model, frame, true),
    author: session.me().participantId,
    createdAt: Date.now(),
    fields: {},
    text: name.slice(0, kind.text?.maxLength).toWellFormed(),
  });
  for (const [index, element] of members.entries()) {
    const box = grid[index] as Box;
    const place = rounded({ frame: id, x: box.x + by.x - corner.x, y: box.y + by.y - corner.y });
    step.moves.push({ element, frame, place });
  }
}

/** The frame in which most of them stand, whatever clusters they are in. */
function frameFor(model: BoardModel, members: readonly BoardElement[]): string | null {
  const frames = members.map(({ id, place }) => {
    const cluster = clusterOf(model, id);
    return frameExists(model, cluster === null ? place.frame : (model.get(cluster)?.place.frame ?? null));
  });
  const counts = Map.groupBy(frames, (frame) => frame);
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}

function placeAt(model: BoardModel, { x, y }: Point, frame: string | null): Place {
  return rounded(placeInFrame({ frame: null, x, y }, frame, model.places));
}

/** Clusters without a name that lose the last of what stands in them, where the person may take them away. */
function emptied(session: Editing, moves: readonly Move[]): string[] {
  const { model } = session;
  const leaving = new Set(moves.map(({ element }) => element.id));
  const from = new Set(moves.map(({ element }) => clusterOf(model, element.id)).filter((id) => id !== null));
  return clustersAmong(model, from)
    .filter(({ id, text }) => !text.trim() && model.childrenOf(id).every((child) => leaving.has(child.id)))
    .filter(({ id, scope }) => session.may({ type: 'delete', id }, scope).allowed)
    .map(({ id }) => id);
}

function judge(session: Editing, step: Step): Verdict {
  return verdictOf(session, changesOf(step));
}

function deletion(id: string, scope: Scope): readonly [Change, Scope] {
  return [{ type: 'delete', id }, scope];
}

function changesOf({ scope, makes, moves, names }: Step): (readonly [Change, Scope])[] {
  const made = makes.map(({ id, text: _, fields, ...common }): readonly [Change, Scope] => [
    { type: 'create', id, fields: { ...common, ...fields }, hasText: true },
    scope,
  ]);
  // A cluster that is only being made is not found yet: what is put into it stands in the frame around.
  const moved = moves.map(({ element: { id }, place, frame }): readonly [Change, Scope] => [
    { type: 'set', id, field: 'place', value: { ...place, frame } },
    scope,
  ]);
  return [...made, ...moved, ...(names ? [[{ type: 'text', id: names.id }, scope] as const] : [])];
}

function write(session: Editing, { scope, makes, moves, empties, names }: Step): void {
  const { kinds } = session.model;
  const writes: Write[] = inPortions(makes, ({ text }) => text?.length ?? 0).map((portion) => (doc) => {
    for (const element of portion) createElement(doc, element, kinds);
  });
  for (const portion of inPortions(moves, () => 80)) {
    writes.push((doc) => {
      for (const { element, place } of portion) setField(doc, element.id, 'place', place);
    });
  }
  if (names) writes.push((doc) => textOf(doc, names.id)?.insert(0, names.name));
  if (empties.length > 0) writes.push((doc) => deleteIn(doc, empties));
  session.edit(scope, writes);
}

import {
  type Box,
  boxAround,
  childrenOf,
  createElement,
  elementsOf,
  type ElementData,
  endsOfCopy,
  type NewElement,
  ordersBetween,
  readElement,
} from '@talkoot/board';
import type { Effect } from '@talkoot/facilitation';
import type { GroupView } from '@talkoot/protocol';
import type * as Y from 'yjs';
import type { EffectEnv } from './effects.ts';
import type { Room } from './room.ts';
import { lastOrder, write } from './server-write.ts';
import type { TickResult } from './tick.ts';

/** Between the works of groups, and around each in its frame. */
const GAP = 80;
const PADDING = 40;
const HEADING = 112;

/** Each group gets copies of the frames, with all that stands in them; `origin` names what each is a copy of. */
export function openGroups(
  { groupIds, frames }: Extract<Effect, { type: 'openGroups' }>,
  board: Room,
  tick: TickResult,
  env: EffectEnv,
): void {
  const elements = within(board.live(), frames, env);
  for (const groupId of groupIds) {
    const room = needGroup(env, groupId);
    const copies = copied(elements, env);
    if (copies.length === 0) continue;
    write(room, tick, (doc) => {
      for (const copy of copies) createElement(doc, copy, env.kinds);
    });
    room.elementCount += copies.length;
  }
}

/** What the groups made comes to the board side by side below all else, each in a frame with the group's name. */
export function gatherGroups(
  { groups }: Extract<Effect, { type: 'gatherGroups' }>,
  board: Room,
  tick: TickResult,
  env: EffectEnv,
): void {
  const corner = belowContent(board.live(), env);
  let x = corner.x;
  const made: NewElement[] = [];
  for (const group of groups) {
    const doc = needGroup(env, group.id).live();
    const elements = within(doc, looseIn(doc, env), env);
    const around = boxAround(elements.filter(({ place }) => place.frame === null).map(boxOf));
    if (!around) continue;
    const frame = groupFrame(group, { x, y: corner.y }, around, env);
    made.push(frame, ...gathered(elements, frame.id, around, env));
    x += frame.size.width + GAP;
  }
  if (made.length === 0) return;
  const orders = ordersBetween(lastOrder(board.live()), null, made.length);
  write(board, tick, (doc) => {
    made.forEach((element, at) => {
      createElement(doc, { ...element, order: orders[at] ?? element.order }, env.kinds);
    });
  });
  board.elementCount += made.length;
}

function needGroup(env: EffectEnv, groupId: string): Room {
  const room = env.group(groupId);
  if (!room) throw new Error(`document not open for a command: group ${groupId}`);
  return room;
}

/** These elements and everything that stands in them, in the order in which they lie. */
function within(doc: Y.Doc, ids: readonly string[], env: EffectEnv): ElementData[] {
  const all = new Set(ids);
  for (const id of all) for (const child of childrenOf(doc, id)) all.add(child);
  return [...all]
    .flatMap((id) => readElement(id, elementsOf(doc).get(id), env.kinds) ?? [])
    .sort((a, b) => (a.order < b.order ? -1 : 1));
}

function looseIn(doc: Y.Doc, env: EffectEnv): string[] {
  return [...elementsOf(doc)].flatMap(([id, map]) => {
    const element = readElement(id, map, env.kinds);
    return element && element.place.frame === null ? [id] : [];
  });
}

function copied(elements: readonly ElementData[], env: EffectEnv): NewElement[] {
  const ids = new Map(elements.map(({ id }) => [id, env.ids.element()]));
  return elements.map(({ id, runs, text: _text, route: _route, place, fields, ...rest }) => ({
    ...rest,
    id: ids.get(id) ?? id,
    origin: id,
    fields: endsOfCopy(env.kinds.get(rest.kind)?.connects, fields, (end) => ids.get(end)),
    // A frame that is not copied with it is one of the board.
    place: { ...place, frame: place.frame === null ? null : (ids.get(place.frame) ?? place.frame) },
    locked: false,
    text: runs,
  }));
}

function gathered(elements: readonly ElementData[], frame: string, around: Box, env: EffectEnv): NewElement[] {
  return copied(elements, env).map((copy) => {
    if (copy.place.frame !== null) return copy;
    const { x, y } = copy.place;
    return { ...copy, place: { frame, x: x - around.x + PADDING, y: y - around.y + HEADING } };
  });
}

function groupFrame(group: GroupView, at: { x: number; y: number }, around: Box, env: EffectEnv): NewElement {
  const { kind, fields } = env.frame;
  return {
    ...{ id: env.ids.element(), kind, fields: { ...fields }, order: '', author: null, createdAt: env.now },
    place: { frame: null, ...at },
    size: { width: around.width + 2 * PADDING, height: around.height + HEADING + PADDING },
    text: env.groupName(group.name),
  };
}

function boxOf({ place, size }: ElementData): Box {
  return { ...size, x: place.x, y: place.y };
}

/** Where a row below everything on the board begins. */
function belowContent(doc: Y.Doc, env: EffectEnv): { x: number; y: number } {
  const loose = within(doc, looseIn(doc, env), env).filter(({ place }) => place.frame === null);
  const around = boxAround(loose.map(boxOf));
  return around ? { x: around.x, y: around.y + around.height + GAP } : { x: 0, y: 0 };
}

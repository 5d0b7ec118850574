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
import type { Effect, WrittenAlone } from '@talkoot/facilitation';
import type { GroupView } from '@talkoot/protocol';
import type * as Y from 'yjs';
import type { EffectEnv } from './effects.ts';
import { boxesIn, FreePlaces, sizeOf } from './placing.ts';
import { ownFrames, takeFrom } from './reveal.ts';
import type { Room } from './room.ts';
import { lastOrder, write } from './server-write.ts';
import type { TickResult } from './tick.ts';

/** Between the works of groups, and around each in its frame. */
const GAP = 80;
const PADDING = 40;
const HEADING = 112;
/** The same around one note. */
const NARROW = 16;
const NAME = 56;

/**
 * Each group gets copies of its frames, with all that stands in them; `origin` names what each is a copy of. What people
 * wrote alone, or made in their former groups, is carried into the first of them.
 */
export function openGroups(
  { groups, written }: Extract<Effect, { type: 'openGroups' }>,
  board: Room,
  tick: TickResult,
  env: EffectEnv,
): void {
  for (const { id, frames, notesOf, workOf } of groups) {
    const room = needGroup(env, id);
    const copies = copied(within(board.live(), frames, env), env);
    const alone = written ? notesOf.flatMap((person) => writtenAlone(person, written, board, env)) : [];
    const works = workOf.map((former) => ownWork(needGroup(env, former).live(), board, env));
    const carried = [alone.flatMap(({ elements }) => elements), ...works].flatMap((work) => moved(work, env));
    put(room, copies, tick, env);
    put(room, laidOut(carried, copyOf(copies, frames[0]), room.live(), env), tick, env);
    for (const { room: from, elements } of alone)
      takeFrom(
        from,
        elements.map((element) => element.id),
        tick,
      );
  }
}

/** Makes these elements in a document. */
export function put(room: Room, elements: readonly NewElement[], tick: TickResult, env: EffectEnv): void {
  if (elements.length === 0) return;
  write(room, tick, (doc) => {
    for (const element of elements) createElement(doc, element, env.kinds);
  });
  room.elementCount += elements.length;
}

/** The notes that a person wrote to be carried; never what only its author opens. */
function writtenAlone(
  person: string,
  { frames, since, mixed }: WrittenAlone,
  board: Room,
  env: EffectEnv,
): { room: Room; elements: ElementData[] }[] {
  const room = env.mine(person);
  if (!room) return [];
  const own = ownFrames(board.live());
  const elements = elementsIn(room.live(), env).filter(({ place: { frame }, createdAt }) => {
    if (frame === null) return createdAt >= since;
    return frames.includes(frame) && !own.has(frame) && (!mixed || createdAt >= since);
  });
  return [{ room, elements: within(room.live(), idsOf(elements), env) }];
}

/** What a group made: not the copies it began with, unless it changed their words. */
function ownWork(doc: Y.Doc, board: Room, env: EffectEnv): ElementData[] {
  return elementsIn(doc, env).filter(({ origin, kind, text }) => {
    if (origin === undefined || origin === null) return true;
    const before = readElement(origin, elementsOf(board.live()).get(origin), env.kinds);
    return before === null || (!env.kinds.get(kind)?.container && before.text !== text);
  });
}

/** The same elements for another document: their own authors and times, and no origin, for they are no copies. */
function moved(elements: readonly ElementData[], env: EffectEnv): NewElement[] {
  return copied(onTheirOwn(elements), env).map(({ origin: _origin, ...element }) => element);
}

/** What stood in nothing that came along finds a place in this frame, or below all else. */
function laidOut(
  elements: readonly NewElement[],
  frame: NewElement | undefined,
  doc: Y.Doc,
  env: EffectEnv,
): NewElement[] {
  const into = frame?.id ?? null;
  const free = new FreePlaces(sizeOf(doc, into, env.kinds), boxesIn(doc, into, env.kinds));
  const orders = ordersBetween(lastOrder(doc), null, elements.length);
  return elements.map((element, at) => {
    const order = orders[at] ?? element.order;
    if (element.place.frame !== null) return { ...element, order };
    const { x, y } = element.place;
    return { ...element, order, place: { frame: into, ...free.place({ ...element.size, x, y }) } };
  });
}

function copyOf(copies: readonly NewElement[], frame: string | undefined): NewElement | undefined {
  return copies.find(({ origin }) => frame !== undefined && origin === frame);
}

/**
 * What the groups made comes to the board, each in a frame with the group's name: the note that it chose into the frame
 * for all, the whole work of others side by side below all else.
 */
export function gatherGroups(
  { groups, chosen, into }: Extract<Effect, { type: 'gatherGroups' }>,
  board: Room,
  tick: TickResult,
  env: EffectEnv,
): void {
  const row = belowContent(board.live(), env);
  const target = into === null ? null : readElement(into, elementsOf(board.live()).get(into), env.kinds);
  const free = target && new FreePlaces(target.size, boxesIn(board.live(), target.id, env.kinds));
  const made: NewElement[] = [];
  for (const group of groups) {
    const doc = needGroup(env, group.id).live();
    const one = chosen[group.id];
    const note = one === undefined ? [] : within(doc, [one], env);
    const elements = note.length > 0 ? onTheirOwn(note) : within(doc, looseIn(doc, env), env);
    const around = boxAround(elements.filter(({ place }) => place.frame === null).map(boxOf));
    if (!around) continue;
    const raised = note.length > 0 ? target : null;
    const frame = groupFrame(group, row, around, raised ? NARROW : PADDING, env);
    if (raised && free) frame.place = { frame: raised.id, ...free.place({ ...frame.size, x: -1, y: -1 }) };
    else row.x += frame.size.width + GAP;
    made.push(frame, ...gathered(elements, frame.id, around, raised ? NARROW : PADDING, env));
  }
  const orders = ordersBetween(lastOrder(board.live()), null, made.length);
  put(
    board,
    made.map((element, at) => ({ ...element, order: orders[at] ?? element.order })),
    tick,
    env,
  );
}

/** Elements without the frames that do not come with them. */
function onTheirOwn(elements: readonly ElementData[]): ElementData[] {
  const among = new Set(idsOf(elements));
  return elements.map((element) =>
    among.has(element.place.frame ?? '') ? element : { ...element, place: { ...element.place, frame: null } },
  );
}

function needGroup(env: EffectEnv, groupId: string): Room {
  const room = env.group(groupId);
  if (!room) throw new Error(`document not open for a command: group ${groupId}`);
  return room;
}

/** These elements and everything that stands in them, in the order in which they lie. */
export function within(doc: Y.Doc, ids: readonly string[], env: EffectEnv): ElementData[] {
  const all = new Set(ids);
  for (const id of all) for (const child of childrenOf(doc, id)) all.add(child);
  return [...all]
    .flatMap((id) => readElement(id, elementsOf(doc).get(id), env.kinds) ?? [])
    .sort((a, b) => (a.order < b.order ? -1 : 1));
}

function elementsIn(doc: Y.Doc, env: EffectEnv): ElementData[] {
  return [...elementsOf(doc)].flatMap(([id, map]) => readElement(id, map, env.kinds) ?? []);
}

function idsOf(elements: readonly ElementData[]): string[] {
  return elements.map(({ id }) => id);
}

function looseIn(doc: Y.Doc, env: EffectEnv): string[] {
  return idsOf(elementsIn(doc, env).filter(({ place }) => place.frame === null));
}

/** The same elements under other ids: those given for some, fresh ones for the rest. */
export function copied(
  elements: readonly ElementData[],
  env: EffectEnv,
  given: ReadonlyMap<string, string> = new Map(),
): NewElement[] {
  const ids = new Map(elements.map(({ id }) => [id, given.get(id) ?? env.ids.element()]));
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

function gathered(
  elements: readonly ElementData[],
  frame: string,
  around: Box,
  padding: number,
  env: EffectEnv,
): NewElement[] {
  return copied(elements, env).map((copy) => {
    if (copy.place.frame !== null) return copy;
    const { x, y } = copy.place;
    return { ...copy, place: { frame, x: x - around.x + padding, y: y - around.y + headingOf(padding) } };
  });
}

/** One note needs no more than its group's name above it. */
function headingOf(padding: number): number {
  return padding === NARROW ? NAME : HEADING;
}

function groupFrame(
  group: GroupView,
  at: { x: number; y: number },
  around: Box,
  padding: number,
  env: EffectEnv,
): NewElement {
  const { kind, fields } = env.frame;
  return {
    ...{ id: env.ids.element(), kind, fields: { ...fields }, order: '', author: null, createdAt: env.now },
    place: { frame: null, x: at.x, y: at.y },
    size: { width: around.width + 2 * padding, height: around.height + headingOf(padding) + padding },
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

import {
  type Box,
  createElement,
  deleteElements,
  elementsOf,
  type ElementData,
  framesAround,
  type NewElement,
  ordersBetween,
  placeIn,
  readElement,
  ROOTS,
} from '@talkoot/board';
import type { RevealEffect } from '@talkoot/facilitation';
import * as Y from 'yjs';
import type { EffectEnv, EffectResult } from './effects.ts';
import { boxesIn, FreePlaces, sizeOf } from './placing.ts';
import type { Room } from './room.ts';
import { lastOrder, write } from './server-write.ts';
import type { TickResult } from './tick.ts';

type Reveal = RevealEffect;
type Asked = Pick<Reveal, 'frames' | 'authors' | 'kept'>;

/** A private note with the document that it comes from. */
interface PrivateNote {
  author: string;
  room: Room;
  element: ElementData;
}

/** Map of note to author that facilitators read, in their own document. */
export const AUTHORS = 'authors';

/**
 * Private notes come to the board, all in one message. Where nobody may ever know who wrote them they come under new
 * ids, shuffled, without author or time, and the documents they come from begin a new history: nothing stored joins
 * them to a person any more.
 */
export function reveal(effect: Reveal, board: Room, tick: TickResult, env: EffectEnv, result: EffectResult): void {
  const notes = inLot(notesToReveal(effect, board, env), effect, env);
  if (notes.length === 0) return;
  const made = placed(notes, effect, board, env);
  write(board, tick, (doc) => {
    for (const element of made) createElement(doc, element, env.kinds);
  });
  board.elementCount += made.length;
  if (effect.anonymity === 'facilitator') noteAuthors(notes, made, tick, env);
  for (const room of new Set(notes.map((note) => note.room))) {
    const ids = notes.filter((note) => note.room === room).map(({ element }) => element.id);
    if (effect.anonymity === 'nobody') beginAnew(room, new Set(ids), env, result);
    else takeFrom(room, ids, tick);
  }
}

/** For each note that a reveal would bring the frames that it stands in; what has no words is no note. */
export function waitingNotes(asked: Asked, board: Room, env: Pick<EffectEnv, 'mine' | 'kinds'>): string[][] {
  const lookup = placeIn(board.live());
  return notesToReveal(asked, board, env)
    .filter(({ element: { kind, text } }) => !env.kinds.get(kind)?.container && (text ?? '').trim() !== '')
    .map(({ element }) => framesAround(element.place, lookup));
}

/** What stands in the frames that are revealed, or anywhere; never what only its author opens. */
function notesToReveal(
  { frames, authors, kept }: Asked,
  board: Room,
  env: Pick<EffectEnv, 'mine' | 'kinds'>,
): PrivateNote[] {
  const wanted = frames && new Set(frames);
  const lookup = placeIn(board.live());
  const own = new Set([...ownFrames(board.live()), ...kept.frames]);
  const stays = ({ place, createdAt }: ElementData): boolean =>
    place.frame === null
      ? kept.spans.some(({ startedAt, endedAt }) => createdAt >= startedAt && createdAt <= (endedAt ?? createdAt))
      : framesAround(place, lookup).some((frame) => own.has(frame));
  return authors.flatMap((author) => {
    const room = env.mine(author);
    if (!room) return [];
    return [...elementsOf(room.live())].flatMap(([id, map]) => {
      const element = readElement(id, map, env.kinds);
      if (!element || stays(element)) return [];
      // A note in no frame waits in the tray, which is revealed with any frames.
      const around = framesAround(element.place, lookup);
      const asked = !wanted || element.place.frame === null || around.some((frame) => wanted.has(frame));
      return asked ? [{ author, room, element }] : [];
    });
  });
}

/** Frames whose notes nobody but their authors ever opens. */
export function ownFrames(doc: Y.Doc): Set<string> {
  return new Set([...elementsOf(doc)].flatMap(([id, map]) => (map.get('visibility') === 'author-only' ? [id] : [])));
}

/** In the order of writing; where nobody may know, in an order that tells nothing. */
function inLot(notes: PrivateNote[], { anonymity }: Reveal, env: EffectEnv): PrivateNote[] {
  if (anonymity === 'named') return notes.sort((a, b) => a.element.createdAt - b.element.createdAt);
  return notes
    .map((note) => ({ note, lot: env.ids.element() }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ note }) => note);
}

/** The notes as they will stand on the board, none over another while a frame has room. */
function placed(
  notes: readonly PrivateNote[],
  { tray: trayFrame, anonymity, copies }: Reveal,
  board: Room,
  env: EffectEnv,
): NewElement[] {
  const doc = board.live();
  const orders = ordersBetween(lastOrder(doc), null, notes.length);
  const places = new Map<string | null, FreePlaces>();
  const tray = trayFrame !== null && elementsOf(doc).has(trayFrame) ? trayFrame : null;
  return notes.map(({ author, element }, at) => {
    const { id: _id, runs, text: _text, createdAt, place, ...rest } = element;
    const own = copies[place.frame ?? '']?.[author];
    const frame = own !== undefined && elementsOf(doc).has(own) ? own : (place.frame ?? tray);
    let free = places.get(frame);
    if (!free) {
      free = new FreePlaces(sizeOf(doc, frame, env.kinds), boxesIn(doc, frame, env.kinds));
      places.set(frame, free);
    }
    const wanted: Box = { ...element.size, x: place.x, y: place.y };
    // A place in a private copy would tell whose note it is to whoever saw it there.
    const asked = anonymity === 'named' ? wanted : { ...wanted, x: -1, y: -1 };
    return {
      ...rest,
      id: env.ids.element(),
      order: orders[at] ?? element.order,
      place: { frame, ...free.place(asked) },
      author: anonymity === 'named' ? author : null,
      ...(anonymity === 'named' ? { createdAt } : {}),
      text: runs,
    };
  });
}

function noteAuthors(
  notes: readonly PrivateNote[],
  made: readonly NewElement[],
  tick: TickResult,
  env: EffectEnv,
): void {
  const backstage = env.room('backstage');
  if (!backstage) throw new Error('backstage is not open for a reveal');
  write(backstage, tick, (doc) => {
    made.forEach(({ id }, at) => {
      doc.getMap(AUTHORS).set(id, notes[at]?.author);
    });
  });
}

/** Notes that came elsewhere leave their private document. */
export function takeFrom(room: Room, ids: readonly string[], tick: TickResult): void {
  for (const id of ids) tick.noteDeleted(room, id, null);
  room.elementCount -= ids.length;
  write(room, tick, (doc) => deleteElements(doc, ids));
}

/** What stays in a private document begins a new history, under new ids: its old one holds what was revealed. */
function beginAnew(room: Room, gone: ReadonlySet<string>, env: EffectEnv, result: EffectResult): void {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const root of Object.values(ROOTS)) doc.getMap(root);
    for (const [id, map] of elementsOf(room.live())) {
      const element = gone.has(id) ? null : readElement(id, map, env.kinds);
      if (!element) continue;
      const { runs, text: _text, ...rest } = element;
      createElement(doc, { ...rest, id: env.ids.element(), text: runs }, env.kinds);
    }
  });
  const update = elementsOf(doc).size > 0 ? Y.encodeStateAsUpdate(doc) : null;
  result.replaced.push(room.document);
  result.newEpochs.push({ document: room.document, epoch: env.ids.element() });
  if (update) result.firstUpdates.push({ document: room.document, seq: 1, update });
}

import { createElement, elementsOf, type Size } from '@talkoot/board';
import { ELEMENT_MODELS, FRAME_DEFAULTS, NOTE_TYPE } from '@talkoot/elements';
import type { Chance } from './chance.ts';
import type { Wire } from './wire.ts';

/** Between a note and the edges of its frame, and below the frame's title; where it stands in none, board units. */
const MARGIN = 20;
const HEAD = 110;
const OPEN_SPACE: Size = { width: 1_600, height: 900 };

interface NewNote {
  wire: Wire;
  /** Where its frame stands. */
  board: Wire;
  author: string;
  frames: readonly string[];
}

/** An empty note in one of these frames; its id begins with the real time at which it was made. */
export function makeNote({ wire, board, author, frames }: NewNote, chance: Chance): string {
  const id = `t${Date.now().toString(36)}-${author}-${chance.whole(0, 9_999)}`;
  const { kind, defaults } = NOTE_TYPE;
  const frame = frames.length > 0 ? chance.pick(frames) : null;
  const room = roomIn(board, frame);
  const place = { frame, x: chance.whole(MARGIN, room.x), y: chance.whole(HEAD, room.y) };
  const note = { id, kind, place, size: defaults.size, order: 'a1', author, text: '', fields: defaults.fields };
  wire.edit(id, (doc) => createElement(doc, note, ELEMENT_MODELS));
  return id;
}

/** Moves some note a little within its frame; elsewhere than in these frames nobody may. False when there is none. */
export function shiftNote(wire: Wire, frames: readonly string[] | null, chance: Chance): boolean {
  const notes = [...elementsOf(wire.doc)].flatMap(([id, note]) => {
    const place = note.get('place') as { frame: string | null; x: number; y: number };
    const may = !frames || frames.includes(place.frame ?? '');
    return note.get('kind') === NOTE_TYPE.kind && may && note.get('locked') !== true ? [{ id, note, place }] : [];
  });
  if (notes.length === 0) return false;
  const { id, note, place } = chance.pick(notes);
  const room = roomIn(wire, place.frame);
  const x = within(MARGIN, place.x + chance.whole(-80, 80), room.x);
  const y = within(HEAD, place.y + chance.whole(-60, 60), room.y);
  wire.edit(`move ${id}`, () => note.set('place', { ...place, x, y }));
  return true;
}

/** The frames that a document has. */
export function framesIn({ doc }: Wire): string[] {
  return [...elementsOf(doc)].flatMap(([id, element]) => (element.get('kind') === FRAME_DEFAULTS.kind ? [id] : []));
}

/** How far right and down a note can stand in a frame. */
function roomIn({ doc }: Wire, frame: string | null): { x: number; y: number } {
  const size = frame === null ? undefined : (elementsOf(doc).get(frame)?.get('size') as Size | undefined);
  const { width, height } = size ?? OPEN_SPACE;
  const note = NOTE_TYPE.defaults.size;
  return {
    x: Math.max(MARGIN, width - note.width - MARGIN),
    y: Math.max(HEAD, height - note.height - MARGIN),
  };
}

function within(least: number, at: number, most: number): number {
  return Math.min(most, Math.max(least, at));
}

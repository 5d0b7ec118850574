import { createElement, deleteElements, elementsOf, orderAbove } from '@talkoot/board';
import type { Effect } from '@talkoot/facilitation';
import { LIMITS } from '@talkoot/protocol';
import { ProblemError } from '../problem.ts';
import type { EffectEnv } from './effects.ts';
import { boxesIn, FreePlaces, sizeOf } from './placing.ts';
import type { Room } from './room.ts';
import { lastOrder, write } from './server-write.ts';
import type { TickResult } from './tick.ts';

type EffectOf<Type extends Effect['type']> = Extract<Effect, { type: Type }>;

/**
 * Writes down what somebody without a device said, in their name: on the board, or among their own private notes.
 * Answers the id of the element.
 */
export function noteFor(effect: EffectOf<'noteFor'>, board: Room, tick: TickResult, env: EffectEnv): string {
  const { participantId, frame, words, to } = effect;
  const room = roomOf(to, participantId, board, env);
  if (room.elementCount >= LIMITS.elementsPerRoom) throw new ProblemError('conflict', 'the board is full');
  if (frame !== null && !elementsOf(board.live()).has(frame)) throw new ProblemError('not-found', 'no such frame');
  const { kind, defaults } = env.note;
  const taken = [
    ...boxesIn(board.live(), frame, env.kinds),
    ...(room === board ? [] : boxesIn(room.live(), frame, env.kinds)),
  ];
  // On the bare board the row of these notes begins below what is there.
  const places = new FreePlaces(sizeOf(board.live(), frame, env.kinds), taken);
  const place = { frame, ...places.place({ ...defaults.size, x: -1, y: -1 }) };
  const last = lastOrder(room.live());
  const order = orderAbove(last === null ? [] : [last]);
  const id = env.ids.element();
  const { size, fields } = defaults;
  write(room, tick, (doc) => {
    const note = { id, kind, place, size, order, author: participantId, createdAt: env.now, text: words, fields };
    createElement(doc, note, env.kinds);
  });
  room.elementCount++;
  return id;
}

/** Takes such a note back. */
export function dropNoteFor(effect: EffectOf<'dropNoteFor'>, board: Room, tick: TickResult, env: EffectEnv): void {
  const { participantId, elementId, from } = effect;
  const room = roomOf(from, participantId, board, env);
  const element = elementsOf(room.live()).get(elementId);
  if (element?.get('author') !== participantId) throw new ProblemError('not-found', 'no such note');
  tick.noteDeleted(room, elementId, null);
  room.elementCount--;
  write(room, tick, (doc) => deleteElements(doc, [elementId]));
}

function roomOf(which: 'mine' | 'board', participantId: string, board: Room, env: EffectEnv): Room {
  if (which === 'board') return board;
  const room = env.mine(participantId);
  if (!room) throw new Error('the document of who has no device is not open');
  return room;
}

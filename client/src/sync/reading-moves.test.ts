import { readingSiblings } from '@talkoot/board';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { fillWorkshop } from '../dev/gallery-board.ts';
import { LocalSession } from '../dev/local-session.ts';
import { moveInReading, readingNeighbour } from './reading-moves.ts';

function workshop(): LocalSession {
  const session = new LocalSession({ role: 'facilitator', participantId: 'aino' });
  fillWorkshop(session.document('board') as Y.Doc);
  return session;
}

const order = (session: LocalSession, id: string): string[] => readingSiblings(session.model, id).map((one) => one.id);

test('a note changes places with the one read before or after it', () => {
  const session = workshop();
  expect(order(session, 'start-0')).toEqual(['start-0', 'start-1', 'start-2', 'start-3', 'start-4']);
  expect(moveInReading(session, 'start-1', 1)).toEqual({ allowed: true });
  expect(order(session, 'start-0')).toEqual(['start-0', 'start-2', 'start-1', 'start-3', 'start-4']);
  moveInReading(session, 'start-1', -1);
  expect(order(session, 'start-0')).toEqual(['start-0', 'start-1', 'start-2', 'start-3', 'start-4']);
});

test('a frame changes places among the frames, wherever they lie', () => {
  const session = workshop();
  moveInReading(session, 'next', -1);
  expect(order(session, 'start')).toEqual(['start', 'next', 'stop']);
  moveInReading(session, 'next', -1);
  expect(order(session, 'start')).toEqual(['next', 'start', 'stop']);
  moveInReading(session, 'next', 1);
  expect(order(session, 'start')).toEqual(['start', 'next', 'stop']);
});

test('at an end there is nobody to change places with', () => {
  const session = workshop();
  expect(readingNeighbour(session, 'start', -1)).toBeNull();
  expect(readingNeighbour(session, 'start-4', 1)).toBeNull();
  expect(moveInReading(session, 'start-4', 1)).toMatchObject({ allowed: false });
});

test('an observer moves nothing', () => {
  const session = workshop();
  session.become('otto', 'observer');
  expect(moveInReading(session, 'start-1', 1)).toMatchObject({ allowed: false });
});

import { type AgendaStep, type ConsoleMessage, EMPTY_AGENDA, type SessionView } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { courseNow } from './course.ts';

const NONE = { fi: '', sv: '', en: '' };

function step(id: string, skipped = false): AgendaStep {
  return {
    ...{ id, type: 'discussion', phase: 'emergence', title: NONE, prompt: NONE, cue: '', minutes: 5, skipped },
    ...{ optional: false, autoAdvance: false, frames: [], settings: {} },
  };
}

function at(running: string | null, ...ran: string[]) {
  const console: ConsoleMessage = {
    ...{ type: 'console', asks: [], calls: [], visits: null, answered: {}, late: {}, undoable: [] },
    agenda: { ...EMPTY_AGENDA, steps: [step('a'), step('b', true), step('c')] },
    times: Object.fromEntries(ran.map((id) => [id, { startedAt: 1, endedAt: null }])),
  };
  const view = { step: running === null ? null : ({ id: running } as SessionView['step']) };
  const { current, next, previous, begun, ended } = courseNow(console, view);
  return [current?.id, next?.id, previous?.id, begun, ended];
}

test('the course leaves out what is skipped, forwards and back', () => {
  expect(at(null)).toEqual([undefined, 'a', undefined, false, false]);
  expect(at('a', 'a')).toEqual(['a', 'c', undefined, true, false]);
  expect(at('c', 'a', 'c')).toEqual(['c', undefined, 'a', true, false]);
});

test('a session that was ended goes on where it was, and is over after the last step', () => {
  expect(at(null, 'a')).toEqual([undefined, 'c', undefined, true, false]);
  expect(at(null, 'a', 'c')).toEqual([undefined, undefined, undefined, true, true]);
});

import {
  DEFAULT_RULES,
  type OwnMessage,
  quietSession,
  type RoundView,
  type SessionView,
  type StepView,
  TODOS,
} from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { NOTHING_OWN } from '../../sync/session.ts';
import { nowPart } from './now-part.ts';

const NO_WORDS = { fi: '', sv: '', en: '' };

function view(todo: StepView['todo'] | null, more: Partial<SessionView> = {}): SessionView {
  const step: StepView | null = todo && {
    ...{ id: 's', type: 'x', phase: 'divergence', title: NO_WORDS, prompt: NO_WORDS, frames: [], minutes: 5 },
    ...{ todo, writing: null },
  };
  return { ...quietSession('open', DEFAULT_RULES), step, ...more };
}

const inGroup: OwnMessage = { ...NOTHING_OWN, groupId: 'g' };
const round = (closedAt: number | null): RoundView => ({ closedAt }) as RoundView;
const turns = { order: ['a'], at: 0, since: 0, seconds: 60, pass: true, passed: [], groups: false };

test('each thing to do has its place on the phone', () => {
  expect(Object.fromEntries(TODOS.map((todo) => [todo, nowPart(view(todo), NOTHING_OWN)]))).toEqual({
    ...{ read: 'read', write: 'write', speak: 'listen', vote: 'answer', arrange: 'read', talk: 'listen' },
    ...{ rest: 'rest', answer: 'answer' },
  });
});

test('a round that is open comes first, whatever runs; then turns, then the group', () => {
  expect(nowPart(view(null), NOTHING_OWN)).toBe('quiet');
  expect(nowPart(view(null, { rounds: [round(null)] }), NOTHING_OWN)).toBe('answer');
  expect(nowPart(view('write', { rounds: [round(5)] }), NOTHING_OWN)).toBe('write');
  expect(nowPart(view('write', { rounds: [round(5), round(null)], turns }), inGroup)).toBe('answer');
  expect(nowPart(view('speak', { turns }), inGroup)).toBe('speak');
  expect(nowPart(view('speak', { turns: { ...turns, order: [] } }), NOTHING_OWN)).toBe('listen');
  expect(nowPart(view('talk'), inGroup)).toBe('talk');
});

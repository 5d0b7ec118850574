import { ELEMENT_MODELS } from '@talkoot/elements';
import { DEFAULT_RULES, LIMITS, type ParticipationRules } from '@talkoot/protocol';
import { type BoardView, type Change, decide, type RightsContext } from '@talkoot/rights';
import { beforeEach, expect, test } from 'vitest';
import { Grace } from './grace.ts';

const ANN = { participantId: 'ann', role: 'participant' } as const;
const VIEW: BoardView = {
  element: () => ({ kind: 'sticky', author: 'bob', locked: false, place: { frame: null, x: 0, y: 0 } }),
  deleted: () => undefined,
};

let now: number;
let grace: Grace;
let rules: ParticipationRules;

beforeEach(() => {
  now = 1_000_000;
  grace = new Grace(() => now);
  rules = { ...DEFAULT_RULES, edit: 'all', move: 'all' };
});

function change(to: Partial<ParticipationRules>): void {
  grace.rightsChanged({ state: 'open', scope: 'board', rules, kinds: ELEMENT_MODELS });
  rules = { ...rules, ...to };
}

/** Is this still taken from Ann by what is in force or a grace? */
function taken(what: 'move' | 'words', id = 'note'): boolean {
  const context: RightsContext = { state: 'open', scope: 'board', rules, kinds: ELEMENT_MODELS };
  const place = { frame: null, x: 1, y: 2 };
  const asked: Change = what === 'words' ? { type: 'text', id } : { type: 'set', id, field: 'place', value: place };
  return grace.judgements(context, ANN.participantId).some((judgement) => {
    if (judgement.onlyWordsIn && !(asked.type === 'text' && judgement.onlyWordsIn(id))) return false;
    return decide(asked, ANN, judgement.context, VIEW).allowed;
  });
}

test('S5 what the rules allowed before is taken for 3 s, and then no more', () => {
  change({ move: 'none' });
  now += LIMITS.graceMs - 1;
  expect(taken('move')).toBe(true);
  now += 1;
  expect(taken('move')).toBe(false);
});

test('S5 two changes right after each other: both former rules are honoured', () => {
  change({ move: 'none' });
  now += 1_000;
  change({ edit: 'none' });
  now += 1_000;
  expect([taken('move'), taken('words')]).toEqual([true, true]);
  now += 1_500;
  expect([taken('move'), taken('words')]).toEqual([false, true]);
});

test('S5 words in what one was writing are taken for 20 s, words elsewhere are not', () => {
  grace.wroteWords('ann', 'note');
  change({ edit: 'none' });
  now += LIMITS.graceMs + 1;
  expect([taken('words'), taken('words', 'another')]).toEqual([true, false]);
  now += LIMITS.graceWordsMs;
  expect(taken('words')).toBe(false);
});

import { type Ballot, type RoundMethod, SELF } from '@talkoot/protocol';
import { describe, expect, test } from 'vitest';
import { METHODS } from './rounds/methods.ts';
import { outcomeOf } from './rounds.ts';
import type { Round } from './state.ts';

function round(method: RoundMethod, more: { items?: string[]; least?: number; paper?: Round['paper'] } = {}): Round {
  return {
    ...{ id: 'r', stepId: null, openedAt: 0, closedAt: null, entitled: [], ballots: {}, outcome: null },
    rules: {
      ...{ method, question: '', each: 3, perItem: 2, scale: 5, secret: true, live: false, least: more.least ?? 0 },
      axes: { x: ['', ''], y: ['', ''] },
    },
    items: more.items ?? ['a', 'b', 'c'],
    paper: more.paper ?? null,
  };
}

function counted(of: Round, ...marks: Ballot['marks'][]) {
  return outcomeOf({ ...of, ballots: Object.fromEntries(marks.map((one, at) => [`p${at}`, { marks: one }])) });
}

describe('what an answer may be', () => {
  test.for([
    ['dots', { a: 2, b: 1 }, true],
    ['dots', { a: 3 }, false],
    ['dots', { a: 2, b: 2 }, false],
    ['dots', { stranger: 1 }, false],
    ['dots', { a: 1.5 }, false],
    ['rating', { a: 5, b: 1 }, true],
    ['rating', { a: 6 }, false],
    ['rating', { a: 0 }, false],
    ['consent', { a: 3 }, true],
    ['consent', { a: 4 }, false],
    ['ranking', { a: 1, b: 2, c: 3 }, true],
    ['ranking', { a: 1, b: 1 }, false],
    ['placement', { a: [0, 1] }, true],
    ['placement', { a: [0, 1.1] }, false],
    ['placement', { a: 1 }, false],
    ['form', { [SELF]: 4 }, false],
  ] as const)('%s %o: %s', ([method, marks, allowed]) => {
    expect(METHODS[method].allows({ marks: marks as Ballot['marks'] }, round(method))).toBe(allowed);
  });

  test('a question without elements is answered itself', () => {
    expect(METHODS.form.allows({ marks: { [SELF]: 4 }, words: 'hyvin' }, round('form', { items: [] }))).toBe(true);
  });
});

describe('what is counted', () => {
  test('dots, with those on paper, the most first', () => {
    const of = round('dots', { paper: { people: 2, marks: { c: 4 } } });
    expect(counted(of, { a: 2, b: 1 }, { b: 1 })).toEqual({
      answered: 4,
      results: [
        { item: 'c', score: 4, answers: 0 },
        { item: 'a', score: 2, answers: 1, tied: true },
        { item: 'b', score: 2, answers: 2, tied: true },
      ],
      words: [],
    });
  });

  test('marks as their mean, with how often each was given', () => {
    const [best] = counted(round('rating'), { a: 5, b: 2 }, { a: 4 }).results;
    expect(best).toEqual({ item: 'a', score: 4.5, answers: 2, spread: { 4: 1, 5: 1 } });
  });

  test('consent: whatever nobody objects to comes first, however many agree to the other', () => {
    const order = counted(
      round('consent', { items: ['a', 'b'] }),
      { a: 1, b: 2 },
      { a: 1, b: 2 },
      { a: 3, b: 1 },
    ).results;
    expect(order.map(({ item }) => item)).toEqual(['b', 'a']);
  });

  test('places as points, the first of three gets three', () => {
    const { results } = counted(round('ranking'), { a: 1, b: 2, c: 3 }, { b: 1, a: 2, c: 3 });
    expect(results.map(({ item, score }) => [item, score])).toEqual([
      ['a', 5],
      ['b', 5],
      ['c', 2],
    ]);
  });

  test('nothing shows while too few have answered', () => {
    expect(counted(round('form', { items: [], least: 4 }), { self: 5 }, { self: 4 })).toEqual({
      answered: 2,
      results: [],
      words: [],
    });
  });
});

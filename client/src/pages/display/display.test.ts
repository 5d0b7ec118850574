import { DEFAULT_RULES, quietSession, type RoundView, type SessionView, type StepView } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { displayHash, readDisplayHash } from './display-link.ts';
import { sceneOf, shownRound, showsWayIn, withoutEmptyFoot } from './scene.ts';

const NO_WORDS = { fi: '', sv: '', en: '' };
const step = (todo: StepView['todo']): StepView => ({
  ...{ id: 's', type: 'x', phase: 'divergence', title: NO_WORDS, prompt: NO_WORDS, frames: [], minutes: 5 },
  ...{ todo, writing: null },
});
const view = (more: Partial<SessionView>): SessionView => ({ ...quietSession('open', DEFAULT_RULES), ...more });
const round = (more: Partial<RoundView>): RoundView =>
  ({ id: 'r', stepId: 's', closedAt: null, results: null, ...more }) as RoundView;
const LATER = 100_000;
const turns = { order: ['a'], at: 0, since: 0, seconds: 60, pass: true, passed: [], groups: false };

test('a link holds its secret and languages, and nothing else gets in', () => {
  expect(readDisplayHash('#key=abc&lang=sv,fi')).toEqual({ secret: 'abc', languages: ['sv', 'fi'] });
  expect(readDisplayHash('#key=abc&lang=xx,en,en,fi,sv')).toEqual({ secret: 'abc', languages: ['en', 'fi'] });
  expect(readDisplayHash('')).toEqual({ secret: '', languages: [] });
  for (const hash of ['#key=a-_b&lang=sv,fi', '#key=abc']) expect(displayHash(readDisplayHash(hash))).toBe(hash);
});

test('a screen shows what runs: the way in, the break, turns, results, groups, else the board', () => {
  const groups = [{ id: 'g', name: '1', members: [] }];
  expect(sceneOf(view({}), LATER)).toBe('join');
  expect(sceneOf(view({ step: step('write') }), LATER)).toBe('board');
  expect(sceneOf(view({ step: step('rest') }), LATER)).toBe('rest');
  expect(sceneOf(view({ step: step('speak'), turns }), LATER)).toBe('turns');
  expect(sceneOf(view({ step: step('talk'), groups }), LATER)).toBe('groups');
  expect(sceneOf(view({ step: step('rest'), spotlight: 'e' }), LATER)).toBe('board');
  expect(sceneOf(view({ step: step('vote'), rounds: [round({})] }), LATER)).toBe('board');
  expect(sceneOf(view({ step: step('vote'), rounds: [round({ closedAt: 5 })] }), LATER)).toBe('results');
});

test('of rounds the last of the step is shown, once it is closed or when counts are live', () => {
  const closed = round({ id: 'one', closedAt: 5, results: [] });
  const shown = (...rounds: RoundView[]) => shownRound(view({ step: step('vote'), rounds }), LATER)?.id;
  expect(shown(closed)).toBe('one');
  expect(shown(closed, round({ id: 'two' }))).toBeUndefined();
  expect(shown(closed, round({ id: 'two', results: [] }))).toBe('two');
  // What another step voted stays for a minute.
  expect(shown(round({ stepId: 'another', closedAt: 5 }))).toBeUndefined();
  expect(shown(round({ stepId: 'another', closedAt: LATER - 59_000 }))).toBe('r');
  // Few answers: closed without a result, which is said.
  expect(shown(round({ id: 'few', closedAt: 5 }))).toBe('few');
});

test('the way in shows until everybody is there, and never to a closed workshop', () => {
  expect(showsWayIn(view({}), 20, 10)).toBe(true);
  expect(showsWayIn(view({ step: step('write') }), 9, 10)).toBe(true);
  expect(showsWayIn(view({ step: step('write') }), 10, 10)).toBe(false);
  expect(showsWayIn(view({ step: step('write') }), 1, null)).toBe(false);
  expect(showsWayIn(view({ state: 'closed' }), 1, 10)).toBe(false);
});

test('of high frames so much is shown as is filled, and at least what fits beside it', () => {
  const whole = { x: 0, y: 100, width: 800, height: 2_000 };
  const screen = { width: 1_600, height: 800 };
  const inside = (height: number) => ({ x: 10, y: 160, width: 200, height });
  expect(withoutEmptyFoot(whole, null, screen)).toEqual({ ...whole, height: 400 });
  expect(withoutEmptyFoot(whole, inside(200), screen)).toEqual({ ...whole, height: 400 });
  expect(withoutEmptyFoot(whole, inside(900), screen)).toEqual({ ...whole, height: 984 });
  expect(withoutEmptyFoot(whole, inside(5_000), screen)).toEqual(whole);
});

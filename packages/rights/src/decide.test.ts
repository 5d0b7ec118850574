import type { KindModel, Place } from '@talkoot/board';
import { COMMON_FIELDS, kindRegistry, standsIn } from '@talkoot/board';
import { DEFAULT_RULES, type ParticipationRules, REFUSALS, ROLES, type Role } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { decide, isLocked } from './decide.ts';
import type { BoardView, Change, ElementView, RightsContext } from './types.ts';

const NOTE: KindModel = {
  kind: 'note',
  fields: {
    colour: { schema: z.enum(['yellow', 'red']), write: 'author', required: true, colour: true },
    picture: { schema: z.string(), write: 'author', blob: true },
    pinned: { schema: z.boolean(), write: 'facilitator' },
  },
  text: { formats: ['bold'], maxLength: 100 },
  participantsMayAdd: true,
};
const AREA: KindModel = { kind: 'area', fields: {}, container: true, participantsMayAdd: false };
const GATHERING: KindModel = {
  ...{ kind: 'heap', fields: {}, container: true, text: { formats: [], maxLength: 9 }, participantsMayAdd: true },
  gathers: { box: (content) => content },
};
const KINDS = kindRegistry([NOTE, AREA, GATHERING]);

const at = (frame: string | null = null): Place => ({ frame, x: 0, y: 0 });
const ELEMENTS: Record<string, ElementView> = {
  mine: { kind: 'note', author: 'ann', locked: false, place: at() },
  theirs: { kind: 'note', author: 'bob', locked: false, place: at() },
  fixed: { kind: 'note', author: 'ann', locked: true, place: at() },
  area: { kind: 'area', author: 'fac', locked: true, place: at() },
  inner: { kind: 'area', author: 'fac', locked: false, place: at('area') },
  within: { kind: 'note', author: 'ann', locked: false, place: at('inner') },
  heap: { kind: 'heap', author: 'bob', locked: false, place: at() },
};
const BOARD: BoardView = {
  element: (id) => ELEMENTS[id],
  deleted: (id) => (id === 'gone' ? { author: 'ann', kind: 'note', deletedBy: 'bob' } : undefined),
};

function ask(role: Role, change: Change, more: Partial<RightsContext> & { rules?: ParticipationRules } = {}): string {
  const context: RightsContext = { state: 'open', scope: 'board', rules: DEFAULT_RULES, kinds: KINDS, ...more };
  const verdict = decide(change, { participantId: 'ann', role }, context, BOARD);
  return verdict.allowed ? 'yes' : verdict.reason;
}

const whole = {
  kind: 'note',
  place: at(),
  size: { width: 5, height: 5 },
  order: 'a0',
  author: 'ann',
  colour: 'yellow',
};
const create = (id = 'new', fields: Record<string, unknown> = whole): Change => ({
  type: 'create',
  id,
  fields,
  hasText: true,
});
const set = (id: string, field: string, value: unknown): Change => ({ type: 'set', id, field, value });

/** Values that parse, for every field an element can have. */
const VALUES: Record<string, unknown> = {
  kind: 'note',
  place: at(),
  size: { width: 5, height: 5 },
  rotation: 5,
  order: 'a1',
  author: 'ann',
  createdAt: 5,
  locked: true,
  tags: ['x'],
  bundle: null,
  origin: null,
  colour: 'red',
  picture: 'hash',
  pinned: true,
};

test('role x field x whose: the whole matrix', () => {
  const counts = { asked: 0, allowed: 0 };
  for (const role of ROLES) {
    for (const [field, value] of Object.entries(VALUES)) {
      const spec = { ...COMMON_FIELDS, ...NOTE.fields }[field];
      for (const id of ['mine', 'theirs', 'fixed', 'within']) {
        const answer = ask(role, set(id, field, value));
        counts.asked++;
        if (answer === 'yes') counts.allowed++;
        if (role === 'observer' || role === 'display') expect(answer).toBe('readOnly');
        else if (spec?.write === 'create') expect(answer, `${role} ${field} ${id}`).toBe('serverOnly');
        else if (role === 'facilitator' || role === 'cofacilitator')
          expect(answer, `${role} ${field} ${id}`).toBe('yes');
        else if (spec?.write === 'facilitator') expect(answer, `${role} ${field} ${id}`).toBe('role');
        else if (id === 'fixed' || id === 'within') expect(answer, `${role} ${field} ${id}`).toBe('locked');
        else if (id === 'theirs')
          expect(answer, `${role} ${field}`).toBe(spec?.write === 'move' ? 'yes' : 'editNotAllowed');
        else expect(answer, `${role} ${field}`).toBe('yes');
      }
    }
  }
  console.log('rights matrix', counts);
  expect(counts.allowed).toBeGreaterThan(50);
});

test('a value that does not parse is refused to everybody', () => {
  for (const role of ['facilitator', 'participant'] as const) {
    for (const field of Object.keys(VALUES))
      expect(ask(role, set('mine', field, { no: Symbol.iterator.toString() }))).toBe('schema');
    expect(ask(role, set('mine', 'unheard', 1))).toBe('schema');
    expect(ask(role, { type: 'unset', id: 'mine', field: 'place' })).toBe('schema');
  }
  expect(ask('participant', { type: 'unset', id: 'mine', field: 'tags' })).toBe('yes');
});

test('reach: none, own and all, for edit, move and delete', () => {
  const rules = (part: Partial<ParticipationRules>): { rules: ParticipationRules } => ({
    rules: { ...DEFAULT_RULES, ...part },
  });
  for (const [reach, own, others] of [
    ['none', false, false],
    ['own', true, false],
    ['all', true, true],
  ] as const) {
    const want = (id: string): boolean => (id === 'mine' ? own : others);
    for (const id of ['mine', 'theirs']) {
      expect(ask('participant', { type: 'text', id }, rules({ edit: reach })) === 'yes').toBe(want(id));
      expect(ask('participant', set(id, 'place', at()), rules({ move: reach })) === 'yes').toBe(want(id));
      expect(ask('participant', { type: 'delete', id }, rules({ delete: reach })) === 'yes').toBe(want(id));
    }
  }
});

test('what may be added: kinds, colours, complete, in one’s own name', () => {
  expect(ask('participant', create())).toBe('yes');
  expect(ask('participant', create('new', { ...whole, author: 'bob' }))).toBe('notYours');
  expect(ask('participant', create('new', { ...whole, author: null }))).toBe('notYours');
  expect(ask('facilitator', create('new', { ...whole, author: null }))).toBe('yes');
  expect(ask('participant', create('new', { ...whole, kind: 'ghost' }))).toBe('schema');
  expect(ask('participant', { ...create(), hasText: false } as Change)).toBe('incomplete');
  const { colour: _colour, ...bare } = whole;
  expect(ask('participant', create('new', bare))).toBe('incomplete');
  expect(ask('participant', create(), { rules: { ...DEFAULT_RULES, kinds: ['area'] } })).toBe('kindNotAllowed');
  expect(ask('participant', create(), { rules: { ...DEFAULT_RULES, colours: ['red'] } })).toBe('colourNotAllowed');
  expect(ask('participant', create('new', { ...whole, place: at('area') }))).toBe('locked');
  expect(ask('participant', create('mine'))).toBe('notYours');
});

test('what only facilitators set is set by nobody else at birth either, nor when it comes back', () => {
  for (const id of ['new', 'gone']) {
    const by = { ...whole, author: 'ann' };
    expect(ask('participant', create(id, { ...by, pinned: false }))).toBe('yes');
    expect(ask('participant', create(id, { ...by, pinned: true }))).toBe('role');
    expect(ask('participant', create(id, { ...by, locked: true }))).toBe('locked');
    expect(ask('facilitator', create(id, { ...by, pinned: true, locked: true }))).toBe('yes');
  }
});

test('what was deleted comes back only by its author or its deleter, as it was', () => {
  expect(ask('participant', create('gone'))).toBe('yes');
  expect(ask('participant', create('gone', { ...whole, author: 'bob' }))).toBe('formerAuthor');
  expect(ask('facilitator', create('gone', { ...whole, author: null }))).toBe('formerAuthor');
  // An older version of the board may have it as another kind, which only facilitators bring back.
  const { colour: _colour, ...bare } = whole;
  expect(ask('participant', create('gone', { ...bare, kind: 'area' }))).toBe('formerAuthor');
  expect(ask('facilitator', create('gone', { ...bare, kind: 'area' }))).toBe('yes');
});

test('a picture needs a grant', () => {
  expect(ask('participant', set('mine', 'picture', 'x'), { hasGrant: () => false })).toBe('noGrant');
  expect(ask('participant', set('mine', 'picture', 'x'), { hasGrant: () => true })).toBe('yes');
});

test('states and scopes', () => {
  for (const role of ROLES) expect(ask(role, create(), { state: 'closed' })).toBe('closed');
  expect(ask('participant', create(), { state: 'draft' })).toBe('readOnly');
  expect(ask('facilitator', create(), { state: 'draft' })).toBe('yes');
  expect(ask('participant', create(), { scope: 'backstage' })).toBe('role');
  expect(ask('participant', set('theirs', 'colour', 'red'), { scope: 'mine' })).toBe('yes');
});

test('locks reach down through frames, and no frame stands in itself', () => {
  expect(['mine', 'fixed', 'area', 'inner', 'within'].map((id) => isLocked(id, BOARD))).toEqual([
    false,
    true,
    true,
    true,
    true,
  ]);
  expect(ask('facilitator', set('area', 'place', at('inner')))).toBe('frameCycle');
  expect(ask('facilitator', set('area', 'place', at('area')))).toBe('frameCycle');
  expect(ask('participant', set('mine', 'place', at('inner')))).toBe('locked');
});

test('a step may bound how many notes each has in its frames, made there or moved there', () => {
  const step = {
    create: true,
    edit: 'own',
    move: 'own',
    delete: 'own',
    kinds: null,
    frames: ['area'],
    who: null,
  } as const;
  const elements: Record<string, ElementView> = {
    ...{
      area: { kind: 'area', author: null, locked: false, place: at() },
      loose: within(null),
    },
    heap: within('area'),
    ...{ one: within('heap'), two: within('area'), others: { ...within('area'), author: 'bob' } },
  };
  function within(frame: string | null): ElementView {
    return { kind: 'note', author: 'ann', locked: false, place: at(frame) };
  }
  const board: BoardView = {
    element: (id) => elements[id],
    deleted: () => undefined,
    countIn: (frames, author) =>
      ['one', 'two', 'others'].filter(
        (id) =>
          standsIn(elements[id]?.place ?? at(), frames, (of) => elements[of]?.place) && elements[id]?.author === author,
      ).length,
  };
  const verdict = (
    most: number | null,
    change: Change,
    role: Role = 'participant',
    frames: string[] | null = ['area'],
  ) =>
    decide(
      change,
      { participantId: 'ann', role },
      {
        state: 'open',
        scope: 'board',
        rules: DEFAULT_RULES,
        kinds: KINDS,
        step: { ...step, frames, ...(most !== null && { most }) },
      },
      board,
    );
  const full = { allowed: false, reason: 'notesFull' };
  const made = create('new', { ...whole, place: at('area') });
  expect(verdict(2, made)).toEqual(full);
  expect([verdict(3, made).allowed, verdict(null, made).allowed]).toEqual([true, true]);
  expect(verdict(2, made, 'facilitator').allowed).toBe(true);
  expect(verdict(2, set('one', 'place', { ...at('area'), x: 9 })).allowed).toBe(true);
  // Into a heap of the frame is into the frame.
  expect(verdict(2, create('new', { ...whole, place: at('heap') }))).toEqual(full);
  // Private notes are counted where they are moved, too.
  const writing = { anonymity: 'named' as const, frames: ['area'], most: 0, own: false };
  const mine: RightsContext = { state: 'open', scope: 'mine', rules: DEFAULT_RULES, kinds: KINDS, writing };
  const ann = { participantId: 'ann', role: 'participant' } as const;
  expect(decide(set('loose', 'place', at('area')), ann, mine, board)).toEqual(full);
  expect(decide(set('one', 'place', at('area')), ann, mine, board).allowed).toBe(true);
  // A bare board does not tell which notes are of the step.
  expect(verdict(2, create(), 'participant', null).allowed).toBe(true);
});

test('every refusal is one of the protocol’s', () => {
  const seen = new Set(
    ROLES.flatMap((role) =>
      Object.keys(ELEMENTS).flatMap((id) => [ask(role, { type: 'delete', id }), ask(role, { type: 'text', id })]),
    ),
  );
  for (const answer of seen) if (answer !== 'yes') expect(REFUSALS).toContain(answer);
});

const ARRANGE = {
  create: true,
  edit: 'own',
  move: 'all',
  delete: 'own',
  kinds: null,
  frames: null,
  who: null,
} as const;

test('what only gathers is named, taken apart and made by who may move what is everybody’s', () => {
  const { colour: _colour, ...bare } = whole;
  const made = create('new', { ...bare, kind: 'heap' });
  const changes: Change[] = [made, { type: 'text', id: 'heap' }, { type: 'delete', id: 'heap' }];
  for (const change of changes) {
    expect(ask('participant', change, { step: ARRANGE, rules: { ...DEFAULT_RULES, kinds: ['note'] } })).toBe('yes');
    expect(ask('participant', change, { step: { ...ARRANGE, move: 'own' } })).not.toBe('yes');
    expect(ask('observer', change, { step: ARRANGE })).toBe('readOnly');
  }
  expect(ask('participant', made, { step: { ...ARRANGE, create: false } })).toBe('step');
  expect(ask('participant', { type: 'delete', id: 'theirs' }, { step: ARRANGE })).toBe('deleteNotAllowed');
});

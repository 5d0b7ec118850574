import { type Command, DEFAULT_RULES, EMPTY_AGENDA, isComment, LIMITS, ROLES, type Role } from '@talkoot/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply as applyAround, elapse as elapseAround } from './machine.ts';
import { type Outcome, type Person, QUIET_RUN, type Sender, type SessionState } from './state.ts';
import { sessionView } from './view.ts';

const IDS = ['fac', 'co', 'host', 'ann', 'obs', 'late'] as const;

const AROUND = {
  board: { itemsIn: () => [], repeated: () => [], topLevel: () => [], waiting: () => [] },
  online: new Set<string>(),
};

function apply(state: SessionState, command: Command, sender: Sender, now: number): Outcome {
  return applyAround(state, command, sender, { ...AROUND, now });
}

function elapse(state: SessionState, now: number): Outcome {
  return elapseAround(state, { ...AROUND, now });
}

function person(role: Role, status: Person['status'] = 'in'): Person {
  return { role, status, name: role, mode: null, tag: '' };
}

function session(state: SessionState['state'] = 'open'): SessionState {
  return {
    state,
    rules: DEFAULT_RULES,
    rightsChangedAt: 0,
    closesAt: null,
    agenda: EMPTY_AGENDA,
    run: QUIET_RUN,
    people: {
      fac: person('facilitator'),
      co: person('cofacilitator'),
      host: person('roomHost'),
      ann: person('participant'),
      obs: person('observer'),
      late: person('participant', 'lobby'),
    },
  };
}

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>({ id: 'c', type: 'open' }, { id: 'c', type: 'close' }, { id: 'c', type: 'renewCode' }),
  fc.constantFrom<Command>({ id: 'c', type: 'close', now: true }, { id: 'c', type: 'handIn', texts: ['myöhässä'] }),
  fc.boolean().map((locked): Command => ({ id: 'c', type: 'lock', elementIds: ['e'], locked })),
  fc.boolean().map((locked): Command => ({ id: 'c', type: 'lockAll', locked })),
  fc
    .constantFrom('none', 'own', 'all')
    .map((edit): Command => ({ id: 'c', type: 'setRules', rules: { ...DEFAULT_RULES, edit: edit as 'none' } })),
  fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...ROLES.filter((role) => role !== 'display'))).map(
    ([participantId, role]): Command => ({
      id: 'c',
      type: 'setRole',
      participantId,
      role: role as Exclude<Role, 'display'>,
    }),
  ),
  fc
    .tuple(fc.constantFrom(...IDS), fc.constantFrom('remove', 'admit'))
    .map(([participantId, type]): Command => ({ id: 'c', type: type as 'remove', participantId })),
  fc.constantFrom<Command>(
    { id: 'c', type: 'comment', elementId: 'e', words: 'Miksi?', mentions: ['ann', 'late', 'nobody', 'ann'] },
    { id: 'c', type: 'resolveThread', threadId: 't' },
  ),
  fc
    .constantFrom('mine', 'backstage')
    .map((from): Command => ({ id: 'c', type: 'publish', from: from as 'mine', elementIds: ['e'] })),
);

test('whatever is commanded by whomever, a facilitator stays, nothing is half done, nobody gains by a refusal', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...IDS), anyCommand), { maxLength: 40 }), (steps) => {
      let state = session('draft');
      for (const [now, [participantId, command]] of steps.entries()) {
        const before = structuredClone(state);
        const outcome = apply(state, command, { participantId }, now);
        // Pure: what came in is as it was.
        expect(state).toEqual(before);
        if (!outcome.ok) continue;
        const sender = before.people[participantId];
        expect(sender?.status).toBe('in');
        if (command.type === 'handIn' || isComment(command))
          expect(['observer', 'display']).not.toContain(sender?.role);
        else if (command.type !== 'publish' && command.type !== 'admit')
          expect(['facilitator', 'cofacilitator']).toContain(sender?.role);
        if (command.type === 'close') expect(sender?.role).toBe('facilitator');
        state = outcome.state;
        expect(Object.values(state.people).some(({ role, status }) => role === 'facilitator' && status === 'in')).toBe(
          true,
        );
        // Everything that changed is told or saved.
        const saved = outcome.effects.flatMap((effect) => (effect.type === 'savePerson' ? [effect.participantId] : []));
        for (const [id, one] of Object.entries(state.people)) {
          if (JSON.stringify(one) !== JSON.stringify(before.people[id])) expect(saved).toContain(id);
        }
        if (JSON.stringify(sessionView(state)) !== JSON.stringify(sessionView(before))) {
          expect(outcome.effects.map(({ type }) => type)).toContain('tellSession');
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

test('opening a draft lets in who waited; who was removed waits on', () => {
  const draft = session('draft');
  const outcome = apply(
    { ...draft, people: { ...draft.people, out: person('participant', 'removed') } },
    { id: 'c', type: 'open' },
    { participantId: 'fac' },
    5,
  );
  if (!outcome.ok) throw new Error(outcome.detail);
  expect(outcome.state.people.late?.status).toBe('in');
  expect(outcome.state.people.out?.status).toBe('removed');
  expect(outcome.state.rightsChangedAt).toBe(5);
});

test('closing drops the code, opening again makes a new one', () => {
  const closed = apply(session(), { id: 'c', type: 'close', now: true }, { participantId: 'fac' }, 1);
  if (!closed.ok) throw new Error(closed.detail);
  expect(closed.effects).toContainEqual({ type: 'saveWorkshop', state: 'closed', newCode: 'drop' });
  const opened = apply(closed.state, { id: 'c', type: 'open' }, { participantId: 'fac' }, 2);
  if (!opened.ok) throw new Error(opened.detail);
  expect(opened.effects).toContainEqual({ type: 'saveWorkshop', state: 'open', newCode: 'make' });
});

test('an open workshop closes after a while, once; a draft at once', () => {
  const closing = apply(session(), { id: 'c', type: 'close' }, { participantId: 'fac' }, 1_000);
  if (!closing.ok) throw new Error(closing.detail);
  const closesAt = 1_000 + LIMITS.closingMs;
  expect(closing.state).toMatchObject({ state: 'open', closesAt, rightsChangedAt: 0 });
  expect(closing.effects).toEqual([
    { type: 'saveWorkshop', closesAt },
    { type: 'tellSession', view: sessionView(closing.state) },
  ]);
  // A second close neither hurries nor delays it.
  const again = apply(closing.state, { id: 'd', type: 'close' }, { participantId: 'fac' }, 9_000);
  expect(again).toEqual({ ok: true, state: closing.state, effects: [] });

  expect(elapse(closing.state, closesAt - 1)).toEqual({ ok: true, state: closing.state, effects: [] });
  const closed = elapse(closing.state, closesAt);
  if (!closed.ok) throw new Error(closed.detail);
  expect(closed.state).toMatchObject({ state: 'closed', closesAt: null, rightsChangedAt: closesAt });
  expect(closed.effects).toContainEqual({ type: 'saveWorkshop', state: 'closed', newCode: 'drop', closesAt: null });
  expect(elapse(closed.state, closesAt + 1).ok && elapse(session(), closesAt)).toMatchObject({ effects: [] });

  expect(apply(session('draft'), { id: 'c', type: 'close' }, { participantId: 'fac' }, 1)).toMatchObject({
    state: { state: 'closed', closesAt: null },
  });
});

test('a close that has not come is taken back by opening, or hurried', () => {
  const closing = { ...session(), closesAt: 5_000 };
  const kept = apply(closing, { id: 'c', type: 'open' }, { participantId: 'co' }, 10);
  if (!kept.ok) throw new Error(kept.detail);
  expect(kept.state).toEqual(session());
  // The code and everybody's rights stay as they were.
  expect(kept.effects.map(({ type }) => type)).toEqual(['saveWorkshop', 'tellSession']);
  expect(kept.effects).toContainEqual({ type: 'saveWorkshop', closesAt: null });
  const hurried = apply(closing, { id: 'c', type: 'close', now: true }, { participantId: 'fac' }, 10);
  expect(hurried).toMatchObject({ state: { state: 'closed', closesAt: null } });
});

test('late words are taken also when it is closed, from everybody who may write at all', () => {
  const closed = session('closed');
  const handIn: Command = { id: 'c', type: 'handIn', texts: ['myöhässä'] };
  for (const participantId of ['fac', 'co', 'host', 'ann']) {
    expect(apply(closed, handIn, { participantId }, 1)).toMatchObject({ effects: [{ texts: ['myöhässä'] }] });
  }
  for (const participantId of ['obs', 'late', 'nobody']) {
    expect(apply(closed, handIn, { participantId }, 1)).toMatchObject({ ok: false, problem: 'not-allowed' });
  }
});

test('onto a closed board comes only what facilitators publish from backstage', () => {
  const publish = (from: 'mine' | 'backstage'): Command => ({ id: 'c', type: 'publish', from, elementIds: ['e'] });
  const closed = session('closed');
  expect(apply(closed, publish('backstage'), { participantId: 'fac' }, 1)).toMatchObject({ ok: true });
  expect(apply(closed, publish('mine'), { participantId: 'fac' }, 1)).toMatchObject({ problem: 'workshop-closed' });
  expect(apply(closed, publish('backstage'), { participantId: 'ann' }, 1)).toMatchObject({ problem: 'not-allowed' });
});

test('opening twice changes nothing the second time', () => {
  const outcome = apply(session(), { id: 'c', type: 'open' }, { participantId: 'fac' }, 9);
  expect(outcome).toEqual({ ok: true, state: session(), effects: [] });
});

test('the last facilitator can be neither removed nor demoted, and not by a co-facilitator at all', () => {
  const remove: Command = { id: 'c', type: 'remove', participantId: 'fac' };
  expect(apply(session(), remove, { participantId: 'fac' }, 1)).toMatchObject({ ok: false, problem: 'conflict' });
  const two = { ...session(), people: { ...session().people, fac2: person('facilitator') } };
  expect(apply(two, remove, { participantId: 'co' }, 1)).toMatchObject({ ok: false, problem: 'not-allowed' });
  expect(apply(two, remove, { participantId: 'fac2' }, 1)).toMatchObject({ ok: true });
});

test('who may write on the board may comment on it, while it is not closed', () => {
  const command: Command = { id: 'c', type: 'reply', threadId: 't', words: 'Kyllä', mentions: [] };
  const answers = (state: SessionState['state']): Record<string, string> =>
    Object.fromEntries(
      IDS.map((participantId) => {
        const outcome = apply(session(state), command, { participantId }, 1);
        return [participantId, outcome.ok ? 'yes' : outcome.problem];
      }),
    );
  const no = 'not-allowed';
  expect(answers('open')).toEqual({ fac: 'yes', co: 'yes', host: 'yes', ann: 'yes', obs: no, late: no });
  expect(answers('draft')).toEqual({ fac: 'yes', co: 'yes', host: no, ann: no, obs: no, late: no });
  const closed = 'workshop-closed';
  expect(answers('closed')).toEqual({ fac: closed, co: closed, host: closed, ann: closed, obs: closed, late: no });
});

test('only people who are in the workshop are told that they were mentioned, each once', () => {
  const mentions = ['ann', 'late', 'nobody', 'obs', 'ann'];
  const command: Command = { id: 'c', type: 'comment', elementId: 'e', words: '@ann @obs', mentions };
  expect(apply(session(), command, { participantId: 'fac' }, 1)).toMatchObject({
    effects: [{ type: 'comment', command: { mentions: ['ann', 'obs'] }, role: 'facilitator' }],
  });
});

test('unlocking the board leaves locked what was locked on purpose', () => {
  const locked = new Set(['logo']);
  const board = {
    ...AROUND.board,
    topLevel: () => ['logo', 'frame', 'note'].map((id) => ({ id, locked: locked.has(id) })),
  };
  let state = session();
  const give = (input: object): string[] => {
    const outcome = applyAround(
      state,
      { id: 'c', ...input } as Command,
      { participantId: 'fac' },
      { ...AROUND, board, now: 1 },
    );
    if (!outcome.ok) throw new Error(outcome.detail);
    ({ state } = outcome);
    for (const effect of outcome.effects) {
      if (effect.type !== 'lock') continue;
      for (const id of effect.elementIds) locked[effect.locked ? 'add' : 'delete'](id);
    }
    return [...locked].sort();
  };
  expect(give({ type: 'lockAll', locked: true })).toEqual(['frame', 'logo', 'note']);
  // Twice is once.
  give({ type: 'lockAll', locked: true });
  expect(give({ type: 'lockAll', locked: false })).toEqual(['logo']);
  give({ type: 'lockAll', locked: true });
  give({ type: 'lock', elementIds: ['logo'], locked: false });
  give({ type: 'lock', elementIds: ['note'], locked: true });
  expect(give({ type: 'lockAll', locked: false })).toEqual(['note']);
  // Nothing else is locked: then it is meant.
  expect(give({ type: 'lockAll', locked: false })).toEqual([]);
});

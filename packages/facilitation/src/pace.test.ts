import type { Agenda, AgendaStep, Command } from '@talkoot/protocol';
import { DEFAULT_RULES } from '@talkoot/protocol';
import { describe, expect, test } from 'vitest';
import { apply } from './machine.ts';
import { paceOf, type Repair, repairsOf, type Running } from './pace.ts';
import { QUIET_RUN, type SessionState } from './state.ts';

const MINUTE = 60_000;
const BEGAN = 1_700_000_000_000;
const NONE = { fi: '', sv: '', en: '' };

function step(id: string, type: string, minutes: number, optional = false): AgendaStep {
  return {
    ...{ id, type, phase: 'divergence', title: NONE, prompt: NONE, cue: '', minutes, optional, skipped: false },
    ...{ autoAdvance: false, frames: [], settings: {} },
  };
}

const STEPS = [
  step('write', 'open-writing', 10),
  step('talk', 'discussion', 20),
  step('game', 'energiser', 5, true),
  step('walk', 'energiser', 15, true),
  step('end', 'check-out', 10),
];
const AGENDA: Agenda = { startsAt: null, bookedMinutes: null, steps: STEPS };

function running(stepId: string, startedAt: number, endsAt: number, agenda = AGENDA): Running {
  return { agenda, stepId, clock: { startedAt, endsAt, pausedAt: null }, times: { write: { startedAt: BEGAN } } };
}

/** The first step runs and has `more` minutes over its own. */
const first = (more: number, agenda = AGENDA) => running('write', BEGAN, BEGAN + (10 + more) * MINUTE, agenda);

describe('pace', () => {
  test('is on time while the step runs its minutes, and late by what it was given', () => {
    expect(paceOf(first(0), BEGAN + 5 * MINUTE)).toEqual({
      ...{ endsAt: BEGAN + 60 * MINUTE, plannedEnd: BEGAN + 60 * MINUTE, late: 0 },
    });
    expect(paceOf(first(7), BEGAN + 5 * MINUTE)?.late).toBe(7 * MINUTE);
  });

  test('grows while a step runs over its time, and while it rests', () => {
    expect(paceOf(first(0), BEGAN + 13 * MINUTE)?.late).toBe(3 * MINUTE);
    const clock = { startedAt: BEGAN, endsAt: BEGAN + 10 * MINUTE, pausedAt: BEGAN + 4 * MINUTE };
    expect(paceOf({ ...first(0), clock }, BEGAN + 9 * MINUTE)?.late).toBe(5 * MINUTE);
  });

  test('is ahead when the next began early', () => {
    const early = running('talk', BEGAN + 6 * MINUTE, BEGAN + 26 * MINUTE);
    expect(paceOf(early, BEGAN + 6 * MINUTE)?.late).toBe(-4 * MINUTE);
  });

  test('counts from the planned beginning, unless that is of another day', () => {
    const planned = (startsAt: number) => paceOf(first(0, { ...AGENDA, startsAt }), BEGAN)?.late;
    expect(planned(BEGAN - 6 * MINUTE)).toBe(6 * MINUTE);
    expect(planned(BEGAN - 24 * 60 * MINUTE)).toBe(0);
  });

  test('takes what is booked over the sum as a reserve', () => {
    const reserve = { ...AGENDA, bookedMinutes: 65 };
    expect(paceOf(first(0, reserve), BEGAN)?.late).toBe(0);
    expect(paceOf(first(4, reserve), BEGAN)?.late).toBe(0);
    expect(paceOf(first(8, reserve), BEGAN)?.late).toBe(3 * MINUTE);
  });

  test('is nothing while no step runs', () => {
    expect(paceOf({ ...first(0), stepId: null, clock: null }, BEGAN)).toBeNull();
  });
});

describe('repairs', () => {
  test('offer a shorter talk, the optional step that is just enough, and a later end', () => {
    const repairs = repairsOf(first(0), 7 * MINUTE);
    expect(repairs.map(({ kind, step: changed, minutes }) => [kind, changed?.id, minutes])).toEqual([
      ['shorten', 'talk', 7],
      ['drop', 'walk', 15],
      ['extend', undefined, 7],
    ]);
  });

  test('leave half of a talk, and offer nothing that is not there', () => {
    expect(repairsOf(first(0), 30 * MINUTE)[0]).toMatchObject({ kind: 'shorten', minutes: 10 });
    const bare = { ...AGENDA, steps: STEPS.filter(({ id }) => id === 'write' || id === 'end') };
    expect(repairsOf(first(0, bare), 7 * MINUTE).map(({ kind }) => kind)).toEqual(['extend']);
    expect(repairsOf(first(0), 0)).toEqual([]);
  });

  test('bring the session back in time, each by the commands it names', () => {
    const late = paceOf(first(7), BEGAN)?.late ?? 0;
    for (const repair of repairsOf(first(7), late)) {
      const after = paceOf(first(7, given(repair)), BEGAN)?.late ?? Number.NaN;
      expect(after, repair.kind).toBeLessThanOrEqual(0);
    }
  });
});

/** The agenda after the machine carried a repair out. */
function given({ commands }: Repair): Agenda {
  const people = { fac: { role: 'facilitator', status: 'in', name: 'Aino', mode: null, tag: '' } } as const;
  const around = {
    now: BEGAN,
    board: { itemsIn: () => [], repeated: () => [], topLevel: () => [], waiting: () => [] },
    online: new Set<string>(),
  };
  let state: SessionState = {
    ...{ state: 'open', rules: DEFAULT_RULES, rightsChangedAt: 0, closesAt: null, people, agenda: AGENDA },
    run: QUIET_RUN,
  };
  for (const [index, command] of commands.entries()) {
    const outcome = apply(state, { ...command, id: `c${index}` } as Command, { participantId: 'fac' }, around);
    if (!outcome.ok) throw new Error(outcome.detail);
    state = outcome.state;
  }
  return state.agenda;
}

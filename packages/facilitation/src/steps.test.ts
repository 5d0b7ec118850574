import { LANGUAGE_CODES } from '@talkoot/i18n';
import {
  type AgendaStep,
  Agenda,
  DEFAULT_RULES,
  EMPTY_AGENDA,
  RoundRules,
  SessionView,
  StepRights,
} from '@talkoot/protocol';
import { describe, expect, test } from 'vitest';
import { apply, elapse } from './machine.ts';
import { keptState, keptText } from './saved.ts';
import { mistakesIn, readSettings, type Setting } from './settings.ts';
import { stagesOf } from './stages.ts';
import { QUIET_RUN, type SessionState } from './state.ts';
import { STEP_TYPES } from './steps.ts';
import type { StepType } from './step-type.ts';
import { consoleView, ownView, sessionView } from './view.ts';

const NO_WORDS = { fi: '', sv: '', en: '' };
const START = 1_000_000;
const AROUND = {
  board: { itemsIn: () => ['a', 'b'], repeated: () => [], topLevel: () => [], waiting: () => [] },
  online: new Set(['fac', 'ann', 'bob', 'cid']),
};

function stepOf(type: StepType, settings: AgendaStep['settings'] = {}): AgendaStep {
  return {
    ...{ id: type.type, type: type.type, phase: type.phase, minutes: type.minutes, title: NO_WORDS, prompt: NO_WORDS },
    ...{ cue: 'vain vetäjälle', optional: false, skipped: false, autoAdvance: false, frames: ['frame'], settings },
  };
}

function session(step: AgendaStep): SessionState {
  const person = (role: 'facilitator' | 'participant', name: string) => ({
    role,
    status: 'in' as const,
    name,
    mode: null,
    tag: '',
  });
  const people = {
    fac: person('facilitator', 'Aino'),
    ...{ ann: person('participant', 'Anni'), bob: person('participant', 'Bo'), cid: person('participant', 'Ceci') },
  };
  return {
    ...{ state: 'open', rules: DEFAULT_RULES, rightsChangedAt: 0, closesAt: null, people, run: QUIET_RUN },
    agenda: { ...EMPTY_AGENDA, steps: [step, { ...step, id: 'after' }] },
  };
}

function goTo(state: SessionState, stepId: string | null, now: number): SessionState {
  const outcome = apply(state, { id: `go-${now}`, type: 'goTo', stepId }, { participantId: 'fac' }, { ...AROUND, now });
  if (!outcome.ok) throw new Error(outcome.detail);
  return outcome.state;
}

/** Values at the edges of what a setting takes. */
function edges(setting: Setting): unknown[] {
  switch (setting.type) {
    case 'count':
      return [setting.least, setting.most];
    case 'limit':
      return [null, setting.least, setting.most];
    case 'toggle':
      return [true, false];
    case 'choice':
      return [...setting.of];
    case 'words':
      return ['', 'x'.repeat(setting.most)];
  }
}

/** What every type of step must do: a new one is done when this passes. */
describe.each([...STEP_TYPES.values()].map((type) => [type.type, type] as const))(
  'step conformance: %s',
  (_name, type) => {
    test('has a name, what it is for and what to do in every language', () => {
      for (const code of LANGUAGE_CODES) {
        for (const part of ['name', 'about', 'todo']) {
          const words = type.messages[code][`step.${type.type}.${part}`];
          expect(words?.trim(), `${code} ${part}`).toBeTruthy();
        }
      }
    });

    test('reads its own defaults, takes what lies at the edges, and says what is wrong with the rest', () => {
      const defaults = readSettings(type.settings, {});
      expect(mistakesIn(type.settings, defaults)).toEqual([]);
      expect(mistakesIn(type.settings, { unheard: 1 })).toEqual([{ setting: 'unheard', why: 'unknown' }]);
      for (const [name, setting] of Object.entries(type.settings)) {
        for (const value of edges(setting)) {
          expect(mistakesIn(type.settings, { [name]: value })).toEqual([]);
          expect(readSettings(type.settings, { [name]: value })).toMatchObject({ [name]: value });
        }
        const [mistake] = mistakesIn(type.settings, { [name]: { odd: true } });
        expect(mistake?.setting).toBe(name);
        expect(readSettings(type.settings, { [name]: { odd: true } })).toEqual(defaults);
      }
    });

    test('begins, is told, survives a restart and ends, with its settings at any edge', () => {
      const all = [
        {},
        ...Object.entries(type.settings).flatMap(([name, setting]) =>
          edges(setting).map((value) => ({ [name]: value })),
        ),
      ];
      for (const settings of all) {
        const step = stepOf(type, settings);
        expect(Agenda.shape.steps.safeParse([step]).success).toBe(true);
        const running = goTo(session(step), step.id, START);
        const view = SessionView.parse(sessionView(running));
        expect(view.step).toMatchObject({ id: step.id, type: type.type, todo: stagesOf(step)[0]?.todo ?? type.todo });
        expect(StepRights.safeParse(view.rights).success).toBe(true);
        const seconds = stagesOf(step)[0]?.seconds ?? type.minutes * 60;
        expect(view.clock).toEqual({ startedAt: START, endsAt: START + seconds * 1_000, pausedAt: null });
        for (const { rules } of view.rounds) expect(RoundRules.safeParse(rules).success).toBe(true);
        expect(JSON.stringify([view, ownView(running, 'ann')])).not.toContain(step.cue);
        expect(JSON.stringify(consoleView(running, START))).toContain(step.cue);
        for (const { name } of stagesOf(step))
          for (const code of LANGUAGE_CODES)
            expect(type.messages[code][`step.${type.type}.stage.${name}.todo`]).toBeTruthy();
        const again = { ...running, ...keptState(keptText(running), [], 0) };
        expect(sessionView(again)).toEqual(view);
        const after = goTo(again, 'after', START + 60_000);
        expect(after.run.times[step.id]).toEqual({ startedAt: START, endedAt: START + 60_000 });
        const ended = goTo(after, null, START + 120_000);
        expect(sessionView(ended)).toMatchObject({ step: null, clock: null, turns: null, rights: null });
        // What was to come a moment later still comes.
        expect(elapse(ended, { ...AROUND, now: START + 200_000 }).ok).toBe(true);
      }
    });
  },
);

import { type Agenda, type AgendaStep, LANGUAGES } from '@talkoot/protocol';
import { describe, expect, test } from 'vitest';
import { newStep } from './agenda.ts';
import type { StepType } from './step-type.ts';
import { STEP_TYPES } from './steps.ts';
import { timetable } from './timetable.ts';
import { languagesInUse, type PlanContext, planWarnings } from './warnings.ts';

const TITLE = { fi: 'Vaihe', sv: 'Steg', en: 'Step' };

let count = 0;
function step(type: string, part: Partial<AgendaStep> = {}): AgendaStep {
  return { ...newStep(STEP_TYPES.get(type) as StepType, `s${++count}`, TITLE), frames: ['board'], ...part };
}

function plan(...steps: AgendaStep[]): Agenda {
  return { startsAt: null, bookedMinutes: null, steps };
}

const CONTEXT: PlanContext = { hasFrame: (id) => id === 'board', languages: LANGUAGES, people: 0 };

function warned(agenda: Agenda, context: Partial<PlanContext> = {}): unknown[] {
  return planWarnings(agenda, { ...CONTEXT, ...context });
}

describe('warnings of a plan', () => {
  test('nothing is said about a plan that breaks no rule of thumb', () => {
    const agenda = plan(step('check-in'), step('private-writing'), step('break'), step('voting'));
    expect(warned({ ...agenda, bookedMinutes: 60 })).toEqual([]);
  });

  test('more is planned than booked; steps that are left out take no time', () => {
    const agenda = plan(step('discussion', { minutes: 30 }), step('build', { minutes: 20, skipped: true }));
    expect(warned({ ...agenda, bookedMinutes: 25 })).toEqual([{ type: 'overBooked', minutes: 5 }]);
    expect(warned({ ...agenda, bookedMinutes: 30 })).toEqual([]);
  });

  test('people sit too long: on screens after 60 minutes, in a room after 90', () => {
    const long = step('discussion', { id: 'long', minutes: 40 });
    const screen = plan(step('discussion', { minutes: 30 }), long, step('break'), step('discussion', { minutes: 60 }));
    expect(warned(screen)).toEqual([{ type: 'noBreakScreen', stepId: 'long', minutes: 70 }]);
    const room = plan(step('discussion', { minutes: 30 }), long, step('build', { minutes: 30 }));
    expect(warned(room)).toEqual([{ type: 'noBreakRoom', stepId: 'long', minutes: 100 }]);
    const skipped = plan(step('discussion', { minutes: 30 }), { ...long, skipped: true }, step('build'));
    expect(warned(skipped)).toEqual([]);
  });

  test('turns of everybody, or of every group, take longer than the step', () => {
    const round = step('round-robin', { minutes: 10, settings: { turnSeconds: 60 } });
    expect(warned(plan(round), { people: 12 })).toEqual([{ type: 'turnsLonger', stepId: round.id, minutes: 12 }]);
    expect(warned(plan(round), { people: 10 })).toEqual([]);
    expect(warned(plan(round), { people: 1 })).toEqual([]);
    const share = step('plenary-share', { minutes: 10, settings: { secondsPerGroup: 180 } });
    const groups = step('breakout', { settings: { groupSize: 3 } });
    expect(warned(plan(groups, share), { people: 12 })).toEqual([
      { type: 'turnsLonger', stepId: share.id, minutes: 12 },
    ]);
    // Nobody knows their size: fours.
    expect(warned(plan(share), { people: 12 })).toEqual([]);
    const words = step('check-in', { minutes: 1, settings: { style: 'all-write-one-word' } });
    expect(warned(plan(words), { people: 30 })).toEqual([]);
  });

  test('the stages of a step take longer than it', () => {
    const settings = { secondsPerRound: '60,120,300,300' };
    const stages = (minutes: number) => step('one-two-four-all', { minutes, settings });
    const tight = stages(12);
    expect(warned(plan(tight))).toEqual([{ type: 'stagesLonger', stepId: tight.id, minutes: 13 }]);
    expect(warned(plan(stages(13)))).toEqual([]);
    // What is not written shares what is left, but no stage is shorter than a minute.
    const short = step('one-two-four-all', { minutes: 3, settings: { secondsPerRound: '' } });
    expect(warned(plan(short))).toEqual([{ type: 'stagesLonger', stepId: short.id, minutes: 4 }]);
  });

  test('a frame is gone from the board', () => {
    const writing = step('private-writing', { frames: ['board', 'gone', 'away'] });
    expect(warned(plan(writing))).toEqual([{ type: 'frameMissing', stepId: writing.id, count: 2 }]);
  });

  test('writing and voting need frames, unless notes wait in the tray or the round asks about itself', () => {
    const bare = ['private-writing', 'open-writing', 'voting', 'commitment'].map((type) => step(type, { frames: [] }));
    expect(warned(plan(...bare))).toEqual(bare.map(({ id }) => ({ type: 'framesNeeded', stepId: id })));
    const tray = step('private-writing', { frames: [], settings: { landIn: 'tray' } });
    expect(warned(plan(tray, step('feedback', { frames: [] }), step('discussion', { frames: [] })))).toEqual([]);
  });

  test('a title lacks a language in use', () => {
    const half = step('discussion', { title: { ...TITLE, sv: ' ' } });
    const agenda = plan(step('build', { title: { fi: 'Rakennetaan', sv: '', en: '' } }), half);
    expect(languagesInUse(agenda, 'fi')).toEqual(['fi', 'en']);
    expect(languagesInUse(agenda, 'sv')).toEqual(['sv', 'fi', 'en']);
    expect(warned(plan(half), { languages: ['fi', 'en'] })).toEqual([]);
    expect(warned(plan(half))).toEqual([{ type: 'titleMissing', stepId: half.id, language: 'sv' }]);
  });
});

test('steps begin when those before them end; what is left out has no time', () => {
  const [first, skipped, last] = [
    step('check-in', { minutes: 8 }),
    step('break', { skipped: true }),
    step('build', { minutes: 15 }),
  ];
  const { begins, minutes } = timetable(plan(first, skipped, last));
  expect([...begins]).toEqual([
    [first.id, 0],
    [last.id, 8],
  ]);
  expect(minutes).toBe(23);
});

describe('words of steps', () => {
  test.each([...STEP_TYPES.values()])(
    '$type has a word for every setting and choice',
    ({ type, settings, messages }) => {
      const keys = Object.entries(settings).flatMap(([name, setting]) => [
        `step.${type}.set.${name}`,
        ...(setting.type === 'choice' ? setting.of.map((one) => `step.${type}.set.${name}.${one || 'none'}`) : []),
      ]);
      for (const language of LANGUAGES) {
        const said = Object.keys(messages[language]).filter((key) => key.startsWith(`step.${type}.set.`));
        expect(said.sort(), language).toEqual(keys.toSorted());
      }
    },
  );
});

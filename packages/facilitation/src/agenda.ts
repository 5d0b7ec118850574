import { type AgendaCommand, type AgendaStep, type Agenda, LIMITS, type ProblemCode } from '@talkoot/protocol';
import { control, type Handlers } from './handlers.ts';
import { mistakesIn } from './settings.ts';
import { done, type Outcome, refuse, type SessionState } from './state.ts';
import type { StepType } from './step-type.ts';
import { typeOf } from './steps.ts';

/** The commands that write the plan. A plan can be changed while it runs: the step that runs stays where it is. */
export const AGENDA_COMMANDS: Handlers<AgendaCommand['type']> = {
  addSteps: control((state, { steps, before }) => {
    const ids = new Set(state.agenda.steps.map(({ id }) => id));
    if (state.agenda.steps.length + steps.length > LIMITS.agendaSteps) return refuse('agenda-full', 'too many steps');
    for (const step of steps) {
      if (ids.has(step.id)) return refuse('conflict', `a step ${step.id} is there already`);
      ids.add(step.id);
      const wrong = wrongStep(step);
      if (wrong) return refuse(...wrong);
    }
    return withSteps(state, inserted(state.agenda.steps, steps, before));
  }),
  changeStep: control((state, { stepId, change }) => {
    const step = stepOf(state.agenda, stepId);
    if (!step) return refuse('not-found', 'no such step');
    const changed: AgendaStep = { ...step, ...withoutUndefined(change) };
    const wrong = wrongStep(changed);
    if (wrong) return refuse(...wrong);
    return withSteps(
      state,
      state.agenda.steps.map((one) => (one.id === stepId ? changed : one)),
    );
  }),
  moveStep: control((state, { stepId, before }) => {
    const step = stepOf(state.agenda, stepId);
    if (!step) return refuse('not-found', 'no such step');
    const others = state.agenda.steps.filter(({ id }) => id !== stepId);
    return before === stepId ? done(state) : withSteps(state, inserted(others, [step], before));
  }),
  removeStep: control((state, { stepId }) => {
    if (!stepOf(state.agenda, stepId)) return refuse('not-found', 'no such step');
    if (state.run.stepId === stepId) return refuse('conflict', 'the step runs');
    return withSteps(
      state,
      state.agenda.steps.filter(({ id }) => id !== stepId),
    );
  }),
  skipStep: control((state, { stepId, skipped }) => {
    if (!stepOf(state.agenda, stepId)) return refuse('not-found', 'no such step');
    if (skipped && state.run.stepId === stepId) return refuse('conflict', 'the step runs');
    return withSteps(
      state,
      state.agenda.steps.map((step) => (step.id === stepId ? { ...step, skipped } : step)),
    );
  }),
  setPlan: control((state, { startsAt, bookedMinutes, expectedPeople }) =>
    done({
      ...state,
      agenda: { ...state.agenda, ...withoutUndefined({ startsAt, bookedMinutes, expectedPeople }) },
    }),
  ),
};

/** The step with this id. */
export function stepOf(agenda: Agenda, stepId: string | null): AgendaStep | undefined {
  return agenda.steps.find(({ id }) => id === stepId);
}

/** The steps that are not left out this time. */
export function courseOf(agenda: Agenda): AgendaStep[] {
  return agenda.steps.filter(({ skipped }) => !skipped);
}

/** The step that comes after this one; with null the first. */
export function nextStep(agenda: Agenda, stepId: string | null): AgendaStep | undefined {
  const at = agenda.steps.findIndex(({ id }) => id === stepId);
  return agenda.steps.slice(at + 1).find(({ skipped }) => !skipped);
}

/** A step of a type as it is added to a plan; its title is the name of its type until somebody writes another. */
export function newStep(type: StepType, id: string, title: AgendaStep['title']): AgendaStep {
  return {
    id,
    type: type.type,
    phase: type.phase,
    title,
    prompt: { fi: '', sv: '', en: '' },
    cue: '',
    minutes: type.minutes,
    optional: false,
    skipped: false,
    autoAdvance: false,
    frames: [],
    settings: {},
  };
}

/** A step for another place or another plan; `hasFrame` tells which of its frames are there too. */
export function copiedStep(step: AgendaStep, id: string, hasFrame: (frame: string) => boolean): AgendaStep {
  return { ...step, id, skipped: false, frames: step.frames.filter(hasFrame) };
}

function wrongStep(step: AgendaStep): [ProblemCode, string] | null {
  const type = typeOf(step);
  if (!type) return ['settings-wrong', `no step type ${step.type}`];
  const [mistake] = mistakesIn(type.settings, step.settings);
  return mistake ? ['settings-wrong', `${mistake.setting}: ${mistake.why}`] : null;
}

function inserted(steps: readonly AgendaStep[], more: readonly AgendaStep[], before: string | null): AgendaStep[] {
  const at = steps.findIndex(({ id }) => id === before);
  // Somebody may have taken it away meanwhile: then they come last.
  return at < 0 ? [...steps, ...more] : [...steps.slice(0, at), ...more, ...steps.slice(at)];
}

function withSteps(state: SessionState, steps: AgendaStep[]): Outcome {
  return done({ ...state, agenda: { ...state.agenda, steps } });
}

function withoutUndefined<T extends object>(part: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}

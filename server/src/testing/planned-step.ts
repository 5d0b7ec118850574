import type { AgendaStep } from '@talkoot/protocol';

const NO_WORDS = { fi: '', sv: '', en: '' };

/** A step of five minutes in a plan, whose title is its id. */
export function plannedStep(
  id: string,
  type: string,
  frames: string[],
  settings: AgendaStep['settings'] = {},
): AgendaStep {
  return {
    ...{ id, type, phase: 'divergence', title: { ...NO_WORDS, fi: id }, prompt: NO_WORDS, cue: '', minutes: 5 },
    ...{ optional: false, skipped: false, autoAdvance: false, frames, settings },
  };
}

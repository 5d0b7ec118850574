import type { AgendaStep, StepWords } from '@talkoot/protocol';
import type { Template, TemplateStep } from './format.ts';

const NO_WORDS: StepWords = { fi: '', sv: '', en: '' };

/**
 * The agenda of a template for a board that was laid out from it: its steps speak of the elements that its frames have
 * become. Throws when a step names a frame that is not among them.
 */
export function agendaOf(
  template: Template,
  frameIds: Readonly<Record<string, string>>,
  newId: () => string,
): AgendaStep[] {
  const onBoard = (frame: string): string => {
    const id = Object.hasOwn(frameIds, frame) ? frameIds[frame] : undefined;
    if (id === undefined) throw new Error(`${template.id}: no frame ${frame}`);
    return id;
  };
  return template.agenda.map((step) => ({
    id: newId(),
    type: step.type,
    phase: step.phase,
    title: step.title,
    prompt: promptOf(step, template),
    cue: '',
    minutes: step.minutes,
    optional: false,
    skipped: false,
    autoAdvance: false,
    frames: step.frames.map(onBoard),
    settings: step.settings,
  }));
}

/** What a step asks is what its frame asks; where it has several, each of them asks something else. */
function promptOf({ frames: [first, ...others] }: TemplateStep, { frames }: Template): StepWords {
  const frame = others.length === 0 ? frames.find(({ id }) => id === first) : undefined;
  return frame?.prompt ?? NO_WORDS;
}

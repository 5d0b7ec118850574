import type { Translate } from '@talkoot/i18n';
import type { CourseStep, Language, SessionView, StepWords } from '@talkoot/protocol';

/** Languages in which words are looked for, the best first. */
export interface InLanguages {
  languages: readonly Language[];
}

/** Words in the first of the languages that has some. */
export function wordsIn(words: StepWords, { languages }: InLanguages): string {
  const language = languages.find((one) => words[one].trim() !== '');
  return language ? words[language].trim() : '';
}

/** What a step is called: its title, or else the name of its type. */
export function titleOf(step: Pick<CourseStep, 'title' | 'type'>, reading: InLanguages, t: Translate): string {
  return wordsIn(step.title, reading) || t(`step.${step.type}.name`);
}

/** The stage of the step that runs, as "2/4: In pairs"; null where the step is one whole. */
export function stageOf({ step, stage }: Pick<SessionView, 'step' | 'stage'>, t: Translate): string | null {
  if (!step || !stage) return null;
  const { at, count, name } = stage;
  return t('run.stage', { at: at + 1, count, name: stageName(step, name, at, t) });
}

/** The name of a stage, by its place among the stages of its step. */
export function stageName({ type }: Pick<CourseStep, 'type'>, name: string, at: number, t: Translate): string {
  return t(`step.${type}.stage.${name}`, { number: at + 1 });
}

/** What is to be done now: the step's own words, else those of its stage or its type. */
export function taskOf(
  { step, stage }: Pick<SessionView, 'step' | 'stage'>,
  reading: InLanguages,
  t: Translate,
): string {
  if (!step) return '';
  return wordsIn(step.prompt, reading) || todoOf(step, stage, t);
}

/** What people do in a step, or in the stage of it that runs. */
export function todoOf({ type }: Pick<CourseStep, 'type'>, stage: SessionView['stage'], t: Translate): string {
  return t(stage ? `step.${type}.stage.${stage.name}.todo` : `step.${type}.todo`);
}

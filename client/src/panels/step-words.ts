import type { Translate } from '@talkoot/i18n';
import type { CourseStep, Language, StepWords } from '@talkoot/protocol';

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

import type { LanguageCode, Translate } from '@talkoot/i18n';
import type { CourseStep, PersonView, SessionView, StepWords } from '@talkoot/protocol';

/** Words in the reader's language, else in the workshop's, else in any in which somebody wrote them. */
export function wordsIn(words: StepWords, language: LanguageCode, workshop: LanguageCode): string {
  const all = [words[language], words[workshop], words.fi, words.sv, words.en];
  return all.find((one) => one.trim() !== '') ?? '';
}

/** The languages in which a step is read: the reader's and the workshop's. */
export interface Reading {
  t: Translate;
  language: LanguageCode;
  workshop: LanguageCode;
}

/** The title of a step, or the name of its type. */
export function titleOf({ title, type }: Pick<CourseStep, 'title' | 'type'>, reading: Reading): string {
  return wordsIn(title, reading.language, reading.workshop) || reading.t(`step.${type}.name`);
}

/** Who has a turn: the name of a person, or of a group. */
export function speakerName(
  id: string | undefined,
  { turns, groups }: SessionView,
  people: readonly PersonView[],
): string {
  const named: readonly { id: string; name: string }[] = turns?.groups ? groups : people;
  return named.find((one) => one.id === id)?.name ?? '';
}

/** Is this a turn of this person, or of their group? */
export function isTurnOf(id: string | undefined, me: string, groupId: string | null, { turns }: SessionView): boolean {
  return id !== undefined && id === (turns?.groups ? groupId : me);
}

/** A group's name as it is read: the one it was given, or its number. */
export function groupNameIn(name: string, t: Translate): string {
  return /^\d+$/.test(name) ? t('group.numbered', { number: name }) : name;
}

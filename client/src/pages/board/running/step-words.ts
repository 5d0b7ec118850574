import type { Translate } from '@talkoot/i18n';
import type { PersonView, SessionView } from '@talkoot/protocol';
import type { InLanguages } from '../../../panels/step-words.ts';

/** How somebody reads the words of steps: in their language, else in the workshop's, else in any. */
export interface Reading extends InLanguages {
  t: Translate;
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

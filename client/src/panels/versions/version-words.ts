import { formatDay, type LanguageCode, type Translate } from '@talkoot/i18n';
import type { VersionView } from '@talkoot/protocol';

/** What a version is called: by its name, or by why it was kept. */
export function nameOfVersion({ name, reason }: Pick<VersionView, 'name' | 'reason'>, t: Translate): string {
  return name ?? t(`versions.reason.${reason}`);
}

/** What happened, under the day on which it did, in the order in which it comes. */
export function byDay<T>(
  items: readonly T[],
  timeOf: (item: T) => number,
  language: LanguageCode,
): { day: string; items: T[] }[] {
  const days = Map.groupBy(items, (item) => formatDay(timeOf(item), language));
  return [...days].map(([day, items]) => ({ day, items }));
}

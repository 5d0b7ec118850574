import { formatDay, type LanguageCode, type Translate } from '@talkoot/i18n';
import type { VersionView } from '@talkoot/protocol';

/** What a version is called: by its name, or by why it was kept. */
export function nameOfVersion({ name, reason }: Pick<VersionView, 'name' | 'reason'>, t: Translate): string {
  return name ?? t(`versions.reason.${reason}`);
}

/** Versions under the day on which they were kept, in the order in which they come. */
export function byDay(
  versions: readonly VersionView[],
  language: LanguageCode,
): { day: string; versions: VersionView[] }[] {
  const days = Map.groupBy(versions, ({ createdAt }) => formatDay(createdAt, language));
  return [...days].map(([day, versions]) => ({ day, versions }));
}

import type { Translate } from './index.ts';

/** A group's name as it is read: the one it was given, or its number. */
export function groupNameIn(name: string, t: Translate): string {
  return /^\d+$/.test(name) ? t('group.numbered', { number: name }) : name;
}

import { useCallback } from 'react';
import { useT } from '../../ui/i18n.tsx';

/** A group's name as it is shown: those that nobody named are numbered in the person's language. */
export function useGroupName(): (name: string) => string {
  const t = useT();
  return useCallback((name) => (/^\d+$/.test(name) ? t('group.numbered', { number: name }) : name), [t]);
}

import { Group, Text } from '@mantine/core';
import type { Translate } from '@talkoot/i18n';
import { IconAlertTriangle, IconCircleCheck, IconCloudOff, IconCloudUpload } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { BoardSession, SaveState } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import classes from './board.module.css';
import { useSteadySaveState } from './use-session.ts';

const ICONS = {
  saved: IconCircleCheck,
  saving: IconCloudUpload,
  notSavedYet: IconAlertTriangle,
  offline: IconCloudOff,
  ended: IconCloudOff,
} as const;

/** The state of saving in words. */
export function saveWords(state: SaveState, t: Translate): string {
  if (state.kind !== 'offline') return t(`save.${state.kind}`);
  return state.waiting === 0 ? t('save.offlineNone') : t('save.offline', { count: state.waiting });
}

/**
 * What happens to the person's work, always in the same place. Read aloud only when the line is lost, when saving
 * takes long and when all is well again.
 */
export function SaveLine({ session }: { session: BoardSession }): ReactNode {
  const t = useT();
  const announce = useAnnounce();
  const state = useSteadySaveState(session);
  const words = saveWords(state, t);
  const before = useRef(state.kind);
  const { kind } = state;
  useEffect(() => {
    const was = before.current;
    before.current = kind;
    const troubled = (one: SaveState['kind']): boolean => one === 'offline' || one === 'notSavedYet';
    if (was !== kind && (troubled(kind) || (troubled(was) && kind === 'saved'))) announce(words);
  }, [kind, words, announce]);
  const Icon = ICONS[kind];
  return (
    <Group gap={6} wrap="nowrap" className={classes.save ?? ''} data-state={kind} title={words}>
      <Icon size={18} aria-hidden />
      <Text component="span" size="sm" className={classes.saveWords ?? ''}>
        {words}
      </Text>
    </Group>
  );
}

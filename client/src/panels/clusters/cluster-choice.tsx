import { Button, Stack } from '@mantine/core';
import { IconLayersLinked, IconLayersOff, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import {
  canGather,
  clusterOf,
  clustersAmong,
  clustersOf,
  gather,
  looseOf,
  merge,
  takeOut,
} from '../../sync/clusters.ts';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import type { ActionHost } from '../selection-actions.ts';
import { clusterName } from './cluster-words.ts';

const ICON = 18;

interface ClusterChoiceProps {
  host: ActionHost;
  /** The choice was made. `made`: a new cluster, to be named. */
  onDone(made?: string): void;
}

/** Where what is selected may go: each cluster, a new one, or out of the one it is in. Clusters go into another whole. */
export function ClusterChoice({ host, onDone }: ClusterChoiceProps): ReactNode {
  const t = useT();
  const announce = useAnnounce();
  const { model, session } = host;
  const ids = [...host.selection.ids];
  const whole = clustersAmong(model, ids);
  const loose = looseOf(model, ids).map(({ id }) => id);
  const from = new Set(loose.map((id) => clusterOf(model, id)));
  const targets = clustersOf(model).filter(
    ({ id }) => !host.selection.ids.has(id) && !(from.size === 1 && from.has(id)),
  );
  const into = (target: (typeof targets)[number]): void => {
    const name = clusterName(model, target, t);
    const moved = loose.length === 0 || host.tell(gather(session, [{ ids: loose, into: target.id }]));
    if (!moved || (whole.length > 0 && !host.tell(merge(session, ids, target.id)))) return;
    announce(t('cluster.moved', { name }));
    onDone();
  };
  const intoNew = (): void => {
    const result = gather(session, [{ ids: loose, into: null }]);
    if (!host.tell(result)) return;
    announce(t('cluster.made'));
    onDone(result.made?.[0]);
  };
  const out = (): void => {
    if (!host.tell(takeOut(session, ids))) return;
    announce(t('cluster.takenOut'));
    onDone();
  };
  return (
    <Stack gap="xs" component="ul" p={0} pt={4} m={0} style={{ listStyle: 'none' }} data-testid="cluster-choice">
      {targets.map((target) => (
        <Choice key={target.id} icon={<IconLayersLinked size={ICON} aria-hidden />} onClick={() => into(target)}>
          {t('cluster.nameAndCount', { name: clusterName(model, target, t), count: target.gathered ?? 0 })}
        </Choice>
      ))}
      {canGather(session, loose) ? (
        <Choice icon={<IconPlus size={ICON} aria-hidden />} onClick={intoNew}>
          {t('cluster.new')}
        </Choice>
      ) : null}
      {[...from].some((id) => id !== null) ? (
        <Choice icon={<IconLayersOff size={ICON} aria-hidden />} onClick={out}>
          {t('cluster.takeOut')}
        </Choice>
      ) : null}
    </Stack>
  );
}

function Choice(props: { icon: ReactNode; onClick(): void; children: ReactNode }): ReactNode {
  return (
    <li>
      <Button
        fullWidth
        size="md"
        variant="default"
        justify="flex-start"
        leftSection={props.icon}
        onClick={props.onClick}
        data-autofocus
      >
        {props.children}
      </Button>
    </li>
  );
}

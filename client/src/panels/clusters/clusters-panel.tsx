import { ActionIcon, Alert, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import type { BoardElement } from '@talkoot/board';
import { IconArrowsDiff, IconCurrentLocation, IconSparkles } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { jumpTo } from '../../canvas/going.ts';
import { mayWrite } from '../../sync/actions.ts';
import { deleteElements } from '../../sync/actions-delete.ts';
import { canGather, clustersOf, membersOf } from '../../sync/clusters.ts';
import type { BoardSession } from '../../sync/session.ts';
import { setWords } from '../../sync/words.ts';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useCalmVersion } from '../use-calm-version.ts';
import { useSessionVersion } from '../use-rights.ts';
import { clusterName } from './cluster-words.ts';
import classes from './clusters.module.css';
import { Suggestions } from './suggestions.tsx';
import { notesToSort } from './proposals.ts';

export interface ClustersPanelProps {
  session: BoardSession;
  /** Left out where no canvas is: nothing can be gone to then. */
  canvas: CanvasController | undefined;
  /** The person has chosen one to look at. */
  onChosen(): void;
}

/** All clusters, those without a name first, and the way to proposals of new ones. */
export function ClustersPanel(props: ClustersPanelProps): ReactNode {
  const { session, canvas } = props;
  const t = useT();
  useCalmVersion(session.model);
  useSessionVersion(session);
  const [suggesting, setSuggesting] = useState(false);
  const plan = planOf(session);
  const clusters = clustersOf(session.model);
  if (suggesting) return <Suggestions session={session} canvas={canvas} onDone={() => setSuggesting(false)} />;
  const unnamed = plan.naming ? clusters.filter(({ text }) => !text.trim()) : [];
  const others = clusters.filter((cluster) => !unnamed.includes(cluster));
  const sortable = notesToSort(session, canvas?.selection.ids).map(({ id }) => id);
  return (
    <Stack gap="md">
      {plan.most !== null && clusters.length > plan.most ? (
        <Alert color="orange">{t('cluster.tooMany', { count: clusters.length, most: plan.most })}</Alert>
      ) : null}
      {canGather(session, sortable) ? (
        <Button
          variant="light"
          leftSection={<IconSparkles size={18} aria-hidden />}
          onClick={() => setSuggesting(true)}
          disabled={sortable.length < 2}
        >
          {t('cluster.suggest')}
        </Button>
      ) : null}
      {clusters.length === 0 ? <Text c="dimmed">{t('cluster.none')}</Text> : null}
      <Clusters {...props} title={t('cluster.withoutName')} clusters={unnamed} />
      <Clusters {...props} title={t(plan.naming ? 'cluster.withName' : 'cluster.all')} clusters={others} />
    </Stack>
  );
}

/** What was planned for the step: how many clusters at the most, and whether they get names. */
function planOf(session: BoardSession): { most: number | null; naming: boolean } {
  const step = session.view().step;
  const planned = session.console()?.agenda.steps.find(({ id }) => id === step?.id);
  const { maxGroups, naming } = planned?.settings ?? {};
  return { most: typeof maxGroups === 'number' ? maxGroups : null, naming: naming !== false };
}

function Clusters(props: ClustersPanelProps & { title: string; clusters: readonly BoardElement[] }): ReactNode {
  if (props.clusters.length === 0) return null;
  return (
    <section aria-label={props.title}>
      <Title order={3} size="h5" mb={6}>
        {props.title}
      </Title>
      <ul className={classes.list}>
        {props.clusters.map((cluster) => (
          <Cluster key={cluster.id} {...props} cluster={cluster} />
        ))}
      </ul>
    </section>
  );
}

function Cluster({ session, canvas, onChosen, cluster }: ClustersPanelProps & { cluster: BoardElement }): ReactNode {
  const t = useT();
  const announce = useAnnounce();
  const name = clusterName(session.model, cluster, t);
  const inside = t('cluster.inside', { count: membersOf(session.model, cluster.id).length });
  const mayPart = session.may({ type: 'delete', id: cluster.id }, cluster.scope).allowed;
  return (
    <li className={classes.row}>
      <NameField session={session} cluster={cluster} name={name} inside={inside} />
      {canvas ? (
        <ActionIcon
          size={44}
          variant="subtle"
          color="gray"
          aria-label={t('cluster.goTo', { name })}
          title={t('cluster.goTo', { name })}
          onClick={() => {
            jumpTo(canvas, cluster.id);
            onChosen();
          }}
        >
          <IconCurrentLocation size={20} aria-hidden />
        </ActionIcon>
      ) : null}
      {mayPart ? (
        <ActionIcon
          size={44}
          variant="subtle"
          color="gray"
          aria-label={`${t('cluster.apart')}: ${name}`}
          title={t('cluster.apart')}
          onClick={() => {
            if (deleteElements(session, [cluster.id]).allowed) announce(t('cluster.partedDone'));
          }}
        >
          <IconArrowsDiff size={20} aria-hidden />
        </ActionIcon>
      ) : null}
    </li>
  );
}

/** The name, written where it is read; what others write meanwhile shows until this person begins. */
function NameField(props: { session: BoardSession; cluster: BoardElement; name: string; inside: string }): ReactNode {
  const { session, cluster, name, inside } = props;
  const t = useT();
  const [draft, setDraft] = useState<string | null>(null);
  const save = (): void => {
    if (draft !== null && draft.trim() !== cluster.text.trim()) setWords(session, cluster.id, draft.trim());
    setDraft(null);
  };
  return (
    <TextInput
      className={classes.name ?? ''}
      aria-label={t('cluster.nameOf', { words: name })}
      description={inside}
      inputWrapperOrder={['input', 'description']}
      placeholder={name}
      readOnly={!mayWrite(session, cluster.id).allowed}
      maxLength={200}
      value={draft ?? cluster.text}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        else if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation();
          setDraft(null);
        }
      }}
    />
  );
}

import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useRefusedToast } from '../../pages/board/use-refused-toast.ts';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useCalmVersion } from '../use-calm-version.ts';
import { shortened } from '../outline-words.ts';
import classes from './clusters.module.css';
import type { ClustersPanelProps } from './clusters-panel.tsx';
import { accept, notesToSort, type Proposal, proposalsFor, stillOpen, withNoteIn } from './proposals.ts';

/** Proposed clusters: named, changed, accepted or thrown away. Until then nothing changes on the board. */
export function Suggestions(props: Pick<ClustersPanelProps, 'session' | 'canvas'> & { onDone(): void }): ReactNode {
  const { session, canvas, onDone } = props;
  const t = useT();
  const [language] = useLanguage();
  const announce = useAnnounce();
  const tellRefusal = useRefusedToast();
  useCalmVersion(session.model);
  const [all, setAll] = useState(() => proposalsFor(notesToSort(session, canvas?.selection.ids), language));
  const head = useRef<HTMLParagraphElement>(null);
  const proposals = stillOpen(session.model, all);
  useEffect(() => head.current?.focus(), []);
  useEffect(() => () => outline(canvas, []), [canvas]);
  const change = (key: number, part: Partial<Proposal>): void =>
    setAll(all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const leave = (rest: Proposal[]): void => {
    outline(canvas, []);
    setAll(rest);
    if (rest.length === 0) onDone();
    else head.current?.focus();
  };
  const take = (taken: readonly Proposal[], said: string): void => {
    const result = accept(session, taken);
    if (!result.allowed) {
      tellRefusal(result.reason);
      return;
    }
    announce(said);
    const [made] = result.made ?? [];
    if (made !== undefined) canvas?.reveal(made);
    leave(proposals.filter((one) => !taken.includes(one)));
  };
  const drop = (dropped: readonly Proposal[]): void => {
    announce(t('cluster.discarded'));
    leave(proposals.filter((one) => !dropped.includes(one)));
  };
  return (
    <Stack gap="md" data-testid="cluster-suggestions">
      <Text fw={700} tabIndex={-1} ref={head}>
        {proposals.length > 0 ? t('cluster.proposed', { count: proposals.length }) : t('cluster.suggestNone')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('cluster.suggestHint')}
      </Text>
      <Group gap="xs">
        {proposals.length > 0 ? (
          <Button onClick={() => take(proposals, t('cluster.acceptedAll'))}>{t('cluster.acceptAll')}</Button>
        ) : null}
        <Button variant="default" onClick={() => drop(proposals)}>
          {t('cluster.discardAll')}
        </Button>
      </Group>
      {proposals.map((proposal, at) => (
        <ProposedCluster
          key={proposal.key}
          {...props}
          proposal={proposal}
          number={at + 1}
          others={proposals}
          onName={(name) => change(proposal.key, { name })}
          onMove={(id, key) => setAll(withNoteIn(proposals, id, key))}
          onAccept={() => take([proposal], t('cluster.accepted', { name: proposal.name }))}
          onDiscard={() => drop([proposal])}
        />
      ))}
    </Stack>
  );
}

function outline(canvas: ClustersPanelProps['canvas'], ids: readonly string[]): void {
  if (!canvas) return;
  canvas.found = ids;
  canvas.scene.refreshActive();
}

const NOWHERE = '-';

function ProposedCluster(
  props: Pick<ClustersPanelProps, 'session' | 'canvas'> & {
    proposal: Proposal;
    number: number;
    others: readonly Proposal[];
    onName(name: string): void;
    onMove(id: string, key: number | null): void;
    onAccept(): void;
    onDiscard(): void;
  },
): ReactNode {
  const { session, canvas, proposal, number, others } = props;
  const t = useT();
  const label = t('cluster.proposal', { number });
  const places = [
    ...others.map(({ key, name }, at) => ({
      value: String(key),
      label: name.trim() || t('cluster.proposal', { number: at + 1 }),
    })),
    { value: NOWHERE, label: t('cluster.nowhere') },
  ];
  const show = (): void => outline(canvas, proposal.ids);
  return (
    <section className={classes.proposal} aria-label={label} onMouseEnter={show} onFocus={show}>
      <TextInput
        label={t('cluster.proposalName')}
        maxLength={200}
        value={proposal.name}
        onChange={(event) => props.onName(event.currentTarget.value)}
      />
      {proposal.shared.length > 0 ? (
        <Text size="sm" c="dimmed">
          {t('cluster.because', { words: proposal.shared.join(', ') })}
        </Text>
      ) : null}
      <ul className={classes.notes}>
        {proposal.ids.map((id) => {
          const words = shortened(session.model.get(id)?.text ?? '');
          return (
            <li key={id} className={classes.note}>
              <Text size="sm">{words}</Text>
              <NativeSelect
                size="sm"
                variant="unstyled"
                classNames={{ input: classes.place ?? '' }}
                aria-label={t('cluster.place', { words })}
                data={places}
                value={String(proposal.key)}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  props.onMove(id, value === NOWHERE ? null : Number(value));
                }}
              />
            </li>
          );
        })}
      </ul>
      <Group gap="xs">
        <Button size="sm" onClick={props.onAccept}>
          {t('cluster.accept')}
        </Button>
        <Button size="sm" variant="default" onClick={props.onDiscard}>
          {t('cluster.discard')}
        </Button>
      </Group>
    </section>
  );
}

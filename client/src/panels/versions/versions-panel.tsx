import { Button, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import type { VersionView } from '@talkoot/protocol';
import { IconBookmarkPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/endpoints.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { LoadingState } from '../../ui/states.tsx';
import { toast } from '../../ui/toasts.tsx';
import { NameDialog } from './name-dialog.tsx';
import { allOf, useVersions, useVersionsChanged } from './use-versions.ts';
import { VersionRow } from './version-row.tsx';
import { byDay } from './version-words.ts';
import classes from './versions.module.css';

export interface VersionsPanelProps {
  session: BoardSession;
  /** The version that is on the canvas; null: the board as it is now. */
  lookingAt: string | null;
  onLook(version: VersionView): void;
  onBack(): void;
}

/** The versions of the board by day, and the way to keep one more. */
export function VersionsPanel(props: VersionsPanelProps): ReactNode {
  const t = useT();
  const { session } = props;
  const versions = useVersions(session.workshopId);
  const changed = useVersionsChanged(session.workshopId);
  const [naming, setNaming] = useState(false);
  const save = async (name: string): Promise<void> => {
    await api.command(session.workshopId, { type: 'saveVersion', name });
    await changed();
    toast(t('versions.saved'));
  };
  return (
    <Stack gap="md" data-testid="versions">
      <Button
        variant={props.lookingAt === null ? 'filled' : 'default'}
        leftSection={<IconBookmarkPlus size={20} aria-hidden />}
        onClick={() => setNaming(true)}
      >
        {t('versions.save')}
      </Button>
      {versions.isPending ? <LoadingState /> : null}
      {versions.isError ? (
        <Stack gap="sm" align="flex-start" role="alert">
          <Text>{t('versions.failed')}</Text>
          <Button variant="default" onClick={() => void versions.refetch()}>
            {t('common.retry')}
          </Button>
        </Stack>
      ) : null}
      {versions.isSuccess ? <List {...props} versions={allOf(versions.data)} onChanged={changed} /> : null}
      {versions.hasNextPage ? (
        <Button variant="default" loading={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
          {t('versions.more')}
        </Button>
      ) : null}
      {naming ? (
        <NameDialog title={t('versions.saveTitle')} name="" onSave={save} onClose={() => setNaming(false)} />
      ) : null}
    </Stack>
  );
}

function List(props: VersionsPanelProps & { versions: VersionView[]; onChanged(): Promise<void> }): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const { session, versions, lookingAt, onLook, onBack, onChanged } = props;
  if (versions.length === 0) return <Text c="dimmed">{t('versions.empty')}</Text>;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('versions.explain')}
      </Text>
      <div className={classes.list}>
        <UnstyledButton
          className={classes.now ?? ''}
          aria-current={lookingAt === null ? true : undefined}
          onClick={onBack}
        >
          {t('versions.now')}
        </UnstyledButton>
      </div>
      {byDay(versions, language).map(({ day, versions }) => (
        <section key={day} aria-label={day}>
          <Title order={3} className={classes.day ?? ''}>
            {day}
          </Title>
          <ul className={classes.list}>
            {versions.map((version) => (
              <VersionRow
                key={version.id}
                workshopId={session.workshopId}
                version={version}
                current={version.id === lookingAt}
                onLook={() => onLook(version)}
                onChanged={onChanged}
                onGone={version.id === lookingAt ? onBack : undefined}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

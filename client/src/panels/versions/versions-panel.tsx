import { Button, SegmentedControl, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import type { VersionView } from '@talkoot/protocol';
import { IconBookmarkPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/endpoints.ts';
import type { CanvasController } from '../../canvas/controller.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { toast } from '../../ui/toasts.tsx';
import { ChangesList } from './changes-list.tsx';
import { Fetching, More } from './fetching.tsx';
import { VersionNameDialog } from './version-name-dialog.tsx';
import { allOf, useVersions, useVersionsChanged } from './use-versions.ts';
import { VersionRow } from './version-row.tsx';
import { byDay } from './version-words.ts';
import classes from './versions.module.css';

export interface VersionsPanelProps {
  session: BoardSession;
  /** None while the outline stands in its place. */
  canvas: CanvasController | undefined;
  /** The version that is on the canvas; null: the board as it is now. */
  lookingAt: string | null;
  onLook(version: VersionView): void;
  onBack(): void;
}

/** What the board was, and who made it what it is. */
export function VersionsPanel(props: VersionsPanelProps): ReactNode {
  const t = useT();
  const [tab, setTab] = useState<'versions' | 'changes'>('versions');
  return (
    <Stack gap="md" data-testid="versions">
      <SegmentedControl
        fullWidth
        aria-label={t('versions.tabs')}
        value={tab}
        onChange={(value) => setTab(value as typeof tab)}
        data={[
          { value: 'versions', label: t('versions.menu') },
          { value: 'changes', label: t('versions.changesTab') },
        ]}
      />
      {tab === 'versions' ? <Versions {...props} /> : <ChangesList session={props.session} canvas={props.canvas} />}
    </Stack>
  );
}

/** The versions of the board by day, and the way to keep one more. */
function Versions(props: VersionsPanelProps): ReactNode {
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
    <>
      <Button
        variant={props.lookingAt === null ? 'filled' : 'default'}
        leftSection={<IconBookmarkPlus size={20} aria-hidden />}
        onClick={() => setNaming(true)}
      >
        {t('versions.save')}
      </Button>
      <Fetching list={versions} />
      {versions.isSuccess ? <List {...props} versions={allOf(versions.data)} onChanged={changed} /> : null}
      <More list={versions} />
      {naming ? (
        <VersionNameDialog title={t('versions.saveTitle')} name="" onSave={save} onClose={() => setNaming(false)} />
      ) : null}
    </>
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
      {byDay(versions, ({ createdAt }) => createdAt, language).map(({ day, items }) => (
        <section key={day} aria-label={day}>
          <Title order={3} className={classes.day ?? ''}>
            {day}
          </Title>
          <ul className={classes.list}>
            {items.map((version) => (
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

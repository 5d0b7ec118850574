import { ActionIcon, Group, Menu, Paper, Text, Title } from '@mantine/core';
import { formatDate } from '@talkoot/i18n';
import { LIMITS, type WorkshopView } from '@talkoot/protocol';
import { IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { problemCode } from '../../api/problem.ts';
import { useWorkshopChanges } from '../../api/queries.ts';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toast, toastProblem, toastWithUndo } from '../../ui/toasts.tsx';
import { BoardThumbnail } from './board-thumbnail.tsx';
import classes from './home.module.css';
import { RenameDialog } from './rename-dialog.tsx';

/** Workshops as cards, the latest change first. */
export function WorkshopCards({ workshops }: { workshops: WorkshopView[] }): ReactNode {
  const latestFirst = [...workshops].sort((a, b) => b.updatedAt - a.updatedAt);
  return (
    <ul className={classes.cards}>
      {latestFirst.map((workshop) => (
        <li key={workshop.id}>
          <WorkshopCard workshop={workshop} />
        </li>
      ))}
    </ul>
  );
}

function WorkshopCard({ workshop }: { workshop: WorkshopView }): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  return (
    <Paper withBorder shadow="xs" className={classes.card ?? ''}>
      <BoardThumbnail workshopId={workshop.id} />
      <div className={classes.cardText}>
        <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs" flex={1}>
          <Title order={2} size="h3" lang={workshop.language}>
            <Link to={`/w/${workshop.id}`} className={classes.cardTitle}>
              {workshop.title}
            </Link>
          </Title>
          <CardMenu workshop={workshop} />
        </Group>
        <Group justify="space-between" gap="xs">
          <StateBadge state={workshop.state} />
          <Text size="sm" c="dimmed">
            {t('home.changed', { date: formatDate(workshop.updatedAt, language) })}
          </Text>
        </Group>
      </div>
    </Paper>
  );
}

const ICON = 18;

function CardMenu({ workshop }: { workshop: WorkshopView }): ReactNode {
  const t = useT();
  const [renaming, setRenaming] = useState(false);
  const { duplicate, remove, patch } = useWorkshopChanges();
  const { id, title } = workshop;
  const tell = (error: unknown): void => toastProblem(t(`problem.${problemCode(error)}`));
  const onDuplicate = (): void =>
    duplicate.mutate(
      { id, title: t('home.copyTitle', { title }).slice(0, LIMITS.titleLength) },
      { onSuccess: (copy) => toast(t('home.duplicated', { title: copy.title })), onError: tell },
    );
  const restore = (): void =>
    patch.mutate({ id, deleted: false }, { onSuccess: () => toast(t('home.restored', { title })), onError: tell });
  const onDelete = (): void =>
    remove.mutate(id, {
      onSuccess: () => toastWithUndo(t('home.deleted', { title }), t('common.undo'), restore),
      onError: tell,
    });
  return (
    <div className={classes.above}>
      <Menu>
        <Menu.Target>
          <ActionIcon color="gray" aria-label={t('common.moreActions', { name: title })}>
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={ICON} aria-hidden />} onClick={() => setRenaming(true)}>
            {t('common.rename')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy size={ICON} aria-hidden />} onClick={onDuplicate}>
            {t('common.duplicate')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={ICON} aria-hidden />} color="red" onClick={onDelete}>
            {t('common.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RenameDialog workshop={workshop} opened={renaming} onClose={() => setRenaming(false)} />
    </div>
  );
}

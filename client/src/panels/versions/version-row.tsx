import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { formatTime } from '@talkoot/i18n';
import type { VersionView } from '@talkoot/protocol';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/endpoints.ts';
import { problemCode } from '../../api/problem.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { toast, toastProblem } from '../../ui/toasts.tsx';
import { VersionNameDialog } from './version-name-dialog.tsx';
import { nameOfVersion } from './version-words.ts';
import classes from './versions.module.css';

export interface VersionRowProps {
  workshopId: string;
  version: VersionView;
  /** It is on the canvas now. */
  current: boolean;
  onLook(): void;
  onChanged(): Promise<void>;
  /** It was deleted. */
  onGone: (() => void) | undefined;
}

/** One version: a button to look at it, and what can be done with it. */
export function VersionRow(props: VersionRowProps): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const { version, current } = props;
  const name = nameOfVersion(version, t);
  const details = [
    formatTime(version.createdAt, language),
    version.by?.name,
    t('frames.inside', { count: version.elements }),
  ].filter(Boolean);
  return (
    <li className={classes.row}>
      <UnstyledButton
        className={classes.version ?? ''}
        data-named={version.name === null ? undefined : true}
        aria-current={current ? true : undefined}
        onClick={props.onLook}
      >
        <span className={classes.name}>{name}</span> <span className={classes.details}>{details.join(' · ')}</span>
      </UnstyledButton>
      <Actions {...props} name={name} />
    </li>
  );
}

function Actions({ workshopId, version, name, onChanged, onGone }: VersionRowProps & { name: string }): ReactNode {
  const t = useT();
  const [asks, setAsks] = useState<'name' | 'delete' | null>(null);
  const rename = async (to: string): Promise<void> => {
    await api.nameVersion(workshopId, version.id, to);
    await onChanged();
  };
  const remove = async (): Promise<void> => {
    setAsks(null);
    try {
      await api.deleteVersion(workshopId, version.id);
    } catch (error) {
      return toastProblem(t(`problem.${problemCode(error)}`));
    }
    onGone?.();
    await onChanged();
    toast(t('versions.deleted'));
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon color="gray" size={36} aria-label={t('versions.actions', { name })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setAsks('name')}>
            {t(version.name === null ? 'versions.nameIt' : 'versions.rename')}
          </Menu.Item>
          {version.name === null ? null : (
            <Menu.Item leftSection={<IconTrash size={18} aria-hidden />} onClick={() => setAsks('delete')}>
              {t('common.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asks === 'name' ? (
        <VersionNameDialog
          title={t('versions.nameTitle')}
          name={version.name ?? ''}
          onSave={rename}
          onClose={() => setAsks(null)}
        />
      ) : null}
      {asks === 'delete' ? (
        <ConfirmDialog
          opened
          title={t('versions.deleteTitle', { name })}
          text={t('versions.deleteText')}
          confirmLabel={t('common.delete')}
          danger
          onConfirm={() => void remove()}
          onCancel={() => setAsks(null)}
        />
      ) : null}
    </>
  );
}

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RestoringCounts } from '../../sync/restoring.ts';
import { useT } from '../../ui/i18n.tsx';
import classes from './versions.module.css';

/** Asks before a version comes back, with how much that changes. The safe answer has the focus. */
export function RestoreDialog(props: {
  title: string;
  counts: RestoringCounts;
  busy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}): ReactNode {
  const t = useT();
  const { counts } = props;
  const lines = (['created', 'changed', 'removed'] as const).filter((what) => counts[what] > 0);
  return (
    <Modal opened onClose={props.onCancel} title={props.title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack>
        <ul className={classes.counts}>
          {lines.map((what) => (
            <li key={what}>{t(`versions.${what}`, { count: counts[what] })}</li>
          ))}
        </ul>
        <Text>{t('versions.askText')}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" data-autofocus onClick={props.onCancel}>
            {t('common.cancel')}
          </Button>
          <Button loading={props.busy} onClick={props.onConfirm}>
            {t('versions.restore')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

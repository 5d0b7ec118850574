import { Button, Group, Modal, TextInput } from '@mantine/core';
import type { WorkshopView } from '@talkoot/protocol';
import { type ReactNode, useState } from 'react';
import { useWorkshopChanges } from '../../api/queries.ts';
import { FormShell, useForm } from '../../ui/form.tsx';
import { useT } from '../../ui/i18n.tsx';

const TITLE_LENGTH = 200;

/** Another title for a workshop. */
export function RenameDialog(props: { workshop: WorkshopView; opened: boolean; onClose: () => void }): ReactNode {
  const t = useT();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('home.renameTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <RenameForm workshop={props.workshop} onClose={props.onClose} />
    </Modal>
  );
}

function RenameForm({ workshop, onClose }: { workshop: WorkshopView; onClose: () => void }): ReactNode {
  const t = useT();
  const [title, setTitle] = useState(workshop.title);
  const { patch } = useWorkshopChanges();
  const form = useForm<'title'>({
    check: () => (title.trim() === '' ? { title: t('home.titleMissing') } : {}),
    send: async () => {
      await patch.mutateAsync({ id: workshop.id, title: title.trim() });
      onClose();
    },
  });
  return (
    <FormShell submit={form.submit} problem={form.problem}>
      <TextInput
        name="title"
        label={t('home.workshopTitle')}
        data-autofocus
        maxLength={TITLE_LENGTH}
        value={title}
        error={form.errors.title}
        onChange={(event) => {
          setTitle(event.currentTarget.value);
          form.clear('title');
        }}
      />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={form.busy}>
          {t('common.save')}
        </Button>
      </Group>
    </FormShell>
  );
}

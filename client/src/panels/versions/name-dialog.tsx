import { Button, Group, Modal, TextInput } from '@mantine/core';
import { LIMITS } from '@talkoot/protocol';
import { type ReactNode, useState } from 'react';
import { FormShell, useForm } from '../../ui/form.tsx';
import { useT } from '../../ui/i18n.tsx';

interface NameDialogProps {
  title: string;
  name: string;
  /** Saves it; what it throws is shown in the dialog. */
  onSave(name: string): Promise<void>;
  onClose(): void;
}

/** Asks for the name of a version, a new one or one that is there. */
export function NameDialog(props: NameDialogProps): ReactNode {
  const t = useT();
  return (
    <Modal opened onClose={props.onClose} title={props.title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <NameForm {...props} />
    </Modal>
  );
}

function NameForm({ name, onSave, onClose }: NameDialogProps): ReactNode {
  const t = useT();
  const [value, setValue] = useState(name);
  const form = useForm<'name'>({
    check: () => (value.trim() === '' ? { name: t('versions.nameMissing') } : {}),
    send: async () => {
      await onSave(value.trim());
      onClose();
    },
  });
  return (
    <FormShell submit={form.submit} problem={form.problem}>
      <TextInput
        name="name"
        label={t('versions.name')}
        data-autofocus
        maxLength={LIMITS.titleLength}
        value={value}
        error={form.errors.name}
        onChange={(event) => {
          setValue(event.currentTarget.value);
          form.clear('name');
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

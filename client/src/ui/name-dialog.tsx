import { Modal, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FormShell, useForm } from './form.tsx';
import { FormEnd } from './form-end.tsx';
import { useT } from './i18n.tsx';

interface NameDialogProps {
  title: string;
  /** What the field is called. */
  label: string;
  /** Said when the field was left empty. */
  missing: string;
  maxLength: number;
  /** The name it has now; empty for something new. */
  name: string;
  /** Saves it: the dialog stays when it was not done. What is thrown is shown in the dialog. */
  onSave(name: string): Promise<boolean>;
  onClose(): void;
}

/** Asks for the name of something. */
export function NameDialog({ opened, ...props }: NameDialogProps & { opened: boolean }): ReactNode {
  const t = useT();
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <NameForm {...props} />
    </Modal>
  );
}

function NameForm({ label, missing, maxLength, name, onSave, onClose }: NameDialogProps): ReactNode {
  const t = useT();
  const [value, setValue] = useState(name);
  const form = useForm<'name'>({
    check: () => (value.trim() === '' ? { name: missing } : {}),
    send: async () => {
      if (await onSave(value.trim())) onClose();
    },
  });
  return (
    <FormShell submit={form.submit} problem={form.problem}>
      <TextInput
        name="name"
        label={label}
        data-autofocus
        maxLength={maxLength}
        value={value}
        error={form.errors.name}
        onChange={(event) => {
          setValue(event.currentTarget.value);
          form.clear('name');
        }}
      />
      <FormEnd send={t('common.save')} busy={form.busy} onClose={onClose} />
    </FormShell>
  );
}

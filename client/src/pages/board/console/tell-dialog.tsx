import { ActionIcon, Modal, Textarea } from '@mantine/core';
import { LIMITS } from '@talkoot/protocol';
import { IconMail } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { FormShell, useForm } from '../../../ui/form.tsx';
import { FormEnd } from '../../../ui/form-end.tsx';
import { useT } from '../../../ui/i18n.tsx';
import { toast } from '../../../ui/toasts.tsx';
import type { CommandRunner } from '../use-command-runner.ts';

interface TellProps {
  run: CommandRunner;
  participantId: string;
  name: string;
}

/** A button that writes to one person. */
export function TellButton(props: TellProps): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  const label = t('console.tellTo', { name: props.name });
  return (
    <>
      <ActionIcon size={36} color="gray" aria-label={label} title={label} onClick={() => setOpen(true)}>
        <IconMail size={20} aria-hidden />
      </ActionIcon>
      {open ? <TellDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Words for one person, which nobody else sees. */
export function TellDialog(props: TellProps & { onClose: () => void }): ReactNode {
  const t = useT();
  const { run, participantId, name, onClose } = props;
  const [text, setText] = useState('');
  const form = useForm<'text'>({
    check: () => (text.trim() === '' ? { text: t('console.tellMissing') } : {}),
    send: async () => {
      if (!(await run({ type: 'tell', participantId, text: text.trim() }))) return;
      toast(t('console.told', { name }));
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('console.tellTo', { name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <FormShell submit={form.submit} problem={form.problem}>
        <Textarea
          name="text"
          label={t('console.tellWords')}
          data-autofocus
          autosize
          minRows={3}
          maxRows={10}
          maxLength={LIMITS.commentLength}
          value={text}
          error={form.errors.text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            form.clear('text');
          }}
        />
        <FormEnd send={t('console.send')} busy={form.busy} onClose={onClose} />
      </FormShell>
    </Modal>
  );
}

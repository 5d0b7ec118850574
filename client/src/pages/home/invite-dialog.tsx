import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { formatDay } from '@talkoot/i18n';
import type { Me } from '@talkoot/protocol';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api/endpoints.ts';
import { problemCode } from '../../api/problem.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useLanguage, useT } from '../../ui/i18n.tsx';

/** Makes a link with which one colleague gets an account in the team. */
export function InviteDialog(props: { team: Me['teams'][number]; opened: boolean; onClose: () => void }): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const invite = useMutation({ mutationFn: () => api.invite(props.team.id) });
  const close = (): void => {
    invite.reset();
    props.onClose();
  };
  return (
    <Modal
      opened={props.opened}
      onClose={close}
      title={t('invitation.create')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Text>{t('invitation.makeHint', { team: props.team.name })}</Text>
        {invite.data ? (
          <>
            <TextInput
              label={t('invitation.link')}
              readOnly
              value={invite.data.url}
              onFocus={(event) => event.currentTarget.select()}
            />
            <Text size="sm">{t('invitation.copyHint', { date: formatDay(invite.data.expiresAt, language) })}</Text>
            <CopyButton value={invite.data.url} label={t('common.copy')} />
          </>
        ) : (
          <Button data-autofocus loading={invite.isPending} onClick={() => invite.mutate()}>
            {t('invitation.make')}
          </Button>
        )}
        {invite.isError ? (
          <Text c="var(--mantine-color-error)" role="alert">
            {t(`problem.${problemCode(invite.error)}`)}
          </Text>
        ) : null}
      </Stack>
    </Modal>
  );
}

import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { api } from '../../api/endpoints.ts';
import { problemCode } from '../../api/problem.ts';
import { useForgetEverything } from '../../api/queries.ts';
import { type AccountField, AccountFields, checkAccount, type NewAccount } from '../../ui/account-fields.tsx';
import { FormShell, useForm } from '../../ui/form.tsx';
import { useT } from '../../ui/i18n.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { LoadingState, MessageState } from '../../ui/states.tsx';

/** A colleague opened an invitation link: makes an account in the team. */
export function InvitationPage(): ReactNode {
  const t = useT();
  const { token = '' } = useParams<{ token: string }>();
  const invitation = useQuery({ queryKey: ['invitation', token], queryFn: () => api.invitation(token) });
  return (
    <PageFrame title={t('invitation.title')}>
      {invitation.isPending ? (
        <LoadingState />
      ) : invitation.isError ? (
        <MessageState title={t('invitation.title')} text={t(`problem.${problemCode(invitation.error)}`)} role="alert">
          <Button component={Link} to="/sign-in">
            {t('signIn.submit')}
          </Button>
        </MessageState>
      ) : (
        <InvitationForm token={token} team={invitation.data.teamName} />
      )}
    </PageFrame>
  );
}

function InvitationForm({ token, team }: { token: string; team: string }): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  const forget = useForgetEverything();
  const [account, setAccount] = useState<NewAccount>({ name: '', email: '', password: '' });
  const form = useForm<AccountField>({
    check: () => checkAccount(account, t),
    fieldOf: (code) => (code === 'email-taken' ? { field: 'email', message: t('problem.email-taken') } : null),
    send: async () => {
      await api.acceptInvitation(token, { ...account, email: account.email.trim() });
      await forget();
      navigate('/', { replace: true });
    },
  });
  return (
    <Paper withBorder shadow="sm" p="xl">
      <Stack gap="lg">
        <div>
          <Title order={1}>{t('invitation.title')}</Title>
          <Text mt="xs">{t('invitation.intro', { team })}</Text>
        </div>
        <FormShell submit={form.submit} problem={form.problem}>
          <AccountFields
            account={account}
            errors={form.errors}
            onChange={(field, value) => {
              setAccount({ ...account, [field]: value });
              form.clear(field);
            }}
          />
          <Button type="submit" size="lg" loading={form.busy}>
            {t('invitation.accept')}
          </Button>
        </FormShell>
      </Stack>
    </Paper>
  );
}

import { Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { api } from '../../api/endpoints.ts';
import { useForgetEverything, useMe } from '../../api/queries.ts';
import { type AccountField, AccountFields, checkAccount, type NewAccount } from '../../ui/account-fields.tsx';
import { FormShell, useForm } from '../../ui/form.tsx';
import { useT } from '../../ui/i18n.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { MessageState } from '../../ui/states.tsx';

const TEAM_NAME_LENGTH = 60;

/** The first opening of a new server: the owner makes an account. */
export function SetupPage(): ReactNode {
  const t = useT();
  const me = useMe();
  const [search] = useSearchParams();
  const token = search.get('token');
  const done = me.data?.setupNeeded === false;
  return (
    <PageFrame title={t('setup.title')}>
      {done ? (
        <MessageState title={t('setup.doneTitle')} text={t('setup.doneText')}>
          <Button component={Link} to="/sign-in">
            {t('signIn.submit')}
          </Button>
        </MessageState>
      ) : token ? (
        <SetupForm token={token} />
      ) : (
        <MessageState title={t('setup.noTokenTitle')} text={t('setup.noTokenText')} />
      )}
    </PageFrame>
  );
}

function SetupForm({ token }: { token: string }): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  const forget = useForgetEverything();
  const [account, setAccount] = useState<NewAccount>({ name: '', email: '', password: '' });
  const [team, setTeam] = useState('');
  const form = useForm<AccountField>({
    check: () => checkAccount(account, t),
    fieldOf: (code) => (code === 'email-taken' ? { field: 'email', message: t('problem.email-taken') } : null),
    send: async () => {
      const teamName = team.trim();
      await api.setup({ ...account, email: account.email.trim(), token, ...(teamName ? { teamName } : {}) });
      await forget();
      navigate('/', { replace: true });
    },
  });
  return (
    <Paper withBorder shadow="sm" p="xl">
      <Stack gap="lg">
        <div>
          <Title order={1}>{t('setup.title')}</Title>
          <Text mt="xs">{t('setup.intro')}</Text>
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
          <TextInput
            name="teamName"
            label={t('setup.team')}
            description={t('setup.teamHint')}
            autoComplete="organization"
            maxLength={TEAM_NAME_LENGTH}
            value={team}
            onChange={(event) => setTeam(event.currentTarget.value)}
          />
          <Button type="submit" size="lg" loading={form.busy}>
            {t('setup.submit')}
          </Button>
        </FormShell>
      </Stack>
    </Paper>
  );
}

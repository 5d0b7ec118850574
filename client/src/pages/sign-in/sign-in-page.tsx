import { Anchor, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { api } from '../../api/endpoints.ts';
import { useForgetEverything } from '../../api/queries.ts';
import { looksLikeEmail } from '../../ui/account-fields.tsx';
import { FormShell, useForm } from '../../ui/form.tsx';
import { useT } from '../../ui/i18n.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';

/** Where to go afterwards: a path of this site and nothing else, whatever the address says. */
function safePath(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
}

/** Facilitators sign in; `?next=` brings them back where they were. */
export function SignInPage(): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const forget = useForgetEverything();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const form = useForm<'email' | 'password'>({
    check: () => ({
      ...(looksLikeEmail(email) ? {} : { email: t('account.emailInvalid') }),
      ...(password === '' ? { password: t('account.passwordMissing') } : {}),
    }),
    fieldOf: (code) =>
      code === 'wrong-credentials' ? { field: 'password', message: t('problem.wrong-credentials') } : null,
    send: async () => {
      await api.signIn({ email: email.trim(), password });
      await forget();
      navigate(safePath(search.get('next')), { replace: true });
    },
  });
  return (
    <PageFrame title={t('signIn.title')}>
      <Paper withBorder shadow="sm" p="xl">
        <Stack gap="lg">
          <div>
            <Title order={1}>{t('signIn.title')}</Title>
            <Text mt="xs">{t('signIn.who')}</Text>
          </div>
          <FormShell submit={form.submit} problem={form.problem}>
            <TextInput
              name="email"
              type="email"
              label={t('account.email')}
              autoComplete="username"
              value={email}
              error={form.errors.email}
              onChange={(event) => {
                setEmail(event.currentTarget.value);
                form.clear('email');
              }}
            />
            <PasswordInput
              name="password"
              label={t('account.password')}
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': t('account.passwordToggle') }}
              value={password}
              error={form.errors.password}
              onChange={(event) => {
                setPassword(event.currentTarget.value);
                form.clear('password');
              }}
            />
            <Button type="submit" size="lg" loading={form.busy}>
              {t('signIn.submit')}
            </Button>
          </FormShell>
          <Anchor component={Link} to="/join" underline="always">
            {t('signIn.orJoin')}
          </Anchor>
        </Stack>
      </Paper>
    </PageFrame>
  );
}

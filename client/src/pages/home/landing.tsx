import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useT } from '../../ui/i18n.tsx';
import { JoinCodeForm } from '../join/join-code-form.tsx';

/** For people without an account: the way into a workshop, and the way to sign in. */
export function Landing(): ReactNode {
  const t = useT();
  return (
    <Stack gap="lg">
      <Paper withBorder shadow="sm" p="xl">
        <Stack gap="lg">
          <div>
            <Title order={1}>{t('home.landingTitle')}</Title>
            <Text mt="xs">{t('home.landingIntro')}</Text>
          </div>
          <JoinCodeForm />
        </Stack>
      </Paper>
      <Group justify="space-between" gap="sm">
        <Text>{t('home.landingFacilitator')}</Text>
        <Button component={Link} to="/sign-in" variant="default">
          {t('signIn.submit')}
        </Button>
      </Group>
    </Stack>
  );
}

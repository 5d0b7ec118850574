import { Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from './i18n.tsx';

/** What a page says when it has nothing to show or could not: what happened, and what to do next. */
export function MessageState(props: {
  icon?: ReactNode;
  /** What it is about, small above the title. */
  about?: string;
  title: string;
  text?: string;
  /** `alert` is read aloud at once: for what went wrong after the page was shown. */
  role?: 'alert' | 'status';
  children?: ReactNode;
}): ReactNode {
  return (
    <Paper withBorder shadow="sm" p="xl" role={props.role}>
      <Stack align="flex-start" gap="md">
        {props.icon}
        <div>
          {props.about ? <Text c="dimmed">{props.about}</Text> : null}
          <Title order={1}>{props.title}</Title>
        </div>
        {props.text ? <Text>{props.text}</Text> : null}
        {props.children ? <Group gap="sm">{props.children}</Group> : null}
      </Stack>
    </Paper>
  );
}

/** Something could not be loaded: the words and a way to try again. */
export function ErrorState(props: { title: string; text: string; onRetry?: (() => void) | undefined }): ReactNode {
  const t = useT();
  return (
    <MessageState title={props.title} text={props.text} role="alert">
      {props.onRetry ? <Button onClick={props.onRetry}>{t('common.retry')}</Button> : null}
    </MessageState>
  );
}

/** While something loads. */
export function LoadingState(): ReactNode {
  const t = useT();
  return (
    <Group justify="center" py="xl" role="status">
      <Loader aria-hidden />
      <Text c="dimmed">{t('common.loading')}</Text>
    </Group>
  );
}

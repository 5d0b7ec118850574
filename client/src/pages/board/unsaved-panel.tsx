import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { formatDate } from '@talkoot/i18n';
import { REFUSALS } from '@talkoot/protocol';
import { type ReactNode, useState } from 'react';
import type { BoardSession, UnsavedText } from '../../sync/session.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { useSession } from './use-session.ts';

/**
 * Words of this person that could not be put on the board: to copy, to put back, to throw away. On a closed board
 * they go to the facilitators instead (`onHandIn`); when the board is not there any more they can still be copied.
 */
export function UnsavedPanel(props: {
  session: BoardSession;
  onPutBack?: (words: UnsavedText) => void;
  onHandIn?: (words: UnsavedText) => Promise<void>;
}): ReactNode {
  const t = useT();
  const unsaved = useSession(props.session).unsaved();
  return (
    <Stack gap="md">
      <Text>{t(props.onHandIn ? 'unsaved.explainClosed' : 'unsaved.explain')}</Text>
      {unsaved.map((words) => (
        <UnsavedCard
          key={words.id}
          words={words}
          onPutBack={props.onPutBack ? () => props.onPutBack?.(words) : undefined}
          onHandIn={props.onHandIn}
          onDiscard={() => props.session.dismissUnsaved(words.id)}
        />
      ))}
    </Stack>
  );
}

function UnsavedCard(props: {
  words: UnsavedText;
  onPutBack: (() => void) | undefined;
  onHandIn: ((words: UnsavedText) => Promise<void>) | undefined;
  onDiscard: () => void;
}): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const { text, reason, at } = props.words;
  const code = REFUSALS.find((one) => one === reason);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Text style={{ whiteSpace: 'pre-wrap' }}>{text}</Text>
        <Text size="sm" c="dimmed">
          {code ? `${t(`refused.${code}`)} ` : ''}
          {formatDate(at, language)}
        </Text>
        <Group gap="xs">
          {props.onPutBack ? (
            <Button size="sm" onClick={props.onPutBack}>
              {t('unsaved.putBack')}
            </Button>
          ) : null}
          {props.onHandIn ? <HandInButton onHandIn={() => props.onHandIn?.(props.words)} /> : null}
          <CopyButton size="sm" value={text} label={t('common.copy')} />
          <Button size="sm" variant="subtle" color="gray" onClick={props.onDiscard}>
            {t('unsaved.discard')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function HandInButton({ onHandIn }: { onHandIn: () => Promise<void> | undefined }): ReactNode {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const handIn = async (): Promise<void> => {
    setBusy(true);
    await onHandIn();
    setBusy(false);
  };
  return (
    <Button size="sm" loading={busy} onClick={() => void handIn()}>
      {t('unsaved.handIn')}
    </Button>
  );
}

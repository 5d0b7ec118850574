import { Button, Group, Modal, Radio, Select, Stack, Text } from '@mantine/core';
import { typeOf } from '@talkoot/facilitation';
import { isMember } from '@talkoot/protocol';
import { IconEye } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { frameName } from '../../../panels/outline-words.ts';
import { NoteCounts } from '../../../panels/rounds/note-counts.tsx';
import { useT } from '../../../ui/i18n.tsx';
import { useAnnounce } from '../../../ui/live-region.tsx';
import type { ConsoleProps } from './console-panel.tsx';

const WAYS = ['all', 'frame', 'author'] as const;
type Way = (typeof WAYS)[number];

const LABELS = {
  all: 'console.revealAll',
  frame: 'console.revealFrame',
  author: 'console.revealAuthor',
} as const;

/** Brings what was written privately to the board, after asking how. Nothing takes that back. */
export function RevealButton(props: ConsoleProps): ReactNode {
  const t = useT();
  const [asks, setAsks] = useState(false);
  const { step, reveal } = props.session.view();
  const notes = props.session.health()?.notes ?? 0;
  if (!step || (step.writing?.own && !reveal)) return null;
  const due = reveal || step.writing || typeOf(step)?.reveals || notes > 0;
  if (!due) return null;
  return (
    <>
      {/* It stays while notes come, so that the focus that the dialog gives back is not lost. */}
      <Button
        variant="light"
        leftSection={<IconEye size={18} aria-hidden />}
        aria-disabled={reveal !== null}
        onClick={() => setAsks(reveal === null)}
      >
        {t(reveal ? 'console.revealing' : 'console.reveal')}
      </Button>
      <RevealDialog key={step.id} {...props} opened={asks} onClose={() => setAsks(false)} />
    </>
  );
}

function RevealDialog(props: ConsoleProps & { opened: boolean; onClose: () => void }): ReactNode {
  const t = useT();
  const announce = useAnnounce();
  const { session, people, run, opened, onClose } = props;
  const frames = session.view().step?.frames ?? [];
  const members = people.people.filter(({ role }) => isMember(role));
  const ways = WAYS.filter((way) => (way === 'frame' ? frames.length > 1 : way === 'all' || members.length > 0));
  const [way, setWay] = useState<Way>('all');
  const [chosenFrame, setFrame] = useState<string | null>(null);
  const [chosenAuthor, setAuthor] = useState<string | null>(null);
  // Whoever was chosen may have left, and others come, since it was opened last.
  const frame = frames.find((id) => id === chosenFrame) ?? frames[0] ?? null;
  const author = (members.find(({ id }) => id === chosenAuthor) ?? members[0])?.id ?? null;
  const reveal = async (): Promise<void> => {
    // Never all for want of the one.
    if ((way === 'frame' && frame === null) || (way === 'author' && author === null)) return;
    const done = await run({
      type: 'reveal',
      frames: way === 'frame' && frame !== null ? [frame] : null,
      authors: way === 'author' && author !== null ? [author] : null,
    });
    if (!done) return;
    announce(t('console.revealing'));
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('console.reveal')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Radio.Group
          label={t('console.revealHow')}
          value={way}
          onChange={(value) => setWay(WAYS.find((one) => one === value) ?? 'all')}
        >
          <Stack gap="xs" mt="xs">
            {ways.map((one) => (
              <Radio key={one} value={one} label={t(LABELS[one])} />
            ))}
          </Stack>
        </Radio.Group>
        {way === 'frame' ? (
          <Select
            aria-label={t(LABELS.frame)}
            value={frame}
            allowDeselect={false}
            data={frames.map((id) => ({ value: id, label: frameName(session.model, id, t) }))}
            onChange={setFrame}
          />
        ) : null}
        {way === 'author' ? (
          <Select
            aria-label={t(LABELS.author)}
            value={author}
            allowDeselect={false}
            data={members.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setAuthor}
          />
        ) : null}
        <NoteCounts session={session} />
        <Text>{t('console.revealAsk')}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button onClick={() => void reveal()}>{t('console.reveal')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

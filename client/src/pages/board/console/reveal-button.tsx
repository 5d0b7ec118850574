import { Button, Group, Modal, Radio, Select, Stack, Text } from '@mantine/core';
import { typeOf } from '@talkoot/facilitation';
import { isMember } from '@talkoot/protocol';
import { IconEye } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { frameName } from '../../../panels/outline-words.ts';
import { NoteCounts } from '../../../panels/rounds/note-counts.tsx';
import { useT } from '../../../ui/i18n.tsx';
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
  if (reveal) return <Text role="status">{t('console.revealing')}</Text>;
  const due = step && (step.writing || typeOf(step)?.reveals || notes > 0);
  if (!due || step.writing?.own) return null;
  return (
    <>
      <Button variant="light" leftSection={<IconEye size={18} aria-hidden />} onClick={() => setAsks(true)}>
        {t('console.reveal')}
      </Button>
      {asks ? <RevealDialog {...props} onClose={() => setAsks(false)} /> : null}
    </>
  );
}

function RevealDialog(props: ConsoleProps & { onClose: () => void }): ReactNode {
  const t = useT();
  const { session, people, run, onClose } = props;
  const frames = session.view().step?.frames ?? [];
  const members = people.people.filter(({ role }) => isMember(role));
  const ways = WAYS.filter((way) => (way === 'frame' ? frames.length > 1 : way === 'all' || members.length > 0));
  const [way, setWay] = useState<Way>('all');
  const [frame, setFrame] = useState(frames[0] ?? null);
  const [author, setAuthor] = useState(members[0]?.id ?? null);
  const reveal = async (): Promise<void> => {
    const done = await run({
      type: 'reveal',
      frames: way === 'frame' && frame !== null ? [frame] : null,
      authors: way === 'author' && author !== null ? [author] : null,
    });
    if (done) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('console.reveal')} closeButtonProps={{ 'aria-label': t('common.close') }}>
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

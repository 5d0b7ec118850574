import { ActionIcon, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { LIMITS, type PersonView } from '@talkoot/protocol';
import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../api/queries.ts';
import { frameName } from '../../panels/outline-words.ts';
import { useModelVersion } from '../../panels/use-model.ts';
import type { BoardSession } from '../../sync/session.ts';
import { FormShell, useForm } from '../../ui/form.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import classes from './board.module.css';
import { useCommandRunner } from './use-command-runner.ts';

interface Written {
  elementId: string;
  participantId: string;
  words: string;
}

/** Fast typing of what stands on paper: one line is one note, in the name of whoever wrote it; Enter for the next. */
export function PaperNotes(props: {
  session: BoardSession;
  workshopId: string;
  onPaper: readonly PersonView[];
  onClose: () => void;
}): ReactNode {
  const { session, workshopId, onPaper, onClose } = props;
  const t = useT();
  const announce = useAnnounce();
  const run = useCommandRunner(workshopId);
  const { mutateAsync: give } = useCommand(workshopId);
  const [chosen, setChosen] = useState(onPaper[0]?.id ?? '');
  const [frame, setFrame] = useState(session.view().step?.frames[0] ?? '');
  const [words, setWords] = useState('');
  const [written, setWritten] = useState<readonly Written[]>([]);
  const form = useForm<'words'>({
    check: () => (words.trim() === '' ? { words: t('people.noteMissing') } : {}),
    send: async () => {
      const note = { participantId: chosen, words: words.trim() };
      const { elementId = '' } = await give({ type: 'noteFor', frame: frame === '' ? null : frame, ...note });
      setWritten([{ elementId, ...note }, ...written]);
      setWords('');
      announce(t('people.noteAdded', { words: note.words }));
    },
  });
  const drop = async ({ elementId, participantId }: Written): Promise<void> => {
    if (await run({ type: 'dropNoteFor', participantId, elementId }))
      setWritten(written.filter((one) => one.elementId !== elementId));
  };
  return (
    <Modal opened onClose={onClose} title={t('people.writeFor')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <FormShell submit={form.submit} problem={form.problem}>
        <NativeSelect
          label={t('people.noteOf')}
          value={chosen}
          data={onPaper.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <FrameSelect session={session} value={frame} onChange={setFrame} />
        <TextInput
          name="words"
          label={t('people.noteWords')}
          description={t('people.noteHelp')}
          data-autofocus
          autoComplete="off"
          maxLength={LIMITS.handInLength}
          value={words}
          error={form.errors.words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            form.clear('words');
          }}
        />
        <FormEnd send={t('people.noteAdd')} busy={form.busy} onClose={onClose} leave={t('common.close')} />
      </FormShell>
      {written.length > 0 ? (
        <Stack gap={4} mt="md">
          <Text fw={700}>{t('people.notesWritten', { count: written.length })}</Text>
          <ul className={classes.people}>
            {written.map((note) => (
              <li key={note.elementId} className={classes.person}>
                <Text flex={1} miw={0}>
                  {note.words}
                </Text>
                <ActionIcon
                  color="gray"
                  aria-label={t('people.noteDrop', { words: note.words })}
                  title={t('people.noteDrop', { words: note.words })}
                  onClick={() => void drop(note)}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </li>
            ))}
          </ul>
        </Stack>
      ) : null}
    </Modal>
  );
}

function FrameSelect(props: { session: BoardSession; value: string; onChange(frame: string): void }): ReactNode {
  const { session, value, onChange } = props;
  const { model } = session;
  const t = useT();
  useModelVersion(model);
  return (
    <NativeSelect
      label={t('people.noteFrame')}
      value={value}
      data={[
        { value: '', label: t('people.noteBoard') },
        ...[...model.containers()].map((id) => ({ value: id, label: frameName(model, id, t) })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

import { ActionIcon, Button, Group, NativeSelect, Text, Textarea, Title } from '@mantine/core';
import type { BoardElement } from '@talkoot/board';
import { IconEye, IconPencil, IconSend, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { frameName, wordsOf } from '../../panels/outline-words.ts';
import { useModelVersion } from '../../panels/use-model.ts';
import { deleteElements } from '../../sync/actions-delete.ts';
import type { BoardSession } from '../../sync/session.ts';
import { setWords } from '../../sync/words.ts';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { toastWithUndo } from '../../ui/toasts.tsx';
import type { RunningProps } from '../board/running/running-props.ts';
import { useRefusedToast } from '../board/use-refused-toast.ts';
import classes from './phone.module.css';
import { addNote, framesToWriteIn, noteType, notesLeft, ownNotes, readyToWrite } from './writing.ts';

type WriteProps = Pick<RunningProps, 'session' | 'run'>;

/** Writing: a field, where it goes, and what one has written so far. */
export function WritePart({ session, run }: WriteProps): ReactNode {
  useModelVersion(session.model);
  return (
    <>
      <NewNote session={session} />
      <OwnNotes session={session} run={run} />
    </>
  );
}

function NewNote({ session }: { session: BoardSession }): ReactNode {
  const t = useT();
  const announce = useAnnounce();
  const tellRefusal = useRefusedToast();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWordsHere] = useState('');
  const [chosen, choose] = useState<string | null>(null);
  const frames = framesToWriteIn(session);
  const frame = chosen !== null && frames.includes(chosen) ? chosen : (frames[0] ?? null);
  const left = notesLeft(session);
  const ready = readyToWrite(session);
  const send = (): void => {
    if (words.trim() === '' || !ready) return;
    const added = addNote(session, frame, words.trim());
    // What was refused stays in the field.
    if (!added.allowed) return tellRefusal(added.reason);
    setWordsHere('');
    announce(t('phone.noteAdded'));
    field.current?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  if (left === 0)
    return (
      <Text role="status" className={classes.full ?? ''}>
        {t('phone.allWritten')}
      </Text>
    );
  return (
    <div className={classes.write}>
      {frames.length > 1 ? (
        <NativeSelect
          label={t('phone.where')}
          size="md"
          data={frames.map((id) => ({ value: id, label: frameName(session.model, id, t) }))}
          value={frame ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      ) : null}
      <Textarea
        ref={field}
        label={t('phone.note')}
        size="lg"
        autosize
        minRows={3}
        maxRows={8}
        maxLength={noteType(session)?.text?.maxLength ?? 0}
        value={words}
        onChange={(event) => setWordsHere(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <Button
        size="lg"
        fullWidth
        disabled={words.trim() === '' || !ready}
        leftSection={<IconSend size={20} aria-hidden />}
        onClick={send}
      >
        {t('phone.add')}
      </Button>
      {left === null ? null : <Text c="dimmed">{t('phone.notesLeft', { count: left })}</Text>}
      {ready ? null : <Text role="status">{t('phone.notReady')}</Text>}
    </div>
  );
}

function OwnNotes({ session, run }: WriteProps): ReactNode {
  const t = useT();
  const notes = ownNotes(session);
  const several = framesToWriteIn(session).length > 1;
  if (notes.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4">
        {t('phone.ownNotes', { count: notes.length })}
      </Title>
      <ul className={classes.notes}>
        {notes.map((note) => (
          <OwnNote key={note.id} session={session} run={run} note={note} several={several} />
        ))}
      </ul>
    </section>
  );
}

function OwnNote(props: WriteProps & { note: BoardElement; several: boolean }): ReactNode {
  const { session, note } = props;
  const t = useT();
  const tellRefusal = useRefusedToast();
  const [editing, setEditing] = useState<string | null>(null);
  const words = wordsOf(note, t('outline.noWords'));
  const edit = session.may({ type: 'text', id: note.id }, note.scope).allowed;
  const remove = session.may({ type: 'delete', id: note.id }, note.scope).allowed;
  const { frame } = note.place;
  if (editing !== null)
    return (
      <li className={classes.note}>
        <EditNote
          words={editing}
          onCancel={() => setEditing(null)}
          onDone={(after) => {
            const verdict = setWords(session, note.id, after);
            if (verdict.allowed) setEditing(null);
            else tellRefusal(verdict.reason);
          }}
        />
      </li>
    );
  return (
    <li className={classes.note}>
      <span className={classes.noteWords}>
        {words}
        {props.several && frame !== null ? (
          <Text span size="sm" c="dimmed" display="block">
            {frameName(session.model, frame, t)}
          </Text>
        ) : null}
      </span>
      {note.scope === 'mine' && session.view().step?.writing?.own ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('phone.publishNote', { words })}
          onClick={() => void props.run({ type: 'publish', from: 'mine', elementIds: [note.id] })}
        >
          <IconEye size={20} aria-hidden />
        </ActionIcon>
      ) : null}
      {edit ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('phone.editNote', { words })}
          onClick={() => setEditing(note.text)}
        >
          <IconPencil size={20} aria-hidden />
        </ActionIcon>
      ) : null}
      {remove ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('phone.deleteNote', { words })}
          onClick={() => {
            const verdict = deleteElements(session, [note.id]);
            if (!verdict.allowed) return tellRefusal(verdict.reason);
            toastWithUndo(t('phone.deleted'), t('common.undo'), () => session.undo.undo());
          }}
        >
          <IconTrash size={20} aria-hidden />
        </ActionIcon>
      ) : null}
    </li>
  );
}

function EditNote(props: { words: string; onDone(after: string): void; onCancel(): void }): ReactNode {
  const t = useT();
  const [words, setWordsHere] = useState(props.words);
  return (
    <div className={classes.write}>
      <Textarea
        label={t('phone.editing')}
        size="lg"
        autosize
        autoFocus
        minRows={2}
        maxRows={8}
        value={words}
        onChange={(event) => setWordsHere(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onCancel();
        }}
      />
      <Group grow>
        <Button size="md" disabled={words.trim() === ''} onClick={() => props.onDone(words.trim())}>
          {t('common.save')}
        </Button>
        <Button size="md" variant="default" onClick={props.onCancel}>
          {t('common.cancel')}
        </Button>
      </Group>
    </div>
  );
}

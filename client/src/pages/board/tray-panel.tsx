import { Button, Paper, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { BoardSession, TrayNote } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { toast } from '../../ui/toasts.tsx';
import classes from './board.module.css';
import type { CommandRunner } from './use-command-runner.ts';
import { useSession } from './use-session.ts';

/** Words of a note that a button's name repeats. */
const NAMED_BY = 60;

/** Late words that participants handed in, for facilitators to put on the board. */
export function TrayPanel(props: {
  session: BoardSession;
  nameOf: (id: string) => string | undefined;
  run: CommandRunner;
}): ReactNode {
  const t = useT();
  const notes = useSession(props.session).tray();
  const { ref, keepFocus } = useFocusKept(notes.length);
  const put = async (elementIds: string[]): Promise<void> => {
    keepFocus();
    if (!(await props.run({ type: 'publish', from: 'backstage', elementIds }))) return;
    toast(t('tray.putDone', { count: elementIds.length }));
  };
  return (
    <Stack gap="md" ref={ref} tabIndex={-1} className={classes.quietFocus ?? ''}>
      <Text c="dimmed">{t(notes.length === 0 ? 'tray.empty' : 'tray.explain')}</Text>
      {notes.length > 1 ? (
        <Button size="sm" variant="default" onClick={() => void put(notes.map(({ id }) => id))}>
          {t('tray.putAll')}
        </Button>
      ) : null}
      <ul className={classes.cards}>
        {notes.map((note) => (
          <li key={note.id}>
            <NoteCard note={note} name={note.author ? props.nameOf(note.author) : undefined} onPut={put} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function NoteCard(props: {
  note: TrayNote;
  name: string | undefined;
  onPut: (elementIds: string[]) => Promise<void>;
}): ReactNode {
  const t = useT();
  const { id, text } = props.note;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" align="flex-start">
        <Text size="sm" c="dimmed">
          {props.name ?? t('outline.byNobody')}
        </Text>
        <Text className={classes.lateWords ?? ''}>{text}</Text>
        <Button
          size="sm"
          aria-label={t('tray.putNamed', { words: text.slice(0, NAMED_BY) })}
          onClick={() => void props.onPut([id])}
        >
          {t('tray.put')}
        </Button>
      </Stack>
    </Paper>
  );
}

/** The pressed button goes away with its note: the focus goes to the next one, or to the list when there is none. */
function useFocusKept(count: number): { ref: React.RefObject<HTMLDivElement | null>; keepFocus: () => void } {
  const ref = useRef<HTMLDivElement>(null);
  const waiting = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when notes went away
  useEffect(() => {
    if (!waiting.current || ref.current?.contains(document.activeElement)) return;
    waiting.current = false;
    (ref.current?.querySelector('button') ?? ref.current)?.focus();
  }, [count]);
  return {
    ref,
    keepFocus: () => {
      waiting.current = true;
    },
  };
}

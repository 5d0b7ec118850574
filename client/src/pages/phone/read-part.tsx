import { Text, Title } from '@mantine/core';
import { type BoardElement, inReadingOrder } from '@talkoot/board';
import type { ReactNode } from 'react';
import { frameName, wordsOf } from '../../panels/outline-words.ts';
import { NoteCounts } from '../../panels/rounds/note-counts.tsx';
import { useModelVersion } from '../../panels/use-model.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import classes from './phone.module.css';

/** What stands in the frames of the step, to be read as a list. */
export function ReadPart({ session }: { session: BoardSession }): ReactNode {
  const t = useT();
  useModelVersion(session.model);
  const frames = (session.view().step?.frames ?? []).filter((id) => session.model.get(id));
  if (session.view().counts) return <NoteCounts session={session} />;
  if (frames.length === 0) return null;
  const lists = frames.map((frame) => ({ frame, notes: notesIn(session, frame) }));
  if (lists.every(({ notes }) => notes.length === 0)) return <Text c="dimmed">{t('phone.nothingYet')}</Text>;
  return (
    <>
      {lists.map(({ frame, notes }) =>
        notes.length === 0 ? null : (
          <section key={frame}>
            <Title order={2} size="h4">
              {frameName(session.model, frame, t)}
            </Title>
            <ul className={classes.notes}>
              {notes.map((note) => (
                <li key={note.id} className={classes.note}>
                  {wordsOf(note, '')}
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </>
  );
}

/** What has words in a frame, as it is read; of the board alone. */
export function notesIn({ model }: Pick<BoardSession, 'model'>, frame: string): BoardElement[] {
  const inside = new Set(model.descendantsOf(frame));
  return inReadingOrder(model).filter(
    (element) =>
      inside.has(element.id) &&
      element.scope === 'board' &&
      model.kindOf(element.id)?.container !== true &&
      element.text.trim() !== '',
  );
}

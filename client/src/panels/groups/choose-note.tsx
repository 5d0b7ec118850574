import { Radio, Stack, Text } from '@mantine/core';
import type { BoardElement } from '@talkoot/board';
import type { ReactNode } from 'react';
import { useSession } from '../../pages/board/use-session.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { wordsOf } from '../outline-words.ts';
import type { Give } from '../rounds/use-ballot.ts';
import { useModelVersion } from '../use-model.ts';

/** The members of a group choose the note that they bring before all; the others see no more than that one comes. */
export function ChooseNote({ session, give }: { session: BoardSession; give: Give }): ReactNode {
  const t = useT();
  const live = useSession(session);
  useModelVersion(session.model);
  const { chosen, groupId } = live.own();
  if ((live.view().stage?.chosen ?? null) === null || groupId === null) return null;
  const notes = groupNotes(session);
  return (
    <Radio.Group
      label={t('group.choose')}
      description={t('group.chooseHelp')}
      value={chosen ?? ''}
      onChange={(elementId) => void give({ type: 'chooseNote', elementId })}
    >
      <Stack gap="xs" mt="xs">
        {notes.length === 0 ? <Text c="dimmed">{t('group.noNotes')}</Text> : null}
        {notes.map((note) => (
          <Radio key={note.id} value={note.id} label={wordsOf(note, t('outline.noWords'))} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** What a group wrote, the latest first. */
function groupNotes({ model }: BoardSession): BoardElement[] {
  const notes: BoardElement[] = [];
  for (const { id } of model.all()) {
    const element = model.get(id);
    const kind = model.kindOf(id);
    if (element?.scope === 'group' && kind?.text && !kind.container && !kind.connects) notes.push(element);
  }
  return notes.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
}

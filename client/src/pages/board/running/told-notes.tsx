import { Button, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useT } from '../../../ui/i18n.tsx';
import { keep, readKeptJson } from '../../../ui/preferences.ts';
import { useSession } from '../use-session.ts';
import classes from './running.module.css';
import type { RunningProps } from './running-props.ts';

function readIds(key: string): string[] {
  const kept = readKeptJson(key);
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
}

/** What facilitators wrote to this person alone, until it was read. */
export function ToldNotes({ people, ...props }: RunningProps): ReactNode {
  const t = useT();
  const session = useSession(props.session);
  const key = `talkoot.told.${session.workshopId}`;
  const [read, setRead] = useState(() => readIds(key));
  const notes = session.own().told;
  const dismiss = (id: string): void => {
    // Only what may come again is kept.
    const ids = notes.map((note) => note.id).filter((one) => one === id || read.includes(one));
    keep(key, JSON.stringify(ids));
    setRead(ids);
  };
  return (
    <div className={classes.told} role="status">
      {notes
        .filter(({ id }) => !read.includes(id))
        .map(({ id, by, text }) => (
          <div key={id} className={classes.toldNote} data-testid="told">
            <Text size="sm" c="dimmed" className={classes.toldFrom ?? ''}>
              <IconMail size={16} aria-hidden />
              {t('run.told', { name: people.people.find((person) => person.id === by)?.name ?? '' })}
            </Text>
            <Text className={classes.prompt ?? ''}>{text}</Text>
            <Button size="sm" variant="light" onClick={() => dismiss(id)}>
              {t('run.dismissTold')}
            </Button>
          </div>
        ))}
    </div>
  );
}

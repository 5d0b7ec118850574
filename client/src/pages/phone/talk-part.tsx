import { groupNameIn } from '@talkoot/i18n';
import { Button, Text, Title } from '@mantine/core';
import { IconLayoutBoard, IconLifebuoy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useT } from '../../ui/i18n.tsx';
import type { RunningProps } from '../board/running/running-props.ts';
import classes from './phone.module.css';

/** One's own group: who is in it, and the way to call somebody who helps. */
export function TalkPart({ session, people, workshop, run }: RunningProps): ReactNode {
  const t = useT();
  const { groupId, visitors, calling } = session.own();
  const group = session.view().groups.find(({ id }) => id === groupId);
  if (!group) return null;
  const nameOf = (id: string): string => people.people.find((person) => person.id === id)?.name ?? '';
  return (
    <section className={classes.talk}>
      <Title order={2} size="h3">
        {groupNameIn(group.name, t)}
      </Title>
      <ul className={classes.members} aria-label={t('phone.members')}>
        {group.members.map((id) => (
          <li key={id}>{nameOf(id)}</li>
        ))}
      </ul>
      {visitors.length > 0 ? (
        <Text role="status">{t('phone.visited', { name: visitors.map(nameOf).join(', ') })}</Text>
      ) : null}
      <Button
        size="lg"
        variant={calling ? 'light' : 'filled'}
        leftSection={<IconLifebuoy size={20} aria-hidden />}
        onClick={() => void run({ type: 'callFacilitator', calls: !calling })}
      >
        {t(calling ? 'phone.calledBack' : 'phone.call')}
      </Button>
      {calling ? <Text role="status">{t('phone.called')}</Text> : null}
      <Button
        component={Link}
        to={`/w/${workshop.id}`}
        size="lg"
        variant="default"
        leftSection={<IconLayoutBoard size={20} aria-hidden />}
      >
        {t('phone.groupBoard')}
      </Button>
    </section>
  );
}

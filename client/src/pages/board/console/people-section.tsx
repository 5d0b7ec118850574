import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../../../ui/i18n.tsx';
import type { ConsoleProps } from './console-panel.tsx';
import classes from './console.module.css';
import { TellButton } from './tell-dialog.tsx';

/** How people do, in numbers; who has a hand up; who wants more time. */
export function PeopleSection(props: ConsoleProps): ReactNode {
  const t = useT();
  const { session, people, run } = props;
  const { hands, turns, step } = session.view();
  const asks = session.console()?.asks ?? [];
  if (!step && hands.length === 0) return null;
  const nameOf = (id: string): string => people.people.find((person) => person.id === id)?.name ?? '';
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {t('console.how')}
      </Title>
      {step ? <HealthLine {...props} /> : null}
      {asks.length > 0 ? (
        <div>
          <Text fw={700}>{t('console.askedTime')}</Text>
          <ul className={classes.list}>
            {asks.map((id) => (
              <li key={id} className={classes.listRow}>
                <span className={classes.name}>{nameOf(id)}</span>
                <TellButton run={run} participantId={id} name={nameOf(id)} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {hands.length > 0 ? (
        <div>
          <Text fw={700}>{t('console.hands')}</Text>
          <ol className={classes.list}>
            {hands.map((id) => (
              <li key={id} className={classes.listRow}>
                <span className={classes.name}>{nameOf(id)}</span>
                {turns?.order.includes(id) ? (
                  <Button
                    size="sm"
                    variant="light"
                    onClick={() => void run({ type: 'turn', to: 'next', participantId: id })}
                  >
                    {t('console.giveTurn')}
                  </Button>
                ) : null}
                <Button
                  size="sm"
                  variant="default"
                  aria-label={t('console.lowerNamed', { name: nameOf(id) })}
                  onClick={() => void run({ type: 'hand', up: false, participantId: id })}
                >
                  {t('console.lower')}
                </Button>
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </Stack>
  );
}

function HealthLine({ session }: ConsoleProps): ReactNode {
  const t = useT();
  const health = session.health();
  if (!health) return null;
  const counts = [
    { name: t('console.healthJoined'), value: `${health.online}/${health.joined}`, state: 'plain' },
    { name: t('console.healthWriting'), value: String(health.writing), state: 'plain' },
    { name: t('console.healthIdle'), value: String(health.idle), state: 'plain' },
    { name: t('console.healthLost'), value: String(health.lost), state: health.lost > 0 ? 'care' : 'plain' },
  ];
  return (
    <>
      <dl className={classes.health} data-testid="health">
        {counts.map(({ name, value, state }) => (
          <div key={name} className={classes.count} data-state={state}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {health.notes > 0 ? (
        <Text size="sm">{t('console.healthNotes', { count: health.notes, authors: health.authors })}</Text>
      ) : null}
    </>
  );
}

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ConsoleMessage } from '@talkoot/protocol';
import { IconPlayerPlay, IconPlayerSkipBack, IconPlayerSkipForward } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../../ui/i18n.tsx';
import { StepClock } from '../running/step-clock.tsx';
import { stageOf, titleOf, wordsIn } from '../../../panels/step-words.ts';
import { useReading } from '../running/use-reading.ts';
import type { ConsoleProps } from './console-panel.tsx';
import classes from './console.module.css';
import { courseNow } from './course.ts';
import { PauseButton, StageButton } from './lead-bar.tsx';
import { PaceLine } from './pace-line.tsx';
import { RevealButton } from './reveal-button.tsx';
import { TimeButtons } from './time-buttons.tsx';
import { TurnsControl } from './turns-control.tsx';

const ICON = 18;
const MINUTES = [-5, -1, 1, 5];

/** The step that runs with its clock, its cue and what leads on from it. */
export function NowSection(props: ConsoleProps & { told: ConsoleMessage }): ReactNode {
  const t = useT();
  const { session, run, told } = props;
  const reading = useReading(props.workshop.language);
  const { current, next, previous, begun, ended } = courseNow(told, session.view());
  const goTo = (stepId: string | null) => () => void run({ type: 'goTo', stepId });
  if (!current) {
    return (
      <Stack gap="sm">
        <Text fw={700}>{t(ended ? 'console.ended' : 'console.ready')}</Text>
        {next ? (
          <Button size="md" leftSection={<IconPlayerPlay size={ICON} aria-hidden />} onClick={goTo(next.id)}>
            {t(begun ? 'console.next' : 'console.begin', { title: titleOf(next, reading, reading.t) })}
          </Button>
        ) : null}
      </Stack>
    );
  }
  const prompt = wordsIn(current.prompt, reading);
  return (
    <Stack gap="sm">
      <Title order={3} size="h4">
        {titleOf(current, reading, reading.t)}
      </Title>
      {prompt ? (
        <Text c="dimmed" className={classes.prompt ?? ''}>
          {prompt}
        </Text>
      ) : null}
      {current.cue ? (
        <div className={classes.cue}>
          <Text size="sm" fw={700}>
            {t('console.cue')}
          </Text>
          <Text className={classes.prompt ?? ''}>{current.cue}</Text>
        </div>
      ) : null}
      <Stage session={session} />
      <StepClock session={session} large />
      <div className={classes.row}>
        <TimeButtons run={run} minutes={MINUTES} />
        <PauseButton session={session} run={run} />
      </div>
      <PaceLine {...props} />
      <TurnsControl {...props} />
      <RevealButton {...props} />
      <StageButton session={session} run={run} />
      <Group gap="xs" wrap="nowrap" align="stretch">
        {previous ? (
          <Button
            variant="default"
            className={classes.previous ?? ''}
            leftSection={<IconPlayerSkipBack size={ICON} aria-hidden />}
            title={titleOf(previous, reading, reading.t)}
            onClick={goTo(previous.id)}
          >
            {t('console.previous')}
          </Button>
        ) : null}
        <Button
          flex={1}
          variant={next && !session.view().stage?.next ? 'filled' : 'default'}
          leftSection={next ? <IconPlayerSkipForward size={ICON} aria-hidden /> : undefined}
          onClick={goTo(next?.id ?? null)}
        >
          {next ? t('console.next', { title: titleOf(next, reading, reading.t) }) : t('console.end')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The stage of the step, and how many groups have chosen the note they bring before all. */
function Stage({ session }: Pick<ConsoleProps, 'session'>): ReactNode {
  const t = useT();
  const view = session.view();
  const words = stageOf(view, t);
  const chosen = view.stage?.chosen ?? null;
  if (words === null) return null;
  return (
    <div>
      <Text fw={700}>{words}</Text>
      {chosen === null ? null : (
        <Text size="sm" c="dimmed">
          {t('console.chosen', { count: chosen, all: view.groups.length })}
        </Text>
      )}
    </div>
  );
}

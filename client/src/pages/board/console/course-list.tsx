import { ActionIcon, Badge, Button, Group, Stack, Title, UnstyledButton } from '@mantine/core';
import { typeOf } from '@talkoot/facilitation';
import type { AgendaStep, ConsoleMessage } from '@talkoot/protocol';
import { IconArrowBackUp, IconCheck, IconCircle, IconPlayerPlayFilled, IconX } from '@tabler/icons-react';
import { nanoid } from 'nanoid';
import type { ReactNode } from 'react';
import { useT } from '../../../ui/i18n.tsx';
import { titleOf } from '../../../panels/step-words.ts';
import type { Reading } from '../running/step-words.ts';
import { useReading } from '../running/use-reading.ts';
import type { ConsoleProps } from './console-panel.tsx';
import classes from './console.module.css';
import { type Course, courseNow } from './course.ts';

const NO_WORDS = { fi: '', sv: '', en: '' };

/** All steps in order: done, running, to come. Any of them can begin now; what is to come can be left out. */
export function CourseList(props: ConsoleProps & { told: ConsoleMessage }): ReactNode {
  const t = useT();
  const { session, run, told } = props;
  const reading = useReading(props.workshop.language);
  const course = courseNow(told, session.view());
  const insert = async (type: string): Promise<void> => {
    const step = newStep(type, course.current?.phase);
    const before = stepAfter(course)?.id ?? null;
    if (await run({ type: 'addSteps', steps: [step], before })) await run({ type: 'goTo', stepId: step.id });
  };
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {t('console.course')}
      </Title>
      <ol className={classes.course}>
        {course.steps.map((step) => (
          <Row
            key={step.id}
            step={step}
            state={stateOf(step, course, told)}
            reading={reading}
            onGo={() => void run({ type: 'goTo', stepId: step.id })}
            onSkip={(skipped) => void run({ type: 'skipStep', stepId: step.id, skipped })}
          />
        ))}
      </ol>
      <Group gap="xs">
        <Button size="sm" variant="default" onClick={() => void insert('break')}>
          {t('console.insertBreak')}
        </Button>
        <Button size="sm" variant="default" onClick={() => void insert('discussion')}>
          {t('console.insertTalk')}
        </Button>
        {course.current && course.next ? (
          <Button size="sm" variant="subtle" color="gray" onClick={() => void run({ type: 'goTo', stepId: null })}>
            {t('console.end')}
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
}

type State = 'now' | 'next' | 'done' | 'skipped' | 'later';

function stateOf(step: AgendaStep, { current, next }: Course, { times }: ConsoleMessage): State {
  if (step.id === current?.id) return 'now';
  if (step.skipped) return 'skipped';
  if (step.id === next?.id) return 'next';
  return times[step.id] ? 'done' : 'later';
}

/** The step that stands after the running one, left out or not. */
function stepAfter({ steps, current }: Course): AgendaStep | undefined {
  return current && steps[steps.indexOf(current) + 1];
}

function newStep(type: string, phase: AgendaStep['phase'] | undefined): AgendaStep {
  const known = typeOf({ type });
  return {
    ...{ id: nanoid(), type, phase: phase ?? known?.phase ?? 'emergence', title: NO_WORDS, prompt: NO_WORDS, cue: '' },
    ...{ minutes: known?.minutes ?? 10, optional: false, skipped: false, autoAdvance: false, frames: [], settings: {} },
  };
}

const STATE_WORDS = {
  now: 'console.stepNow',
  next: 'console.stepNext',
  done: 'console.stepDone',
  skipped: 'console.skipped',
} as const;

function Row(props: {
  step: AgendaStep;
  state: State;
  reading: Reading;
  onGo: () => void;
  onSkip: (skipped: boolean) => void;
}): ReactNode {
  const { step, state, reading, onGo, onSkip } = props;
  const { t } = reading;
  const title = titleOf(step, reading, reading.t);
  const maySkip = state === 'next' || state === 'later';
  return (
    <li className={classes.courseRow} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <UnstyledButton
        className={classes.courseStep ?? ''}
        disabled={state === 'now'}
        title={state === 'now' ? title : t('console.goTo', { title })}
        onClick={onGo}
      >
        <StateIcon state={state} />
        <span className={classes.name}>{title}</span>
        {step.optional ? (
          <Badge variant="default" size="sm" tt="none">
            {t('console.optional')}
          </Badge>
        ) : null}
        {state === 'later' ? null : <span className={classes.state}>{t(STATE_WORDS[state])}</span>}
        <span className={classes.minutes}>{t('console.minutes', { count: step.minutes })}</span>
      </UnstyledButton>
      {maySkip ? (
        <ActionIcon
          size={44}
          color="gray"
          aria-label={t('console.skip', { title })}
          title={t('console.skip', { title })}
          onClick={() => onSkip(true)}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      ) : state === 'skipped' ? (
        <ActionIcon
          size={44}
          color="gray"
          aria-label={t('console.unskip', { title })}
          title={t('console.unskip', { title })}
          onClick={() => onSkip(false)}
        >
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
      ) : null}
    </li>
  );
}

function StateIcon({ state }: { state: State }): ReactNode {
  if (state === 'now') return <IconPlayerPlayFilled size={16} className={classes.icon} aria-hidden />;
  if (state === 'done') return <IconCheck size={16} className={classes.icon} aria-hidden />;
  return <IconCircle size={12} className={classes.icon} aria-hidden />;
}

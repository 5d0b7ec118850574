import { Button, Stack, Switch, Text, Title } from '@mantine/core';
import { IconClockPlus, IconLock, IconMapPin } from '@tabler/icons-react';
import { isMember } from '@talkoot/protocol';
import { NoteCounts } from '../../../panels/rounds/note-counts.tsx';
import { type ReactNode, useState } from 'react';
import { useT } from '../../../ui/i18n.tsx';
import { useSession } from '../use-session.ts';
import classes from './running.module.css';
import type { RunningProps } from './running-props.ts';
import { hasSounds, keepSounds, playsCalm, setCalm } from './sounds.ts';
import { stageOf, titleOf, todoOf, wordsIn } from '../../../panels/step-words.ts';
import { useReading } from './use-reading.ts';

const ICON = 18;

/** All about the step that runs: what is asked, what this person may ask for, and the sounds of this device. */
export function StepDetails(props: RunningProps & { onCatchUp: () => void }): ReactNode {
  const t = useT();
  const session = useSession(props.session);
  const { step, stage, course } = session.view();
  const reading = useReading(props.workshop.language);
  if (!step) return null;
  const prompt = wordsIn(step.prompt, reading);
  const at = course.findIndex(({ id }) => id === step.id) + 1;
  return (
    <Stack gap="md">
      <div>
        {at > 0 ? (
          <Text size="sm" c="dimmed">
            {t('run.stepOf', { at, count: course.length })}
          </Text>
        ) : null}
        <Title order={2} size="h3">
          {titleOf(step, reading, reading.t)}
        </Title>
        {stage ? <Text fw={600}>{stageOf({ step, stage }, t)}</Text> : null}
      </div>
      {prompt ? <Text className={classes.prompt ?? ''}>{prompt}</Text> : null}
      <Text>{todoOf(step, stage, t)}</Text>
      {step.writing ? (
        <Text className={classes.onlyYou ?? ''}>
          <IconLock size={ICON} aria-hidden /> {t('run.onlyYou')}
        </Text>
      ) : null}
      <NoteCounts session={session} />
      <AskTime {...props} />
      <Button
        variant="default"
        className={classes.left ?? ''}
        leftSection={<IconMapPin size={ICON} aria-hidden />}
        onClick={props.onCatchUp}
      >
        {t('run.catchUp')}
      </Button>
      <SoundSwitches />
    </Stack>
  );
}

/** A quiet wish that only the facilitators hear. */
export function AskTime({ session, run }: Pick<RunningProps, 'session' | 'run'>): ReactNode {
  const t = useT();
  const { role } = session.me();
  if (!isMember(role)) return null;
  const asked = session.own().askedTime;
  return (
    <div>
      <Button
        fullWidth
        variant="default"
        className={classes.left ?? ''}
        disabled={asked}
        leftSection={<IconClockPlus size={ICON} aria-hidden />}
        onClick={() => void run({ type: 'askTime' })}
      >
        {t(asked ? 'run.askedTime' : 'run.askTime')}
      </Button>
      <Text size="sm" c="dimmed" mt={4}>
        {t('run.askTimeHelp')}
      </Text>
    </div>
  );
}

/** Sounds of this device, each by its person's choice. */
export function SoundSwitches(): ReactNode {
  const t = useT();
  const [sounds, setSounds] = useState(hasSounds);
  const [calm, showCalm] = useState(playsCalm);
  return (
    <Stack gap="sm">
      <Switch
        checked={sounds}
        label={t('run.sounds')}
        description={t('run.soundsHelp')}
        onChange={({ currentTarget: { checked } }) => {
          keepSounds(checked);
          setSounds(checked);
        }}
      />
      <Switch
        checked={calm}
        label={t('run.calmSound')}
        description={t('run.calmSoundHelp')}
        onChange={({ currentTarget: { checked } }) => {
          void setCalm(checked);
          showCalm(checked);
        }}
      />
    </Stack>
  );
}

import { Button, Stack, Text, Title } from '@mantine/core';
import { LIMITS } from '@talkoot/protocol';
import { IconArrowBackUp } from '@tabler/icons-react';
import { type ReactNode, useEffect, useReducer } from 'react';
import type { BoardCanvasHandle } from '../../../canvas/board-canvas.tsx';
import { ClustersPanel } from '../../../panels/clusters/clusters-panel.tsx';
import { useT } from '../../../ui/i18n.tsx';
import type { RunningProps } from '../running/running-props.ts';
import { SoundSwitches } from '../running/step-details.tsx';
import { useSession } from '../use-session.ts';
import classes from './console.module.css';
import { CourseList } from './course-list.tsx';
import { NowSection } from './now-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { TAKEN_BACK } from './taken-back.ts';
import { ViewSection } from './view-section.tsx';

/** What each part of the console is given. */
export interface ConsoleProps extends RunningProps {
  canvas: BoardCanvasHandle | null;
}

/** Everything a facilitator leads a session with: the step and its time, people, what everybody sees, the course. */
export function ConsolePanel(props: ConsoleProps): ReactNode {
  const t = useT();
  const session = useSession(props.session);
  const told = session.console();
  if (!told) return null;
  if (told.agenda.steps.length === 0) {
    return (
      <Stack gap="xl">
        <Text>{t('console.noAgenda')}</Text>
        <PeopleSection {...props} />
        <ViewSection {...props} />
        <TakeBack {...props} />
      </Stack>
    );
  }
  return (
    <Stack gap="xl" className={classes.console ?? ''}>
      <NowSection {...props} told={told} />
      <ClustersSection {...props} />
      <TakeBack {...props} />
      <PeopleSection {...props} />
      <CourseList {...props} told={told} />
      <ViewSection {...props} />
      <SoundSwitches />
    </Stack>
  );
}

/** While notes are sorted: the clusters, those without a name first. */
function ClustersSection({ session, canvas }: ConsoleProps): ReactNode {
  const t = useT();
  if (session.view().step?.todo !== 'arrange') return null;
  return (
    <Stack gap="sm" component="section" aria-label={t('cluster.title')}>
      <Title order={3} size="h4">
        {t('cluster.title')}
      </Title>
      <ClustersPanel session={session} canvas={canvas?.controller} onChosen={() => {}} />
    </Stack>
  );
}

const LOOK_AGAIN_MS = 30_000;

/** The last control, by its name, for as long as it can be taken back. */
function TakeBack({ session, run }: RunningProps): ReactNode {
  const t = useT();
  const [, look] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  const last = session.console()?.undoable.at(-1);
  const name = TAKEN_BACK.find((type) => type === last?.type);
  if (!last || !name || session.serverNow() - last.at > LIMITS.takeBackMs) return null;
  return (
    <Button
      variant="subtle"
      color="gray"
      className={classes.left ?? ''}
      leftSection={<IconArrowBackUp size={18} aria-hidden />}
      onClick={() => void run({ type: 'takeBack', commandId: last.commandId })}
    >
      {t('console.takeBack', { what: t(`console.did.${name}`) })}
    </Button>
  );
}

import { Title } from '@mantine/core';
import { LANGUAGE_CODES, type LanguageCode } from '@talkoot/i18n';
import { type DisplayEntry, isFacilitating, type WorkshopView } from '@talkoot/protocol';
import { type ReactNode, useEffect, useState } from 'react';
import { RehearsalMark } from '../../panels/rehearsal/rehearsal-mark.tsx';
import { stageOf, taskOf, titleOf } from '../../panels/step-words.ts';
import { usePeople } from '../../sync/use-session.ts';
import type { WorkshopSession } from '../../sync/workshop-session.ts';
import { useT } from '../../ui/i18n.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { clockWords } from '../board/running/clock.ts';
import { useClock, useServerNow } from '../board/running/use-clock.ts';
import { useSession } from '../board/use-session.ts';
import { BoardScene } from './board-scene.tsx';
import { GroupScene } from './group-scene.tsx';
import { JoinWay } from './join-way.tsx';
import { RestScene } from './rest-scene.tsx';
import { ResultScene } from './result-scene.tsx';
import { sceneOf, showsWayIn } from './scene.ts';
import { TurnScene } from './turn-scene.tsx';
import classes from './display.module.css';

/** What every scene of a room screen is given. */
export interface SceneProps {
  session: WorkshopSession;
  workshop: WorkshopView;
}

/** A room screen: what runs and for how long, and below what the room is to look at. */
export function DisplayLayout(props: {
  session: WorkshopSession;
  entry: DisplayEntry;
  languages: readonly LanguageCode[];
  children: ReactNode;
}): ReactNode {
  const { entry, languages } = props;
  const { workshop, expectedPeople } = entry;
  const session = useSession(props.session);
  const { people } = usePeople(props.session);
  const view = session.view();
  // A vote that is over gives way to the board by itself.
  const counts = view.rounds.some(({ closedAt }) => closedAt !== null);
  const scene = sceneOf(view, useServerNow(session, counts));
  const joined = people.filter(({ role }) => !isFacilitating(role)).length;
  const heard = session.joinCode();
  const code = heard === undefined ? workshop.joinCode : heard;
  const wayIn = code !== null && showsWayIn(view, joined, expectedPeople);
  usePageTitle(workshop.title);
  return (
    <div className={classes.page} data-testid="display" data-scene={scene}>
      <Head session={session} workshop={workshop} languages={languages} />
      <main className={classes.body} data-aside={(wayIn && scene !== 'join') || undefined}>
        <Scene name={scene} session={session} workshop={workshop}>
          {wayIn ? <JoinWay code={code} joined={joined} large /> : null}
        </Scene>
        {wayIn && scene !== 'join' ? <JoinWay code={code} joined={joined} /> : null}
      </main>
      <LineNote session={session} />
      {props.children}
    </div>
  );
}

function Scene({ name, children, ...props }: SceneProps & { name: string; children: ReactNode }): ReactNode {
  switch (name) {
    case 'join':
      return children ?? <BoardScene {...props} />;
    case 'rest':
      return <RestScene {...props} />;
    case 'turns':
      return <TurnScene {...props} />;
    case 'groups':
      return <GroupScene {...props} />;
    case 'results':
      return <ResultScene {...props} />;
    default:
      return <BoardScene {...props} />;
  }
}

/** Title, task and clock. A second language says the same below, unless it has no words of its own. */
function Head(props: SceneProps & { languages: readonly LanguageCode[] }): ReactNode {
  const { workshop } = props;
  const t = useT();
  const session = useSession(props.session);
  const view = session.view();
  const { step } = view;
  const [first = workshop.language, second] = props.languages;
  if (!step)
    return (
      <header className={classes.head}>
        <Title order={1} className={classes.title ?? ''}>
          {workshop.title === '' ? t('board.untitled') : workshop.title}
        </Title>
      </header>
    );
  const reading = { languages: [first, workshop.language, ...LANGUAGE_CODES] };
  const title = titleOf(step, reading, t);
  const stage = stageOf(view, t);
  const prompt = taskOf(view, reading, t);
  const also = second ? { title: step.title[second], prompt: step.prompt[second] } : null;
  return (
    <header className={classes.head}>
      <div className={classes.words}>
        <Title order={1} className={classes.title ?? ''}>
          {title}
        </Title>
        {also?.title && also.title !== title ? (
          <p className={classes.also} lang={second}>
            {also.title}
          </p>
        ) : null}
        {stage ? <p className={classes.stage}>{stage}</p> : null}
        <p className={classes.prompt}>{prompt}</p>
        {also?.prompt && also.prompt !== prompt ? (
          <p className={classes.prompt} data-second lang={second}>
            {also.prompt}
          </p>
        ) : null}
      </div>
      {workshop.rehearsal ? <RehearsalMark large /> : null}
      <Clock session={session} />
    </header>
  );
}

function Clock(props: { session: WorkshopSession }): ReactNode {
  const t = useT();
  const session = useSession(props.session);
  const reading = useClock(session);
  if (!reading || session.view().step?.todo === 'rest') return null;
  const { state, seconds } = reading;
  const over = state === 'finish' || state === 'over';
  return (
    <div role="timer" aria-label={t('run.clockLeft')} className={classes.clock} data-state={state}>
      {over ? <span className={classes.clockWords}>{t('run.finishShort')}</span> : clockWords(seconds)}
      {state === 'rests' ? <span className={classes.clockWords}>{t('run.paused')}</span> : null}
    </div>
  );
}

/** A line that is away for less is not worth a word. */
const LOST_AFTER_MS = 2_500;

/** Says calmly that the line is lost; the page comes back by itself. */
function LineNote(props: { session: WorkshopSession }): ReactNode {
  const t = useT();
  const lost = useSession(props.session).saveState().kind === 'offline';
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!lost) return setLong(false);
    const timer = setTimeout(() => setLong(true), LOST_AFTER_MS);
    return () => clearTimeout(timer);
  }, [lost]);
  return (
    <div role="status" className={classes.line}>
      {lost && long ? t('display.lost') : null}
    </div>
  );
}

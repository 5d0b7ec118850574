import { ELEMENT_MESSAGES } from '@talkoot/elements';
import type { WorkshopView } from '@talkoot/protocol';
import { type ReactNode, useEffect, useState } from 'react';
import { problemCode } from '../../api/problem.ts';
import { openSession } from '../../sync/open-session.ts';
import type { WorkshopSession } from '../../sync/workshop-session.ts';
import { useMoreMessages } from '../../ui/i18n.tsx';
import { LoadingState } from '../../ui/states.tsx';
import { BoardLayout } from './board-layout.tsx';
import { UnsavedPanel } from './unsaved-panel.tsx';
import { useSession } from './use-session.ts';
import { type Obstacle, obstacleOf, WorkshopProblem } from './workshop-problem.tsx';

type Opening =
  | { kind: 'opening' }
  | { kind: 'failed'; obstacle: Obstacle }
  | { kind: 'open'; session: WorkshopSession };

/** Opens the session of a workshop for as long as the page shows it. */
function useOpenSession(workshopId: string): [Opening, () => void] {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens anew
  useEffect(() => {
    let left = false;
    let opened: WorkshopSession | null = null;
    setOpening({ kind: 'opening' });
    openSession(workshopId).then(
      (session) => {
        opened = session;
        if (left) session.close();
        else setOpening({ kind: 'open', session });
      },
      (error: unknown) => {
        if (!left) setOpening({ kind: 'failed', obstacle: obstacleOf(problemCode(error)) });
      },
    );
    return () => {
      left = true;
      opened?.close();
    };
  }, [workshopId, attempt]);
  return [opening, () => setAttempt((count) => count + 1)];
}

/** The board while it is open; and when it ends, why, with the words that wait here. */
export function LiveBoard({ workshop }: { workshop: WorkshopView }): ReactNode {
  useMoreMessages(ELEMENT_MESSAGES);
  const [opening, retry] = useOpenSession(workshop.id);
  const path = `/w/${workshop.id}`;
  if (opening.kind === 'opening') return <LoadingState />;
  if (opening.kind === 'failed') return <WorkshopProblem obstacle={opening.obstacle} path={path} onRetry={retry} />;
  return <OpenBoard session={opening.session} workshop={workshop} path={path} />;
}

function OpenBoard(props: { session: WorkshopSession; workshop: WorkshopView; path: string }): ReactNode {
  const session = useSession(props.session);
  const state = session.saveState();
  if (state.kind !== 'ended') return <BoardLayout session={session} workshop={props.workshop} />;
  return (
    <WorkshopProblem obstacle={state.reason} path={props.path}>
      {session.unsaved().length > 0 ? <UnsavedPanel session={session} /> : null}
    </WorkshopProblem>
  );
}

import type { WorkshopView } from '@talkoot/protocol';
import { type ReactNode, useEffect } from 'react';
import type { Participant } from '../../sync/open-session.ts';
import type { WorkshopSession } from '../../sync/workshop-session.ts';
import { fetchLateCode } from '../../ui/late-code.ts';
import { latePart } from '../../ui/late-part.tsx';
import { LoadingState } from '../../ui/states.tsx';
import classes from './board.module.css';
import { BoardLayout } from './board-layout.tsx';
import { useOpenSession } from './use-open-session.ts';
import { useSession } from './use-session.ts';
import { WorkshopProblem } from './workshop-problem.tsx';

const UnsavedPanel = latePart(async () => (await import('./unsaved-panel.tsx')).UnsavedPanel);

/**
 * The board while it is open; and when it ends, why, with the words that wait here. What stands around the board is
 * built out of sight while its documents are on their way.
 */
export function LiveBoard({ workshop, participant }: { workshop: WorkshopView; participant: Participant }): ReactNode {
  const [opening, retry] = useOpenSession(workshop, participant);
  const path = `/w/${workshop.id}`;
  const shown = opening.kind === 'open' && opening.shown;
  useEffect(() => {
    if (shown) fetchLateCode();
  }, [shown]);
  if (opening.kind === 'opening') return <LoadingState />;
  if (opening.kind === 'failed') return <WorkshopProblem obstacle={opening.obstacle} path={path} onRetry={retry} />;
  return (
    <>
      {shown ? null : <LoadingState />}
      <div className={classes.stage} data-preparing={shown ? undefined : true} inert={!shown}>
        <OpenBoard session={opening.session} workshop={workshop} path={path} />
      </div>
    </>
  );
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

import type { WorkshopView } from '@talkoot/protocol';
import { type ReactNode, useEffect } from 'react';
import type { Participant } from '../../sync/open-session.ts';
import type { WorkshopSession } from '../../sync/workshop-session.ts';
import { fetchLateCode } from '../../ui/late-code.ts';
import { LoadingState } from '../../ui/states.tsx';
import { UnsavedPanel } from '../board/unsaved-panel.tsx';
import { useOpenSession } from '../board/use-open-session.ts';
import { useSession } from '../board/use-session.ts';
import { WorkshopProblem } from '../board/workshop-problem.tsx';
import { PhoneLayout } from './phone-layout.tsx';

/** The page for phones while the workshop is open in this browser; and when it ends, why. */
export function LivePhone({ workshop, participant }: { workshop: WorkshopView; participant: Participant }): ReactNode {
  const [opening, retry] = useOpenSession(workshop, participant);
  const path = `/phone/${workshop.id}`;
  const shown = opening.kind === 'open' && opening.shown;
  useEffect(() => {
    if (shown) fetchLateCode();
  }, [shown]);
  if (opening.kind === 'failed') return <WorkshopProblem obstacle={opening.obstacle} path={path} onRetry={retry} />;
  if (!shown) return <LoadingState />;
  return <Open session={opening.session} workshop={workshop} path={path} />;
}

function Open(props: { session: WorkshopSession; workshop: WorkshopView; path: string }): ReactNode {
  const session = useSession(props.session);
  const state = session.saveState();
  if (state.kind !== 'ended') return <PhoneLayout session={session} workshop={props.workshop} />;
  return (
    <WorkshopProblem obstacle={state.reason} path={props.path}>
      {session.unsaved().length > 0 ? <UnsavedPanel session={session} /> : null}
    </WorkshopProblem>
  );
}

import { isFacilitating, type WorkshopView } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import type { Participant } from '../../sync/open-session.ts';
import type { WorkshopSession } from '../../sync/workshop-session.ts';
import { LoadingState } from '../../ui/states.tsx';
import { useOpenSession } from '../board/use-open-session.ts';
import { useSession } from '../board/use-session.ts';
import { WorkshopEntrance } from '../board/workshop-entrance.tsx';
import { WorkshopProblem } from '../board/workshop-problem.tsx';

type Content = (session: WorkshopSession, workshop: WorkshopView) => ReactNode;

/** A page about a workshop for those who run it, with its session open; `name` is the end of its address. */
export function FacilitatedPage({ name, children }: { name: string; children: Content }): ReactNode {
  const { workshopId = '' } = useParams<{ workshopId: string }>();
  const path = `/w/${workshopId}/${name}`;
  return (
    <WorkshopEntrance workshopId={workshopId} path={path}>
      {(workshop, participant) => (
        <Opened workshop={workshop} participant={participant} path={path} content={children} />
      )}
    </WorkshopEntrance>
  );
}

interface OpenedProps {
  workshop: WorkshopView;
  path: string;
  content: Content;
}

function Opened({ participant, ...props }: OpenedProps & { participant: Participant }): ReactNode {
  const [opening, retry] = useOpenSession(props.workshop, participant);
  if (opening.kind === 'failed')
    return <WorkshopProblem obstacle={opening.obstacle} path={props.path} onRetry={retry} />;
  if (opening.kind === 'opening' || !opening.shown) return <LoadingState />;
  return <Shown {...props} session={opening.session} />;
}

function Shown({ session, workshop, path, content }: OpenedProps & { session: WorkshopSession }): ReactNode {
  const state = useSession(session).saveState();
  if (state.kind === 'ended') return <WorkshopProblem obstacle={state.reason} path={path} />;
  if (!isFacilitating(session.me().role)) return <WorkshopProblem obstacle="forbidden" path={path} />;
  return content(session, workshop);
}

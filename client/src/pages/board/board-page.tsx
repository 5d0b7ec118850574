import type { WorkshopView } from '@talkoot/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { useParams } from 'react-router';
import { api } from '../../api/endpoints.ts';
import { problemCode } from '../../api/problem.ts';
import { useWorkshop } from '../../api/queries.ts';
import { LoadingState } from '../../ui/states.tsx';
import { Lobby } from './lobby.tsx';
import { obstacleOf, WorkshopProblem } from './workshop-problem.tsx';

const LiveBoard = lazy(async () => ({ default: (await import('./live-board.tsx')).LiveBoard }));

function waits(workshop: WorkshopView): boolean {
  return workshop.participant?.status === 'lobby';
}

/** A member of the team has no place in a workshop before coming in the first time; then the workshop is asked again. */
function useEntering(workshop: WorkshopView | undefined) {
  const client = useQueryClient();
  const id = workshop?.id ?? '';
  return useQuery({
    queryKey: ['enter', id],
    enabled: workshop?.participant === null,
    queryFn: async () => {
      await api.people(id);
      await client.invalidateQueries({ queryKey: ['workshop', id] });
      return true;
    },
  });
}

/** The board of a workshop, or the reason why this person does not see it (yet). */
export function BoardPage(): ReactNode {
  const { workshopId = '' } = useParams();
  const workshop = useWorkshop(workshopId, waits);
  const enter = useEntering(workshop.data);
  const path = `/w/${workshopId}`;
  if (workshop.data) {
    const { participant, title } = workshop.data;
    if (participant?.status === 'removed') return <WorkshopProblem obstacle="removed" path={path} />;
    if (participant?.status === 'lobby') return <Lobby title={title} name={participant.name} />;
    if (participant === null && !enter.isError) return <LoadingState />;
    return (
      <Suspense fallback={<LoadingState />}>
        <LiveBoard key={workshopId} workshop={workshop.data} />
      </Suspense>
    );
  }
  if (workshop.isPending) return <LoadingState />;
  return (
    <WorkshopProblem
      obstacle={obstacleOf(problemCode(workshop.error))}
      path={path}
      onRetry={() => void workshop.refetch()}
    />
  );
}

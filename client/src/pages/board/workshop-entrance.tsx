import type { WorkshopView } from '@talkoot/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api/endpoints.ts';
import { problemCode } from '../../api/problem.ts';
import { useWorkshop } from '../../api/queries.ts';
import type { Participant } from '../../sync/open-session.ts';
import { LoadingState } from '../../ui/states.tsx';
import { Lobby } from './lobby.tsx';
import { obstacleOf, WorkshopProblem } from './workshop-problem.tsx';

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

/** What only people of a workshop see, or the reason why this person does not see it (yet). */
export function WorkshopEntrance(props: {
  workshopId: string;
  /** Where to come back to after joining or signing in. */
  path: string;
  children(workshop: WorkshopView, participant: Participant): ReactNode;
}): ReactNode {
  const { workshopId, path } = props;
  const workshop = useWorkshop(workshopId, waits);
  const enter = useEntering(workshop.data);
  if (workshop.data) {
    const { participant, title } = workshop.data;
    if (participant?.status === 'removed') return <WorkshopProblem obstacle="removed" path={path} />;
    if (participant?.status === 'lobby') return <Lobby title={title} name={participant.name} />;
    if (participant) return props.children(workshop.data, participant);
    if (!enter.isError) return <LoadingState />;
    return <WorkshopProblem obstacle={obstacleOf(problemCode(enter.error))} path={path} />;
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

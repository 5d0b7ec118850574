import type { WorkshopView } from '@talkoot/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useParams } from 'wouter';
import { api } from '../../api/endpoints.ts';
import { problemCode } from '../../api/problem.ts';
import { useWorkshop } from '../../api/queries.ts';
import { keepElementLink } from '../../panels/finding/element-link.ts';
import { useHash } from '../../ui/use-hash.ts';
import { LoadingState } from '../../ui/states.tsx';
import type { Participant } from '../../sync/open-session.ts';
import { Page, type PageCode } from '../page-code.tsx';
import { LIVE_BOARD } from './live-board-code.ts';
import { Lobby } from './lobby.tsx';
import { obstacleOf, WorkshopProblem } from './workshop-problem.tsx';

/** What a page is given of the workshop that it shows. */
export interface LivePageProps {
  workshop: WorkshopView;
  participant: Participant;
}

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
  return <WorkshopDoor code={LIVE_BOARD} page="w" />;
}

/** A page of a workshop for whoever is in it; for others the way in, or why there is none. */
export function WorkshopDoor(props: { code: PageCode<LivePageProps>; page: 'w' | 'phone' }): ReactNode {
  const { workshopId = '' } = useParams<{ workshopId: string }>();
  const workshop = useWorkshop(workshopId, waits);
  const enter = useEntering(workshop.data);
  const hash = useHash();
  // Whoever has to join or sign in first comes to the element of the link afterwards.
  useEffect(() => keepElementLink(workshopId, hash), [workshopId, hash]);
  const path = `/${props.page}/${workshopId}${hash}`;
  if (workshop.data) {
    const { participant, title } = workshop.data;
    if (participant?.status === 'removed') return <WorkshopProblem obstacle="removed" path={path} />;
    if (participant?.status === 'lobby') return <Lobby title={title} name={participant.name} />;
    if (participant)
      return <Page key={workshopId} code={props.code} props={{ workshop: workshop.data, participant }} />;
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

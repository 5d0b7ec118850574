import { type ReactNode, useEffect } from 'react';
import { useParams } from 'wouter';
import { keepElementLink } from '../../panels/finding/element-link.ts';
import { useHash } from '../../ui/use-hash.ts';
import { Page } from '../page-code.tsx';
import { LIVE_BOARD } from './live-board-code.ts';
import { WorkshopEntrance } from './workshop-entrance.tsx';

/** The board of a workshop, or the reason why this person does not see it (yet). */
export function BoardPage(): ReactNode {
  const { workshopId = '' } = useParams<{ workshopId: string }>();
  const hash = useHash();
  // Whoever has to join or sign in first comes to the element of the link afterwards.
  useEffect(() => keepElementLink(workshopId, hash), [workshopId, hash]);
  return (
    <WorkshopEntrance workshopId={workshopId} path={`/w/${workshopId}${hash}`}>
      {(workshop, participant) => <Page key={workshopId} code={LIVE_BOARD} props={{ workshop, participant }} />}
    </WorkshopEntrance>
  );
}

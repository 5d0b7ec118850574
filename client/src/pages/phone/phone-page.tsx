import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { withWords } from '../../ui/lazy-part.ts';
import { WorkshopEntrance } from '../board/workshop-entrance.tsx';
import { Page, PageCode } from '../page-code.tsx';

const LIVE_PHONE = new PageCode(withWords(async () => (await import('./live-phone.tsx')).LivePhone));

/** A workshop on a phone: one thing to do at a time, without the canvas. */
export function PhonePage(): ReactNode {
  const { workshopId = '' } = useParams<{ workshopId: string }>();
  return (
    <WorkshopEntrance workshopId={workshopId} path={`/phone/${workshopId}`}>
      {(workshop, participant) => <Page key={workshopId} code={LIVE_PHONE} props={{ workshop, participant }} />}
    </WorkshopEntrance>
  );
}

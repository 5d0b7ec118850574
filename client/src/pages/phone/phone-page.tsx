import type { ReactNode } from 'react';
import { withWords } from '../../ui/lazy-part.ts';
import { WorkshopDoor } from '../board/board-page.tsx';
import { PageCode } from '../page-code.tsx';

const LIVE_PHONE = new PageCode(withWords(async () => (await import('./live-phone.tsx')).LivePhone));

/** A workshop on a phone: one thing to do at a time, without the canvas. */
export function PhonePage(): ReactNode {
  return <WorkshopDoor code={LIVE_PHONE} page="phone" />;
}

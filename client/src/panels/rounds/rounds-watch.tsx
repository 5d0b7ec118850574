import { useEffect, useRef } from 'react';
import { useSession } from '../../pages/board/use-session.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';

/** A round that opens comes up beside the board for who answers in it; one that closes is told. Draws nothing. */
export function RoundsWatch({ session, onOpen }: { session: BoardSession; onOpen(): void }): null {
  const t = useT();
  const announce = useAnnounce();
  const live = useSession(session);
  const { entitled } = live.own();
  const opened = useRef(new Set<string>());
  const closed = useRef<number | null>(null);
  const fresh = entitled.find((id) => !opened.current.has(id));
  useEffect(() => {
    if (fresh === undefined) return;
    opened.current.add(fresh);
    announce(t('round.opened'));
    onOpen();
  }, [fresh, announce, onOpen, t]);
  const done = live.view().rounds.filter(({ closedAt }) => closedAt !== null).length;
  useEffect(() => {
    if (closed.current !== null && done > closed.current) announce(t('round.closed'));
    closed.current = done;
  }, [done, announce, t]);
  return null;
}

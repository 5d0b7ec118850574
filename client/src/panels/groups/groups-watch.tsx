import { groupNameIn } from '@talkoot/i18n';
import { useEffect, useRef } from 'react';
import { useSession } from '../../pages/board/use-session.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { toast } from '../../ui/toasts.tsx';

/** Tells who came into a group, was moved, or is back with all; facilitators, who calls. Draws nothing. */
export function GroupsWatch(props: { session: BoardSession; onOpen(): void; onOver(): void }): null {
  const { session, onOpen, onOver } = props;
  const t = useT();
  const announce = useAnnounce();
  const live = useSession(session);
  const { groupId } = live.own();
  const before = useRef<string | null>(null);
  const group = live.view().groups.find(({ id }) => id === groupId);
  useEffect(() => {
    if (groupId === before.current) return;
    if (groupId === null) {
      announce(t('group.over'));
      onOver();
    } else if (!group) return;
    else {
      toast(t('group.yours', { name: groupNameIn(group.name, t) }));
      onOpen();
    }
    before.current = groupId;
  }, [groupId, group, announce, onOpen, onOver, t]);
  const calls = live.console()?.calls ?? [];
  const heard = useRef(new Set<string>());
  const caller = calls.find((id) => !heard.current.has(id));
  useEffect(() => {
    if (caller === undefined) return;
    heard.current.add(caller);
    const calling = session.view().groups.find(({ id }) => id === caller);
    if (calling) toast(t('group.callsYou', { name: groupNameIn(calling.name, t) }));
  }, [caller, session, t]);
  return null;
}

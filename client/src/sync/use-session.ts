import type { PeopleView } from '@talkoot/protocol';
import { useSyncExternalStore } from 'react';
import type { WorkshopSession } from './workshop-session.ts';

/** A part of the session, read again after every change of it. The part must keep its identity while unchanged. */
function useSession<T>(session: WorkshopSession, read: () => T): T {
  return useSyncExternalStore((listener) => session.subscribe(listener), read);
}

/** People of the workshop and, for those who may let them in, the lobby. */
export function usePeople(session: WorkshopSession): PeopleView {
  return useSession(session, () => session.people());
}

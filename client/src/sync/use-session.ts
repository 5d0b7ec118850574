import type { PeopleView } from '@talkoot/protocol';
import { useSyncExternalStore } from 'react';
import type { SaveState, SessionMe, UnsavedText } from './session.ts';
import type { WorkshopSession } from './workshop-session.ts';

/** A part of the session, read again after every change of it. The part must keep its identity while unchanged. */
function useSession<T>(session: WorkshopSession, read: () => T): T {
  return useSyncExternalStore((listener) => session.subscribe(listener), read);
}

/** People of the workshop and, for those who may let them in, the lobby. */
export function usePeople(session: WorkshopSession): PeopleView {
  return useSession(session, () => session.people());
}

export function useSaveState(session: WorkshopSession): SaveState {
  return useSession(session, () => session.saveState());
}

export function useMe(session: WorkshopSession): SessionMe {
  return useSession(session, () => session.me());
}

export function useUnsaved(session: WorkshopSession): readonly UnsavedText[] {
  return useSession(session, () => session.unsaved());
}

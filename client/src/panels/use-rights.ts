import type { KindRegistry } from '@talkoot/board';
import type { ElementType } from '@talkoot/elements';
import { useCallback, useSyncExternalStore } from 'react';
import { mayAdd } from '../sync/actions-add.ts';
import type { BoardSession } from '../sync/session.ts';

/** Renders again when rights, role or state of a session change; answers a number that grows with each. */
export function useSessionVersion(session: BoardSession): string {
  const follow = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  return useSyncExternalStore(follow, () => JSON.stringify([session.me().role, session.view()]));
}

/** The kinds that the person may add now; what gathers is made of what is there. */
export function useAddable(session: BoardSession, types: KindRegistry<ElementType>): ElementType[] {
  useSessionVersion(session);
  return [...types.values()].filter((type) => !type.gathers && mayAdd(session, type));
}

import type { KindRegistry } from '@talkoot/board';
import type { ElementType } from '@talkoot/elements';
import { useCallback, useSyncExternalStore } from 'react';
import type { BoardSession } from '../sync/session.ts';

/** Renders again when rights, role or state of a session change; answers a number that grows with each. */
export function useSessionVersion(session: BoardSession): string {
  const follow = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  return useSyncExternalStore(follow, () => JSON.stringify([session.me().role, session.view()]));
}

/** The kinds that the person may add now. */
export function useAddable(session: BoardSession, types: KindRegistry<ElementType>): ElementType[] {
  useSessionVersion(session);
  return [...types.values()].filter((type) => mayAdd(session, type));
}

/** Would a new element of a kind be allowed? Asked with one as it would be made. */
export function mayAdd(session: Pick<BoardSession, 'may' | 'me'>, type: ElementType): boolean {
  const fields = {
    kind: type.kind,
    place: { frame: null, x: 0, y: 0 },
    size: type.defaults.size,
    order: 'a0',
    author: session.me().participantId,
    ...type.defaults.fields,
  };
  const verdict = session.may({ type: 'create', id: 'probe', fields, hasText: type.text !== undefined }, 'board');
  // Only the default colour being closed does not close the kind.
  return verdict.allowed || verdict.reason === 'colourNotAllowed';
}

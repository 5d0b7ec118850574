import type { PeopleView } from '@talkoot/protocol';
import { useCallback } from 'react';
import { hidesNames } from '../../sync/hidden-names.ts';
import type { BoardSession } from '../../sync/session.ts';

/** Names of who wrote what; of nobody while facilitators hide them. The caller follows the session. */
export function useNameOf(session: BoardSession, { people }: PeopleView): (id: string) => string | undefined {
  const hides = hidesNames(session);
  return useCallback((id) => (hides ? undefined : people.find((person) => person.id === id)?.name), [people, hides]);
}

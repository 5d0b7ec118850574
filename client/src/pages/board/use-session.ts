import { useEffect, useReducer, useState } from 'react';
import type { BoardSession, SaveState } from '../../sync/session.ts';

/** Draws again whenever the session changes. */
export function useSession<S extends BoardSession>(session: S): S {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => session.subscribe(draw), [session]);
  return session;
}

const STEADY_MS = 600;

/**
 * The state of saving without flicker: "saving" shows only when it lasts, since an edit on a good line is saved
 * before anybody could read the word.
 */
export function useSteadySaveState(session: BoardSession): SaveState {
  const now = useSession(session).saveState();
  const [shown, setShown] = useState(now);
  const saving = now.kind === 'saving';
  useEffect(() => {
    if (!saving) return;
    const timer = setTimeout(() => setShown({ kind: 'saving' }), STEADY_MS);
    return () => clearTimeout(timer);
  }, [saving]);
  if (saving || same(shown, now)) return shown;
  setShown(now);
  return now;
}

function same(a: SaveState, b: SaveState): boolean {
  return a.kind === b.kind && (a.kind !== 'offline' || b.kind !== 'offline' || a.waiting === b.waiting);
}

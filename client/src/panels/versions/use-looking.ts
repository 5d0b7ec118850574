import { ELEMENT_TYPES } from '@talkoot/elements';
import type { VersionView } from '@talkoot/protocol';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../api/endpoints.ts';
import { problemCode } from '../../api/problem.ts';
import type { BoardSession } from '../../sync/session.ts';
import { StillSession } from '../../sync/still-session.ts';
import { useT } from '../../ui/i18n.tsx';
import { toastProblem } from '../../ui/toasts.tsx';

/** A version on the canvas in the place of the board. */
export interface Looking {
  version: VersionView;
  session: StillSession;
}

/** Which version is looked at, and the ways there and back. */
export interface LookingAt {
  at: Looking | null;
  look(version: VersionView): Promise<void>;
  back(): void;
}

/** Fetches the version that was asked for last, and lets it go when another one or the board itself is shown. */
export function useLooking(session: BoardSession, allowed: boolean): LookingAt {
  const t = useT();
  const [at, setAt] = useState<Looking | null>(null);
  const asked = useRef<string | null>(null);
  const look = useCallback(
    async (version: VersionView): Promise<void> => {
      asked.current = version.id;
      try {
        const state = await api.versionState(session.workshopId, version.id);
        if (asked.current === version.id) setAt({ version, session: new StillSession(session, state, ELEMENT_TYPES) });
      } catch (error) {
        toastProblem(t(`problem.${problemCode(error)}`));
      }
    },
    [session, t],
  );
  const back = useCallback((): void => {
    asked.current = null;
    setAt(null);
  }, []);
  useEffect(() => () => at?.session.close(), [at]);
  useEffect(() => {
    if (!allowed) back();
  }, [allowed, back]);
  return { at, look, back };
}

import type { DisplayEntry } from '@talkoot/protocol';
import { useEffect, useState } from 'react';
import { api } from '../../api/endpoints.ts';
import { openDisplay, untilAnswered } from '../../sync/open-display.ts';
import type { WorkshopSession } from '../../sync/workshop-session.ts';

/** A screen on its way to what it shows. */
export type DisplayOpening =
  /** `lost`: the server does not answer; it is asked on and on. */
  | { kind: 'opening'; lost: boolean }
  /** The link opens nothing. */
  | { kind: 'unknown' }
  | { kind: 'open'; session: WorkshopSession; entry: DisplayEntry };

/** Opens what the secret of a link opens, for as long as the page is shown. */
export function useDisplay(secret: string): DisplayOpening {
  const [opening, setOpening] = useState<DisplayOpening>({ kind: 'opening', lost: false });
  useEffect(() => {
    let left = false;
    let session: WorkshopSession | null = null;
    const enter = (): Promise<DisplayEntry> => api.enterDisplay(secret);
    const open = async (): Promise<void> => {
      const entry = await untilAnswered(enter, () => {
        if (!left) setOpening({ kind: 'opening', lost: true });
      });
      if (left) return;
      const opened = openDisplay(entry, enter);
      session = opened.session;
      await opened.shown;
      if (!left) setOpening({ kind: 'open', session, entry });
    };
    setOpening({ kind: 'opening', lost: false });
    open().catch(() => {
      // The server answered and said no.
      if (!left) setOpening({ kind: 'unknown' });
    });
    return () => {
      left = true;
      session?.close();
    };
  }, [secret]);
  return opening;
}

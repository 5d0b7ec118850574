import { type BoardModel, framesInOrder } from '@talkoot/board';
import { useCallback, useEffect, useState } from 'react';
import { enterFullScreen, leaveFullScreen } from '../../ui/full-screen.ts';
import { useT } from '../../ui/i18n.tsx';
import { toast } from '../../ui/toasts.tsx';

/** Whether the board is presented, and the ways in and out. */
export interface Presenting {
  /** With which frame it began; null while nothing is presented. */
  since: { frame: string | undefined } | null;
  start: (frame?: string) => void;
  end: () => void;
}

/** Starts and ends presentations on the whole screen; `onStart` clears what stands beside the board. */
export function usePresenting(model: BoardModel, onStart: () => void): Presenting {
  const t = useT();
  const [since, setSince] = useState<Presenting['since']>(null);
  const start = (frame?: string): void => {
    if (framesInOrder(model).length === 0) {
      toast(t('present.none'));
      return;
    }
    enterFullScreen();
    onStart();
    setSince({ frame });
  };
  const end = useCallback(() => setSince(null), []);
  useEffect(() => (since ? leaveFullScreen : undefined), [since]);
  return { since, start, end };
}

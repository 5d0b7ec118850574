import type { Refusal } from '@talkoot/protocol';
import { useCallback, useRef } from 'react';
import { useT } from '../../ui/i18n.tsx';
import { toast } from '../../ui/toasts.tsx';

/** Keys held down and drags ask many times: the same answer is said once in this time. */
const QUIET_MS = 3_000;

/** Says why something was not allowed. */
export function useRefusedToast(): (reason: Refusal) => void {
  const t = useT();
  const last = useRef<{ reason: Refusal; at: number } | null>(null);
  return useCallback(
    (reason) => {
      const now = performance.now();
      if (last.current?.reason === reason && now - last.current.at < QUIET_MS) return;
      last.current = { reason, at: now };
      toast(t(`refused.${reason}`));
    },
    [t],
  );
}

import type { BoardModel } from '@talkoot/board';
import { useEffect, useReducer } from 'react';

/** Others write many times a second on a lively board; lists that cost the whole board follow at this pace, ms. */
const PACE_MS = 300;

/** Renders again some time after others changed the model: for what reads the whole board. */
export function useCalmVersion(model: BoardModel): number {
  const [version, grow] = useReducer((before: number) => before + 1, 0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = model.subscribe(({ local, added, removed }) => {
      // What this person adds or takes away shows at once, or the focus would wait with it.
      if (local && added.size + removed.size > 0) {
        grow();
        return;
      }
      timer ??= setTimeout(() => {
        timer = undefined;
        grow();
      }, PACE_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [model]);
  return version;
}

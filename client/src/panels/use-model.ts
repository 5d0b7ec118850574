import type { BoardModel } from '@talkoot/board';
import { useEffect, useReducer } from 'react';

/** Renders again after the model changed, at most once a frame however fast changes come. */
export function useModelVersion(model: BoardModel): number {
  const [version, grow] = useReducer((before: number) => before + 1, 0);
  useEffect(() => {
    let frame: number | null = null;
    const stop = model.subscribe(() => {
      frame ??= requestAnimationFrame(() => {
        frame = null;
        grow();
      });
    });
    grow();
    return () => {
      stop();
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [model]);
  return version;
}

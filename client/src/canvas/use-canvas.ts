import { useCallback, useSyncExternalStore } from 'react';
import type { CanvasController } from './controller.ts';

/** Renders again only when what is picked from the canvas is another value. */
export function useFromCanvas<T extends string | number | boolean | object | null>(
  canvas: CanvasController,
  pick: (canvas: CanvasController) => T,
): T {
  return useSyncExternalStore(
    useCallback((listener) => canvas.subscribe(listener), [canvas]),
    () => pick(canvas),
  );
}

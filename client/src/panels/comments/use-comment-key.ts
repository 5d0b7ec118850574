import { useEffect, useEffectEvent } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { isOurs, writesLetters } from '../../canvas/key-target.ts';
import { hasSingleKeys } from '../../ui/preferences.ts';

/** Is this a key for comments? Shift+F2 always, as in spreadsheets; C where letters are not words. */
function isCommentKey(event: KeyboardEvent, canvas: CanvasController): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || canvas.editing) return false;
  if (event.key === 'F2') return event.shiftKey;
  return event.key.toLowerCase() === 'c' && hasSingleKeys() && !writesLetters(canvas);
}

/** Comments on what is selected, or opens the comments when nothing or more than one thing is. */
export function useCommentKey(canvas: CanvasController, onComment: (element: string | null) => void): void {
  const comment = useEffectEvent(onComment);
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      const host = document.querySelector<HTMLElement>('[data-canvas-host]');
      if (!host || !isOurs(event, host) || !isCommentKey(event, canvas)) return;
      event.preventDefault();
      comment(canvas.selection.only);
    };
    window.addEventListener('keydown', down);
    return () => window.removeEventListener('keydown', down);
  }, [canvas]);
}

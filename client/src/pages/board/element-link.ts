import { type RefObject, useEffect } from 'react';
import type { BoardCanvasHandle } from '../../canvas/board-canvas.tsx';
import type { BoardSession } from '../../sync/session.ts';

const MARK = '#element=';

/** Address of an element: opens its board and shows it. */
export function elementLink(workshopId: string, id: string): string {
  return `${window.location.origin}/w/${encodeURIComponent(workshopId)}${MARK}${encodeURIComponent(id)}`;
}

/** The element that an address names. */
export function linkedElement(hash: string): string | null {
  if (!hash.startsWith(MARK)) return null;
  try {
    return decodeURIComponent(hash.slice(MARK.length));
  } catch {
    return null;
  }
}

/** Shows the element that the address names, as soon as it is there. */
export function useLinkedElement(session: BoardSession, canvas: RefObject<BoardCanvasHandle | null>): void {
  useEffect(() => {
    let stopWaiting = (): void => {};
    const show = (): void => {
      stopWaiting();
      const id = linkedElement(window.location.hash);
      if (id === null) return;
      const tryNow = (): void => {
        if (!canvas.current || !session.model.get(id)) return;
        stopWaiting();
        canvas.current.zoomTo(id);
        canvas.current.select([id]);
      };
      stopWaiting = session.model.subscribe(tryNow);
      tryNow();
    };
    show();
    window.addEventListener('hashchange', show);
    return () => {
      stopWaiting();
      window.removeEventListener('hashchange', show);
    };
  }, [session, canvas]);
}

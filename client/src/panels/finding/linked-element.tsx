import { type ReactNode, useEffect, useEffectEvent } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { useT } from '../../ui/i18n.tsx';
import { toast } from '../../ui/toasts.tsx';
import { elementInHash } from './element-link.ts';

/** How long after the board is there an element of a link may still arrive before we say that it is not here, ms. */
const ARRIVES_WITHIN_MS = 4_000;

/** Shows the element that the page's address names, now or when it arrives. Draws nothing itself. */
export function LinkedElement({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  // Another language is no reason to go there again.
  const tellMissing = useEffectEvent(() => toast(t('link.unknown')));
  useEffect(() => {
    let stop = (): void => {};
    const begin = (): void => {
      stop();
      const id = elementInHash(window.location.hash);
      stop = id === null ? () => {} : showWhenThere(canvas, id, tellMissing);
    };
    begin();
    window.addEventListener('hashchange', begin);
    return () => {
      stop();
      window.removeEventListener('hashchange', begin);
    };
  }, [canvas]);
  return null;
}

/** Waits for an element and shows it; calls back when it does not come. Answers how to stop. */
function showWhenThere(canvas: CanvasController, id: string, onMissing: () => void): () => void {
  const { model, session } = canvas;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stops: (() => void)[] = [];
  const stop = (): void => {
    clearTimeout(timer);
    for (const end of stops.splice(0)) end();
  };
  const look = (): void => {
    if (!model.get(id) || !canvas.camera.ready) return;
    stop();
    canvas.zoomTo(id);
  };
  // Without a line to the server nobody knows what is missing: the wait begins when there is one.
  const wait = (): void => {
    const connected = session.document('board') !== undefined && session.saveState().kind !== 'offline';
    if (!connected) {
      clearTimeout(timer);
      timer = undefined;
    } else
      timer ??= setTimeout(() => {
        stop();
        onMissing();
      }, ARRIVES_WITHIN_MS);
  };
  stops.push(model.subscribe(look), canvas.subscribe(look), session.subscribe(wait));
  wait();
  look();
  return stop;
}

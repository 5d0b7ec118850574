import type { BoardModel } from '@talkoot/board';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { toast } from '../../ui/toasts.tsx';
import { elementInHash } from './element-link.ts';

/** How long after the board is there an element of a link may still arrive before we say that it is not here, ms. */
const ARRIVES_WITHIN_MS = 4_000;

/** Shows the element that the page's address names, now or when it arrives. Draws nothing itself. */
export function LinkedElement({ canvas }: { canvas: CanvasController }): ReactNode {
  useLinkedElement(canvas.session, {
    isReady: () => canvas.camera.ready,
    show: (id) => canvas.zoomTo(id),
    subscribe: (listener) => canvas.subscribe(listener),
  });
  return null;
}

/** Where elements of links are shown. */
export interface LinkPlace {
  /** Can it show something yet? Left out: always. */
  isReady?(): boolean;
  /** Shows an element that is there. */
  show(id: string): void;
  /** Calls when it may have become ready; returns how to stop. */
  subscribe?(listener: () => void): () => void;
}

/** Follows the page's address to the element that it names; `null`: somebody else does. */
export function useLinkedElement(session: BoardSession, place: LinkPlace | null): void {
  const t = useT();
  // Another language is no reason to go there again.
  const tellMissing = useEffectEvent(() => toast(t('link.unknown')));
  const show = useEffectEvent((id: string) => place?.show(id));
  const isReady = useEffectEvent(() => place?.isReady?.() ?? true);
  const follow = useEffectEvent((listener: () => void) => place?.subscribe?.(listener) ?? (() => {}));
  const follows = place !== null;
  useEffect(() => {
    if (!follows) return undefined;
    let stop = (): void => {};
    const begin = (): void => {
      stop();
      const id = elementInHash(window.location.hash);
      const { model } = session;
      stop =
        id === null ? () => {} : showWhenThere({ id, model, session, isReady, show, follow, onMissing: tellMissing });
    };
    begin();
    window.addEventListener('hashchange', begin);
    return () => {
      stop();
      window.removeEventListener('hashchange', begin);
    };
  }, [session, follows]);
}

interface Sought {
  id: string;
  model: BoardModel;
  session: BoardSession;
  isReady(): boolean;
  show(id: string): void;
  follow(listener: () => void): () => void;
  onMissing(): void;
}

/** Waits for an element and shows it; calls back when it does not come. Answers how to stop. */
function showWhenThere({ id, model, session, isReady, show, follow, onMissing }: Sought): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stops: (() => void)[] = [];
  const stop = (): void => {
    clearTimeout(timer);
    for (const end of stops.splice(0)) end();
  };
  const look = (): void => {
    if (!model.get(id) || !isReady()) return;
    // Before it is shown: that is a change that would be heard here.
    stop();
    show(id);
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
  stops.push(model.subscribe(look), follow(look), session.subscribe(wait));
  wait();
  look();
  return stop;
}

import { boxAround } from '@talkoot/board';
import { type BringView, isFacilitating, type SessionView } from '@talkoot/protocol';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { useFromCanvas } from '../../canvas/use-canvas.ts';
import { useModelVersion } from '../use-model.ts';
import classes from './session-focus.module.css';

/** How large a small thing is shown at most when everybody is to look at it. */
const SPOTLIGHT_ZOOM = 1.5;
/** Air between what is pointed at and the ring, px. */
const RING = 6;

/** Where facilitators want everybody to look: the view goes there once, and what is pointed at stands in a ring. */
export function SessionFocus({ canvas }: { canvas: CanvasController }): ReactNode {
  const { session } = canvas;
  const view = useSyncExternalStore(
    useCallback((listener) => session.subscribe(listener), [session]),
    () => session.view(),
  );
  useBrought(canvas, view);
  useSpotlit(canvas, view);
  useLed(canvas, view);
  return view.spotlight === null ? null : <Ring canvas={canvas} id={view.spotlight} />;
}

/** Facilitators call and are not called; a group's call is for its members. */
function concerns({ session }: CanvasController, { groupId }: BringView): boolean {
  if (isFacilitating(session.me().role)) return false;
  return groupId === null || session.own().groupId === groupId;
}

function useBrought(canvas: CanvasController, { bring }: SessionView): void {
  const seen = useRef(-1);
  const number = bring?.number ?? -1;
  const { session } = canvas;
  const copies = useSyncExternalStore(
    useCallback((listener) => session.subscribe(listener), [session]),
    () => session.own().copies,
  );
  // Who comes late, or hears of their own frames a moment later, is brought there once they have them.
  const own = (bring?.frames ?? []).filter((id) => copies[id]).length;
  const there = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number is another call, whatever else is told again
  useEffect(() => {
    if (!bring || (number === seen.current && own <= there.current)) return undefined;
    seen.current = number;
    there.current = own;
    if (!bring.frames || !concerns(canvas, bring)) return undefined;
    const frames = bring.frames.map((id) => copies[id] ?? id);
    return goOnceThere(canvas, frames, 1);
  }, [canvas, number, own]);
}

function useSpotlit(canvas: CanvasController, { spotlight }: SessionView): void {
  useEffect(() => {
    if (spotlight === null || isFacilitating(canvas.session.me().role)) return undefined;
    return goOnceThere(canvas, [spotlight], SPOTLIGHT_ZOOM);
  }, [canvas, spotlight]);
}

/** The view goes along with the facilitator's who leads, until it is given back or the person moves their own. */
function useLed(canvas: CanvasController, { leads }: SessionView): void {
  const follows = useRef<string | null>(null);
  // Whose view is not known yet may still come in.
  const may = useFromCanvas(canvas, ({ people }) => leads !== null && (people.following?.mayFollow(leads) ?? false));
  useEffect(() => {
    const { following } = canvas.people;
    const before = follows.current;
    if (before !== null && before !== leads) {
      if (following?.leader?.id === before) following.stop();
      follows.current = null;
    }
    if (leads === null || !may || follows.current === leads || isFacilitating(canvas.session.me().role)) return;
    if (following?.start(leads)) follows.current = leads;
  }, [canvas, leads, may]);
}

/** Shows these elements, as soon as some are there; answers how to give that up. */
function goOnceThere(canvas: CanvasController, ids: readonly string[], zoom: number): () => void {
  const go = (): boolean => {
    const around = boxAround(ids.flatMap((id) => canvas.model.box(id) ?? []));
    if (!around || !canvas.camera.ready) return false;
    canvas.people.following?.stop();
    canvas.show(around, zoom);
    return true;
  };
  if (go()) return () => {};
  const stops = [canvas.model.subscribe(() => tryAgain()), canvas.camera.subscribe(() => tryAgain())];
  const stop = (): void => {
    for (const one of stops.splice(0)) one();
  };
  const tryAgain = (): void => {
    if (stops.length > 0 && go()) stop();
  };
  return stop;
}

/** A ring around what is pointed at; the rest of the board steps back. */
function Ring({ canvas, id }: { canvas: CanvasController; id: string }): ReactNode {
  const version = useModelVersion(canvas.model);
  const ring = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed board may have moved it
  useLayoutEffect(() => {
    const place = (): void => {
      const box = canvas.model.bounds(id);
      if (!ring.current) return;
      ring.current.hidden = !box;
      if (!box) return;
      const { x, y, zoom } = canvas.camera.state;
      Object.assign(ring.current.style, {
        left: `${(box.x - x) * zoom - RING}px`,
        top: `${(box.y - y) * zoom - RING}px`,
        width: `${box.width * zoom + 2 * RING}px`,
        height: `${box.height * zoom + 2 * RING}px`,
      });
    };
    place();
    return canvas.camera.subscribe(place);
  }, [canvas, id, version]);
  return (
    <div className={classes.layer} aria-hidden="true">
      <div ref={ring} className={classes.ring} data-testid="spotlight" />
    </div>
  );
}

import { type BoardElement, framesInOrder } from '@talkoot/board';
import { useEffect, useRef, useState } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { glideTo } from '../../canvas/glide.ts';
import { useFromCanvas } from '../../canvas/use-canvas.ts';
import { onFullScreenLeft } from '../../ui/full-screen.ts';
import { useModelVersion } from '../use-model.ts';

/** Room for the buttons at both sides, px. The upper edge needs less of it, the lower edge more for the bar. */
const SIDES = 72;
const HEAD = 16 - SIDES;
const FOOT = 84 - SIDES;
/** Small frames are shown larger, but never coarse. */
const MAX_ZOOM = 4;

/** Where a presentation is, and the ways on. */
export interface PresentationState {
  frame: BoardElement | undefined;
  /** From 0. */
  at: number;
  total: number;
  go(to: number): void;
}

/** Goes through the frames one by one, each fitted to the screen; afterwards the view is where it was. */
export function usePresentation(canvas: CanvasController, from: string | undefined): PresentationState {
  const { model } = canvas;
  useModelVersion(model);
  const frames = framesInOrder(model).map(({ frame }) => frame);
  const [shown, setShown] = useState({ id: from ?? frames[0]?.id, at: 0 });
  const found = frames.findIndex(({ id }) => id === shown.id);
  // A frame that somebody deleted meanwhile leaves its place to the next.
  const at = found < 0 ? Math.min(shown.at, Math.max(0, frames.length - 1)) : found;
  const frame = frames[at];
  useHeldView(canvas);
  useFittedFrame(canvas, frame);
  const go = (to: number): void => {
    const next = Math.min(Math.max(0, to), frames.length - 1);
    setShown({ id: frames[next]?.id, at: next });
  };
  return { frame, at, total: frames.length, go };
}

/** Nothing is edited and nothing selected meanwhile; tool, view and selection come back at the end. */
function useHeldView(canvas: CanvasController): void {
  useEffect(() => {
    const { camera, tool } = canvas;
    const { state } = camera;
    const selected = canvas.selection.ids;
    canvas.takeView();
    canvas.stopEditing();
    canvas.openMenu(null);
    canvas.selection.clear();
    canvas.tool = 'hand';
    return () => {
      canvas.tool = tool;
      camera.set(state);
      canvas.selection.set([...selected].filter((id) => canvas.model.get(id)));
    };
  }, [canvas]);
}

/** Fits the frame to the screen, again when either changes. */
function useFittedFrame(canvas: CanvasController, frame: BoardElement | undefined): void {
  const { model, camera } = canvas;
  const screen = useFromCanvas(canvas, () => `${camera.viewport.width} ${camera.viewport.height}`);
  const id = frame?.id;
  const box = id === undefined ? undefined : model.box(id);
  const place = box ? `${box.x} ${box.y} ${box.width} ${box.height}` : '';
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `place` and `screen` say when the box or the screen changed
  useEffect(() => {
    const now = id === undefined ? undefined : model.box(id);
    if (!now) return undefined;
    const target = camera.stateFor(now, SIDES, MAX_ZOOM, { foot: FOOT, head: HEAD });
    if (!first.current) return glideTo(camera, target);
    first.current = false;
    camera.set(target);
    return undefined;
  }, [model, camera, id, place, screen]);
}

/** Keys of a presentation. While it runs no key reaches the board. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Backspace: -1,
  Home: -Infinity,
  End: Infinity,
};

/** Listens to the keys of a presentation and to the browser giving the screen back. */
export function usePresentationKeys({ at, go }: PresentationState, onEnd: () => void): void {
  const latest = useRef({ at, go, onEnd });
  useEffect(() => {
    latest.current = { at, go, onEnd };
  });
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      // The browser moves the focus, and a button is pressed by its own keys.
      if (event.key === 'Tab') return;
      event.stopPropagation();
      const onButton = event.target instanceof Element && event.target.closest('button') !== null;
      if (event.ctrlKey || event.metaKey || event.altKey || (onButton && event.key === ' ')) return;
      if (event.key === 'Escape') latest.current.onEnd();
      const step = STEPS[event.key];
      if (step !== undefined) latest.current.go(latest.current.at + step);
      if (step !== undefined || event.key === 'Escape') event.preventDefault();
    };
    const stop = onFullScreenLeft(() => latest.current.onEnd());
    window.addEventListener('keydown', down, { capture: true });
    return () => {
      stop();
      window.removeEventListener('keydown', down, { capture: true });
    };
  }, []);
}

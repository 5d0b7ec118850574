import { type Box, centreOf } from '@talkoot/board';
import { type CSSProperties, type ReactNode, useEffect } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { useFromCanvas } from '../canvas/use-canvas.ts';
import { useKeyboardHeight } from '../ui/keyboard-height.ts';
import classes from './bars.module.css';
import { FormatTools } from './format-tools.tsx';

/** Between the words and the bar, CSS pixels. */
const GAP = 14;
const EDGE = 8;
const HEIGHT = 52;
/** About half the width of the bar. */
const HALF = 150;
/** The tools at the lower edge and the bar above them. */
const FOOT = 84;
/** Room below the words on a phone: the bar lies there. */
const DOCKED = 72;

/** What the words being written look like, beside them: above, or below when there is no room. */
export function FormatBar({ canvas }: { canvas: CanvasController }): ReactNode {
  useFromCanvas(canvas, ({ version }) => version);
  const keyboard = useKeyboardHeight();
  const { writing, editing } = canvas;
  const box = editing ? canvas.scene.shownBounds(editing) : undefined;
  useClearOfKeyboard(canvas, keyboard);
  if (!writing || writing.formats.length === 0 || !box) return null;
  return (
    <div
      className={`${classes.bar} ${classes.formats}`}
      style={placeOf(canvas, box, keyboard)}
      data-canvas-overlay=""
      data-above-tools="1"
      data-testid="format-bar"
    >
      <FormatTools writing={writing} asksLink={canvas.asksLink} askLink={(asks) => canvas.askLink(asks)} />
    </div>
  );
}

/** Never over the words, always on the canvas. Phones have it right above their keyboard, by their style. */
function placeOf(canvas: CanvasController, box: Box, keyboard: number): CSSProperties {
  const { viewport } = canvas.camera;
  const from = canvas.camera.toScreen(box);
  const to = canvas.camera.toScreen({ x: box.x + box.width, y: box.y + box.height });
  const lowest = viewport.height - FOOT - HEIGHT;
  const above = from.y - GAP - HEIGHT;
  const below = to.y + GAP;
  // Words that fill the view leave no room: then it lies at the edge where fewer of them are.
  const fallback = from.y + to.y > viewport.height ? EDGE : lowest;
  const top = above >= EDGE ? Math.min(above, lowest) : below <= lowest ? Math.max(EDGE, below) : fallback;
  const middle = canvas.camera.toScreen(centreOf(box)).x;
  const left = Math.min(Math.max(middle, HALF + EDGE), Math.max(HALF + EDGE, viewport.width - HALF - EDGE));
  return { '--bar-left': `${left}px`, '--bar-top': `${top}px`, '--keyboard': `${keyboard}px` } as CSSProperties;
}

/** When a phone's keyboard comes up, the words move out from under it. */
function useClearOfKeyboard(canvas: CanvasController, keyboard: number): void {
  useEffect(() => {
    const { editing, camera } = canvas;
    const box = editing ? canvas.scene.shownBounds(editing) : undefined;
    if (!box || keyboard === 0) return;
    const end = camera.toScreen({ x: box.x, y: box.y + box.height }).y;
    const covered = end - (camera.viewport.height - keyboard - DOCKED);
    const start = camera.toScreen(box).y;
    if (covered > 0) camera.panBy(0, -Math.min(covered, Math.max(0, start - EDGE)));
  }, [canvas, keyboard]);
}

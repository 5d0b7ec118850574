import type { Side } from '@talkoot/board';
import type { ElementType } from '@talkoot/elements';
import { endOn } from '../../sync/ends.ts';
import { lineType } from '../growing.ts';
import { cursorOf } from '../handles.ts';
import type { CanvasController } from '../controller.ts';
import { hitTest, linkAt } from '../hit.ts';
import { erasing } from './erasing.ts';
import { inking } from './inking.ts';
import { lasering } from './lasering.ts';
import { endUnder, linking, rebinding } from './linking.ts';
import { panning } from './panning.ts';
import { placing } from './placing.ts';
import { pointing } from './pointing.ts';
import { resizing } from './resizing.ts';
import { scaling } from './scaling.ts';
import type { Pointer, ToolContext, ToolState } from './state.ts';
import { turning, turningTogether } from './turning.ts';

/** The other end of some styluses. */
const ERASER_BUTTON = 5;

/** Nothing is pressed. */
export function idle(context: ToolContext): ToolState {
  const { canvas } = context;

  function down(pointer: Pointer): ToolState | undefined {
    if (pointer.button === 1 || context.spaceHeld || canvas.tool === 'hand') return panning(context, pointer);
    if (pointer.button === ERASER_BUTTON) return erasing(context, pointer);
    if (pointer.button !== 0) return undefined;
    if (canvas.tool === 'laser') return lasering(context, pointer);
    if (canvas.inks) {
      // Who has a stylus draws with it and moves the view with the fingers.
      if (pointer.touch && canvas.stylusSeen) return panning(context, pointer);
      if (typeof canvas.tool === 'string') return erasing(context, pointer);
      return inking(context, canvas.tool, pointer);
    }
    if (typeof canvas.tool !== 'string') return withTool(context, canvas.tool, pointer);
    const hit = hitTest(canvas, pointer.board, pointer.touch);
    if (hit.type === 'handle') return resizing(context, pointer, hit.id, hit.handle);
    if (hit.type === 'scale') return scaling(context, pointer, hit.handle);
    if (hit.type === 'turn')
      return hit.id === null ? turningTogether(context, pointer) : turning(context, pointer, hit.id);
    if (hit.type === 'end') return rebinding(context, hit.id, hit.index);
    if (hit.type === 'grow') return growing(context, pointer, hit);
    if (canvas.editing && !(hit.type === 'element' && hit.id === canvas.editing)) canvas.stopEditing();
    return pointing(context, pointer, hit);
  }

  function move(pointer: Pointer): undefined {
    if (!pointer.touch) canvas.setCursor(hoverCursor(context, pointer));
    if (context.laserHeld) canvas.people.lasers?.point(pointer.board);
    return undefined;
  }

  return { name: 'idle', leavesView: true, down, move, enter: () => canvas.setCursor(restCursor(context)) };
}

function withTool(context: ToolContext, type: ElementType, pointer: Pointer): ToolState {
  if (type.placing !== 'line') return placing(context, type, pointer);
  return linking(context, type, pointer, endUnder(context.canvas, pointer, null));
}

function growing(context: ToolContext, pointer: Pointer, { id, side }: { id: string; side: Side }): ToolState {
  const type = lineType(context.canvas);
  if (!type) return context.idle();
  return linking(context, type, pointer, endOn(context.canvas.model, id, side), { id, side });
}

function restCursor({ canvas, spaceHeld }: ToolContext): string {
  if (spaceHeld || canvas.tool === 'hand') return 'grab';
  return canvas.tool === 'select' ? 'default' : 'crosshair';
}

function hoverCursor(context: ToolContext, pointer: Pointer): string {
  const { canvas } = context;
  const rest = restCursor(context);
  if (rest !== 'default') return rest;
  if (pointer.ctrl && linkUnder(canvas, pointer)) return 'pointer';
  if (canvas.selection.ids.size === 0 || canvas.editing) return rest;
  const hit = hitTest(canvas, pointer.board, false);
  if (hit.type === 'end' || hit.type === 'turn') return 'grab';
  if (hit.type === 'grow') return 'crosshair';
  return hit.type === 'handle' || hit.type === 'scale' ? cursorOf(hit.handle) : rest;
}

/** A click with Ctrl would open a link here. */
function linkUnder(canvas: CanvasController, pointer: Pointer): boolean {
  const hit = hitTest(canvas, pointer.board, false);
  return hit.type === 'element' && linkAt(canvas, hit.id, pointer.board) !== null;
}

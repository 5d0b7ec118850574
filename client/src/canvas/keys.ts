import type { Side } from '@talkoot/board';
import { bringTo, moveBy } from '../sync/actions-move.ts';
import { bundle, unbundle } from '../sync/bundles.ts';
import { canGather, clustersAmong } from '../sync/clusters.ts';
import { CLUSTER_ASKING } from './cluster-asking.ts';
import { deleteElements } from '../sync/actions-delete.ts';
import type { ElementType } from '@talkoot/elements';
import { duplicate } from '../sync/copies.ts';
import { connectAll } from '../sync/ends.ts';
import { hasSingleKeys } from '../ui/preferences.ts';
import { enterBundle, leaveBundle } from './choosing.ts';
import type { CanvasController, Tool } from './controller.ts';
import { isOurs, writesLetters } from './key-target.ts';
import { addBeside, growTowards } from './growing.ts';
import { showSelection, stepElement, stepFrame } from './going.ts';
import type { ToolMachine } from './tools/machine.ts';

/** Arrow keys move by this many board units, with Shift by the second. */
const STEP = 8;
const BIG_STEP = 40;
const ZOOM_STEP = 1.25;

/** Answers false when the key meant nothing here and stays the browser's. */
type Command = (canvas: CanvasController, event: KeyboardEvent, machine: ToolMachine) => unknown;

const withCtrl: Record<string, Command> = {
  z: (canvas, event) => (event.shiftKey ? canvas.session.undo.redo() : canvas.session.undo.undo()) || true,
  y: (canvas) => canvas.session.undo.redo() || true,
  d: (canvas) => duplicateSelected(canvas),
  a: (canvas) => canvas.selectAll(),
  g: (canvas, event) => tieSelected(canvas, event.shiftKey),
  '+': (canvas) => canvas.camera.zoomBy(ZOOM_STEP),
  '=': (canvas) => canvas.camera.zoomBy(ZOOM_STEP),
  '-': (canvas) => canvas.camera.zoomBy(1 / ZOOM_STEP),
  '0': (canvas) => canvas.camera.zoomBy(1 / canvas.camera.zoom),
  Enter: (canvas) => addBesideSelected(canvas),
  ArrowLeft: (canvas) => growSelected(canvas, 'left'),
  ArrowRight: (canvas) => growSelected(canvas, 'right'),
  ArrowUp: (canvas) => growSelected(canvas, 'top'),
  ArrowDown: (canvas) => growSelected(canvas, 'bottom'),
};

const plain: Record<string, Command> = {
  v: (canvas) => setTool(canvas, 'select'),
  h: (canvas) => setTool(canvas, 'hand'),
  e: (canvas) => setTool(canvas, 'eraser'),
  k: (canvas, event, machine) => takeLaser(canvas, event, machine),
  a: (canvas) => canvas.selectAll(),
  d: (canvas) => (canvas.selection.ids.size > 0 ? duplicateSelected(canvas) : false),
  '?': (canvas) => canvas.onHelp(),
  '1': (canvas) => canvas.fit(),
  '2': (canvas) => showSelection(canvas),
  '+': (canvas) => canvas.camera.zoomBy(ZOOM_STEP),
  '-': (canvas) => canvas.camera.zoomBy(1 / ZOOM_STEP),
  '0': (canvas) => canvas.camera.zoomBy(1 / canvas.camera.zoom),
  '.': (canvas) => stepElement(canvas, 1),
  ',': (canvas) => stepElement(canvas, -1),
  ']': (canvas) => canvas.tell(bringTo(canvas.session, canvas.selection.ids, 'front')) || true,
  '[': (canvas) => canvas.tell(bringTo(canvas.session, canvas.selection.ids, 'back')) || true,
};

const named: Record<string, Command> = {
  Enter: (canvas) => placeInView(canvas) || enterBundle(canvas) || editSelected(canvas),
  // With Shift it is for comments.
  F2: (canvas, event) => !event.shiftKey && editSelected(canvas),
  Escape: (canvas, _, machine) => leave(canvas, machine),
  Delete: (canvas) => deleteSelected(canvas),
  Backspace: (canvas) => deleteSelected(canvas),
  Tab: (canvas, event) => {
    return event.shiftKey ? false : addBesideSelected(canvas);
  },
  PageDown: (canvas) => stepFrame(canvas, 1),
  PageUp: (canvas) => stepFrame(canvas, -1),
  ArrowLeft: (canvas, event) => nudge(canvas, event, -1, 0),
  ArrowRight: (canvas, event) => nudge(canvas, event, 1, 0),
  ArrowUp: (canvas, event) => nudge(canvas, event, 0, -1),
  ArrowDown: (canvas, event) => nudge(canvas, event, 0, 1),
};

/** The key of a kind that connects joins what is selected; answers false when there are no two to join. */
function joinSelected(canvas: CanvasController, type: ElementType): boolean {
  const solid = [...canvas.selection.ids].filter((id) => !canvas.model.kindOf(id)?.connects);
  if (!type.connects || solid.length < 2) return false;
  return canvas.tell(connectAll(canvas.session, type, solid));
}

/** The key of what gathers asks into which one what is selected goes. */
function askForCluster(canvas: CanvasController): boolean {
  const ids = [...canvas.selection.ids];
  const asks = clustersAmong(canvas.model, ids).length > 0 || canGather(canvas.session, ids);
  if (asks) CLUSTER_ASKING.ask(canvas);
  return asks;
}

function setTool(canvas: CanvasController, tool: Tool): void {
  canvas.tool = tool;
}

/** The laser's key takes it up; held down, it shines wherever the pointer is until it is let go. */
function takeLaser(canvas: CanvasController, event: KeyboardEvent, machine: ToolMachine): void {
  setTool(canvas, 'laser');
  if (event.repeat) machine.laserHeld = true;
}

/** A kind's key takes up its tool; of a kind with several pens Shift takes the second. */
function takeUp(canvas: CanvasController, type: ElementType, shift: boolean): void {
  if (type.strokes) canvas.takePen(type, shift ? 1 : 0);
  else setTool(canvas, type);
}

/** With a tool in hand Enter puts the new element into the middle of the view, for people who do not point. */
function placeInView(canvas: CanvasController): boolean {
  const { tool } = canvas;
  if (typeof tool === 'string' || tool.strokes) return false;
  canvas.tool = 'select';
  canvas.addInView(tool);
  return true;
}

function editSelected(canvas: CanvasController): boolean {
  const { only } = canvas.selection;
  if (only) canvas.edit(only);
  return only !== null;
}

function addBesideSelected(canvas: CanvasController): boolean {
  const { only } = canvas.selection;
  return only !== null && addBeside(canvas, only) !== null;
}

function growSelected(canvas: CanvasController, side: Side): boolean {
  const { only } = canvas.selection;
  return only !== null && growTowards(canvas, only, side) !== null;
}

function duplicateSelected(canvas: CanvasController): void {
  if (canvas.selection.ids.size === 0) return;
  const result = duplicate(canvas.session, canvas.selection.ids);
  if (canvas.tell(result) && result.allowed) canvas.selection.set(result.ids);
}

function deleteSelected(canvas: CanvasController): boolean {
  if (canvas.selection.ids.size === 0) return false;
  canvas.tell(deleteElements(canvas.session, canvas.selection.ids));
  return true;
}

/** Ties what is selected into a bundle, or with Shift undoes bundles. */
function tieSelected(canvas: CanvasController, apart: boolean): void {
  const { session, selection } = canvas;
  canvas.tell(apart ? unbundle(session, selection.ids) : bundle(session, selection.ids));
}

/** Steps out: of a movement, of a tool, of a bundle, of the selection. */
function leave(canvas: CanvasController, machine: ToolMachine): boolean {
  if (machine.cancel() || canvas.people.following?.stop()) return true;
  if (canvas.tool !== 'select') {
    canvas.tool = 'select';
    return true;
  }
  if (leaveBundle(canvas)) return true;
  if (canvas.selection.ids.size === 0) return false;
  canvas.selection.clear();
  return true;
}

/** Arrows move what is selected, and the view when nothing is. */
function nudge(canvas: CanvasController, event: KeyboardEvent, x: number, y: number): boolean {
  const step = event.shiftKey ? BIG_STEP : STEP;
  if (canvas.selection.ids.size === 0) canvas.camera.panBy(-x * step * 5, -y * step * 5);
  else canvas.tell(moveBy(canvas.session, canvas.selection.ids, x * step, y * step));
  return true;
}

/** Runs a key on the canvas; answers whether it meant something there. */
export function runKey(canvas: CanvasController, machine: ToolMachine, event: KeyboardEvent): boolean {
  if (event.altKey || event.isComposing) return false;
  if (canvas.editing) return typeAhead(canvas, event);
  const key = figureWithShift(event) ?? (event.key.length === 1 ? event.key.toLowerCase() : event.key);
  const command = commandFor(canvas, event, key);
  if (command) return command(canvas, event, machine) !== false;
  return !event.ctrlKey && !event.metaKey && startTyping(canvas, event);
}

/** Figma and FigJam zoom by Shift and a figure, whatever sign the keyboard then writes. */
function figureWithShift({ shiftKey, code }: KeyboardEvent): string | undefined {
  return shiftKey ? /^Digit([12])$/.exec(code)?.[1] : undefined;
}

function commandFor(canvas: CanvasController, event: KeyboardEvent, key: string): Command | undefined {
  if (event.ctrlKey || event.metaKey) return withCtrl[key];
  if (named[event.key]) return named[event.key];
  if (!hasSingleKeys()) return undefined;
  // On a selected element letters are words, not tools.
  if (writesLetters(canvas) && /^\p{L}$/u.test(event.key)) return undefined;
  const type = [...canvas.types.values()].find(({ shortcut }) => shortcut === key);
  if (type?.gathers) return () => askForCluster(canvas);
  if (type) return () => joinSelected(canvas, type) || takeUp(canvas, type, event.shiftKey);
  return plain[key];
}

/** Words are open but their editor is still loading: what is typed meanwhile must not be lost, nor be commands. */
function typeAhead(canvas: CanvasController, event: KeyboardEvent): boolean {
  if (event.key === 'Escape') canvas.stopEditing();
  else if (event.ctrlKey || event.metaKey) return false;
  else if (event.key === 'Backspace') canvas.typedAhead = canvas.typedAhead.slice(0, -1);
  else if (event.key === 'Enter') canvas.typedAhead += '\n';
  else if (event.key.length === 1) canvas.typedAhead += event.key;
  return true;
}

/** Typing on a selected element opens its words and begins with the letter. */
function startTyping(canvas: CanvasController, event: KeyboardEvent): boolean {
  const only = canvas.selection.only;
  if (!only || event.key.length !== 1 || event.key === ' ' || !writesLetters(canvas)) return false;
  return canvas.edit(only, event.key);
}

/** Listens to the keys of a canvas. Answers how to stop. */
export function listenToKeys(host: HTMLElement, canvas: CanvasController, machine: ToolMachine): () => void {
  const stop = new AbortController();
  const down = (event: KeyboardEvent): void => {
    if (!isOurs(event, host)) return;
    canvas.takeView();
    if (event.key === ' ' && !canvas.editing) {
      machine.spaceHeld = true;
      canvas.setCursor('grab');
      event.preventDefault();
    } else if (runKey(canvas, machine, event)) event.preventDefault();
  };
  const up = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() === 'k' && machine.laserHeld) {
      machine.laserHeld = false;
      if (canvas.tool === 'laser') canvas.tool = 'select';
    }
    if (event.key !== ' ' || !machine.spaceHeld) return;
    machine.spaceHeld = false;
    canvas.setCursor('default');
  };
  window.addEventListener('keydown', down, { signal: stop.signal });
  window.addEventListener('keyup', up, { signal: stop.signal });
  // Whoever lets the key go in another window is not heard.
  const left = (): void => {
    machine.laserHeld = false;
  };
  window.addEventListener('blur', left, { signal: stop.signal });
  return () => stop.abort();
}

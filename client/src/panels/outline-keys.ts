import type { KeyboardEvent } from 'react';
import { hasSingleKeys } from '../ui/preferences.ts';
import type { OutlineHost } from './outline-host.ts';
import type { OutlineActions } from './use-outline-actions.ts';
import type { OutlineFocus } from './use-outline-focus.ts';

/** What is open over the lines: the menu of a line, whole or one part of it, or a dialog. */
export type OpenPart =
  | { menu: string; part: 'all' | 'frames' | 'words' | 'arrange' | `control ${string}` }
  | { dialog: 'tags' | 'connect' | 'clusters' | 'properties' | `line ${string}` };

/** Where a key leads: to a line, a cell of it, or a frame to open or close; undefined when it does not move. */
export type Movement = { focus: string; column?: number } | { toggle: string } | { head: number } | null | undefined;

/** What keys act on. */
export interface KeyTarget {
  host: OutlineHost;
  actions: OutlineActions;
  focus: OutlineFocus;
  /** The lines from top to bottom. */
  ids: readonly string[];
  /** Where Shift and arrows select from. */
  anchor: { current: string | null };
  /** Moves as the tree or the table does. */
  step(key: string): Movement;
  toggle(frame: string): void;
  /** To the head of a column of the table. */
  toHead(column: number): void;
  open(part: OpenPart): void;
  onShow?: ((id: string) => void) | undefined;
}

/** A key on a line. Answers whether it meant something there. */
export function runOutlineKey(target: KeyTarget, event: KeyboardEvent): boolean {
  const { active } = target.focus;
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.altKey) return showProperties(target, event) || reorderBy(target, event);
  if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') return move(target, event, ctrl);
  if (active === null) return addBy(target, event, ctrl);
  const command = ctrl ? withCtrl[event.key.toLowerCase()] : (named[event.key] ?? single(target, event));
  return command ? command(target, active, event) !== false : false;
}

type Command = (target: KeyTarget, id: string, event: KeyboardEvent) => unknown;

/** An empty board has no line, but the first note may be written. */
function addBy({ actions }: KeyTarget, event: KeyboardEvent, ctrl: boolean): boolean {
  if (ctrl || !['n', 'N', 'Insert'].includes(event.key)) return false;
  actions.addNote();
  return true;
}

function showProperties({ host, focus, open }: KeyTarget, { key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (key !== 'Enter' || ctrlKey || metaKey || focus.active === null) return false;
  if (!host.selection.has(focus.active)) host.selection.set([focus.active]);
  open({ dialog: 'properties' });
  return true;
}

function reorderBy({ actions }: KeyTarget, { key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || (key !== 'ArrowUp' && key !== 'ArrowDown')) return false;
  actions.reorder(key === 'ArrowUp' ? -1 : 1);
  return true;
}

/** Arrows select what they come to; with Shift all between, with Ctrl nothing new. */
function move(target: KeyTarget, event: KeyboardEvent, ctrl: boolean): boolean {
  const { host, focus, ids, anchor } = target;
  const step = target.step(event.key);
  if (step === undefined) return false;
  if (step === null) return true;
  if ('toggle' in step) target.toggle(step.toggle);
  else if ('head' in step) target.toHead(step.head);
  else {
    const from = anchor.current ?? focus.active ?? step.focus;
    if (event.shiftKey) host.selection.set(between(ids, from, step.focus));
    else if (!ctrl) host.selection.set([step.focus]);
    anchor.current = event.shiftKey ? from : step.focus;
    focus.to(step.focus, { keep: true, ...(step.column === undefined ? {} : { column: step.column }) });
  }
  return true;
}

/** The lines from one to another, both included. */
export function between(ids: readonly string[], from: string, to: string): string[] {
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)];
  return a < 0 || b < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** A line that is not selected is before something is done with it. */
function onLine(run: Command): Command {
  return (target, id, event) => {
    if (!target.host.selection.has(id)) target.host.selection.set([id]);
    return run(target, id, event);
  };
}

const menu = onLine(({ open }, id) => open({ menu: id, part: 'all' }));

const edit = onLine((target, id, event) => {
  const { host, open } = target;
  if (host.model.kindOf(id)?.text) return host.edit(id);
  const line = host.typeOf(id)?.controls.find(({ type }) => type === 'line');
  if (line) return open({ dialog: `line ${line.field}` });
  return menu(target, id, event);
});

/** Where letters are words too, as in spreadsheets, Shift+F2 comments; the letter is for those who like it short. */
const comment = onLine(({ actions }) => actions.run('comments.add'));

const named: Readonly<Record<string, Command>> = {
  Enter: edit,
  F2: (target, id, event) => (event.shiftKey ? comment : edit)(target, id, event),
  Delete: onLine(({ actions }) => actions.run('canvas.delete')),
  Backspace: onLine(({ actions }) => actions.run('canvas.delete')),
  ContextMenu: menu,
  F10: (target, id, event) => event.shiftKey && menu(target, id, event),
  Insert: ({ actions }) => actions.addNote(),
  ' ': ({ host, anchor }, id) => {
    host.selection.toggle(id);
    anchor.current = id;
  },
  Escape: ({ host }, id) => host.selection.ids.size > 1 && host.selection.set([id]),
};

const withCtrl: Readonly<Record<string, Command>> = {
  a: ({ host, ids }) => host.selection.set(ids),
  d: onLine(({ actions }) => actions.run('canvas.duplicate')),
  g: onLine(({ actions }, _, event) => actions.run(event.shiftKey ? 'canvas.unbundle' : 'canvas.bundle')),
  z: ({ actions }, _, event) => (event.shiftKey ? actions.redo() : actions.undo()),
  y: ({ actions }) => actions.redo(),
};

const letters: Readonly<Record<string, Command>> = {
  c: comment,
  g: onLine(({ open }) => open({ dialog: 'clusters' })),
  m: onLine(({ open }, id) => open({ menu: id, part: 'frames' })),
  s: ({ onShow }, id) => (onShow ? onShow(id) : false),
  '#': onLine(({ host, open }, id) => host.typeOf(id)?.tagged && open({ dialog: 'tags' })),
  ']': onLine(({ actions }) => actions.run('canvas.front')),
  '[': onLine(({ actions }) => actions.run('canvas.back')),
};

/** Letters by themselves: those of the kinds add one, as on the canvas. */
function single({ actions, host }: KeyTarget, event: KeyboardEvent): Command | undefined {
  const key = event.key.toLowerCase();
  if (!hasSingleKeys() || event.key.length !== 1) return undefined;
  const type = actions.addable.find(({ shortcut }) => shortcut === key);
  if (type) return () => actions.add(type);
  const connects = [...host.types.values()].some(({ shortcut, placing }) => shortcut === key && placing === 'line');
  if (connects) return onLine(({ open }) => open({ dialog: 'connect' }));
  return letters[key];
}

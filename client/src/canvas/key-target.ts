import type { CanvasController } from './controller.ts';

const FOREIGN =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="tree"], [role="grid"], [role="listbox"], [role="radiogroup"], [data-canvas-overlay]';

/**
 * Keys, and what they do to the clipboard, are the canvas' while it has the focus or nothing has; never while somebody
 * types or uses a control.
 */
export function isOurs(event: Event, host: HTMLElement): boolean {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof Element)) return false;
  if (target.closest(FOREIGN)) return false;
  // Events of the clipboard come to the body, wherever the focus is.
  if (host.ownerDocument.activeElement?.closest('[role="tree"], [role="grid"]')) return false;
  return target === host.ownerDocument.body || host.contains(target);
}

/** Are letters words here, for the one element that is selected? */
export function writesLetters(canvas: CanvasController): boolean {
  const only = canvas.selection.only;
  const kind = only === null ? undefined : canvas.model.kindOf(only);
  return kind?.text !== undefined && !kind.container;
}

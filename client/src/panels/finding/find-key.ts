/** Ctrl or Cmd with F, but not in a dialog, where there is nothing of the board to find. */
export function isFindKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'f') return false;
  if (!event.ctrlKey && !event.metaKey) return false;
  return !(event.target instanceof Element && event.target.closest('[role="dialog"]'));
}

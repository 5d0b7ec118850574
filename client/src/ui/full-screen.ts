/** Gives the page the whole screen where the browser has a way to; call it while a press or key is handled. */
export function enterFullScreen(): void {
  if (!document.fullscreenEnabled) return;
  // Refused, as within a frame of another page: the page fills its window, which will do.
  document.documentElement.requestFullscreen().catch(() => {});
}

/** Gives the screen back. */
export function leaveFullScreen(): void {
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
}

/** Calls back when the whole screen was given back, by the browser's own key or button too. */
export function onFullScreenLeft(listener: () => void): () => void {
  const changed = (): void => {
    if (!document.fullscreenElement) listener();
  };
  document.addEventListener('fullscreenchange', changed);
  return () => document.removeEventListener('fullscreenchange', changed);
}

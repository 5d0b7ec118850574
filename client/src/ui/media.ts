/** How a component follows a question to the screen, for `useSyncExternalStore`. */
export function followMedia(query: MediaQueryList): (listener: () => void) => () => void {
  return (listener) => {
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  };
}

/** Does the person ask for as little motion as possible? */
export function wantsStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

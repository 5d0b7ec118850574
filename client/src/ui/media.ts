/** How a component follows a question to the screen, for `useSyncExternalStore`. */
export function followMedia(query: MediaQueryList): (listener: () => void) => () => void {
  return (listener) => {
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  };
}

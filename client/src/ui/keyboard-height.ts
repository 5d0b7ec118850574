import { useSyncExternalStore } from 'react';

/** How much of the page's lower edge a phone's keyboard covers, CSS pixels. */
export function useKeyboardHeight(): number {
  return useSyncExternalStore(follow, height);
}

function follow(listener: () => void): () => void {
  const view = window.visualViewport;
  view?.addEventListener('resize', listener);
  view?.addEventListener('scroll', listener);
  return () => {
    view?.removeEventListener('resize', listener);
    view?.removeEventListener('scroll', listener);
  };
}

function height(): number {
  const view = window.visualViewport;
  // Who has zoomed the page sees less of it without any keyboard.
  if (!view || view.scale > 1.01) return 0;
  return Math.max(0, Math.round(window.innerHeight - view.height - view.offsetTop));
}

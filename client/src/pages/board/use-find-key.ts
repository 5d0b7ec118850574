import { useEffect } from 'react';
import { isFindKey } from '../../panels/finding/find-key.ts';

/** The browser's key for finding finds on the board: a drawing has no words that the browser could find. */
export function useFindKey(on: boolean, open: () => void): void {
  useEffect(() => {
    if (!on) return undefined;
    const down = (event: KeyboardEvent): void => {
      if (!isFindKey(event)) return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', down);
    return () => window.removeEventListener('keydown', down);
  });
}

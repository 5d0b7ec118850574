import { useEffect, useEffectEvent } from 'react';
import { isOurs } from '../../canvas/key-target.ts';

/** Alt+Enter opens the properties of what is selected, as in file managers. */
export function usePropertiesKey(onOpen: () => void): void {
  const open = useEffectEvent(onOpen);
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      const host = document.querySelector<HTMLElement>('[data-canvas-host]');
      if (!host || !isOurs(event, host) || event.key !== 'Enter' || !event.altKey || event.ctrlKey || event.metaKey)
        return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', down);
    return () => window.removeEventListener('keydown', down);
  }, []);
}

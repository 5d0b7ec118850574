import { VisuallyHidden } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';

const Announcer = createContext<(message: string) => void>(() => {});

/** Holds the page's one polite live region; anything below may speak through {@link useAnnounce}. */
export function LiveRegionProvider({ children }: { children: ReactNode }): ReactNode {
  const [message, setMessage] = useState('');
  const again = useRef(false);
  const announce = useCallback((text: string) => {
    // The same words twice would not be read: a no-break space makes them different.
    again.current = !again.current;
    setMessage(again.current ? `${text}\u00a0` : text);
  }, []);
  return (
    <Announcer.Provider value={announce}>
      {children}
      <VisuallyHidden role="status" aria-live="polite">
        {message}
      </VisuallyHidden>
    </Announcer.Provider>
  );
}

/** Says something to people who listen to the page, without moving the focus. */
export function useAnnounce(): (message: string) => void {
  return useContext(Announcer);
}

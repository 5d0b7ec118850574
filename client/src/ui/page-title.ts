import { useEffect } from 'react';

/** Sets the title of the window: the page first, so that tabs can be told apart. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Talkoot' : `${title} · Talkoot`;
  }, [title]);
}

import { type RefObject, useEffect } from 'react';

/** What has the focus may go away with a thread that others resolve or delete: then the list around it takes it. */
export function useFocusKept(around: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const node = around.current;
    if (!node) return undefined;
    let last: EventTarget | null = null;
    const note = (event: FocusEvent): void => {
      last = event.target;
    };
    const observer = new MutationObserver(() => {
      const isGone = last instanceof Node && !last.isConnected;
      if (!isGone || document.activeElement !== document.body) return;
      last = null;
      node.focus();
    });
    node.addEventListener('focusin', note);
    observer.observe(node, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      node.removeEventListener('focusin', note);
    };
  }, [around]);
}

import { useSyncExternalStore } from 'react';

/** What changes an address: a link in the page, the browser's buttons, and the router by its two calls. */
const CHANGES = ['hashchange', 'popstate', 'pushState', 'replaceState'];

/** What the address says from `#` on; empty when there is none. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash);
}

function subscribe(changed: () => void): () => void {
  for (const name of CHANGES) window.addEventListener(name, changed);
  return () => {
    for (const name of CHANGES) window.removeEventListener(name, changed);
  };
}

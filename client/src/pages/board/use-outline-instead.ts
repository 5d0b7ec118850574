import { useEffect, useState } from 'react';
import { hasOutlineInstead, keepOutlineInstead } from '../../ui/preferences.ts';
import type { PanelName } from './top-bar.tsx';

/** Whether the outline stands in the place of the canvas, for those to whom a canvas says nothing. */
export interface OutlineInstead {
  instead: boolean;
  /** Changes it, and remembers that on this device. */
  toggle: () => void;
  /** Grows with each search: without a canvas the outline's filter finds. */
  filterAsked: number;
  /** The panel that the bar shows as open. */
  panel: PanelName | null;
  /** Opens a panel, or closes the one that is open, as far as it has a sense without a canvas. */
  choose: (panel: PanelName | null) => void;
}

/** Keeps the outline in the place of the canvas; `open` is the panel beside it. */
export function useOutlineInstead(open: PanelName | null, setOpen: (panel: PanelName | null) => void): OutlineInstead {
  const [instead, setInstead] = useState(hasOutlineInstead);
  const [filterAsked, setFilterAsked] = useState(0);
  const turn = (on: boolean): void => {
    keepOutlineInstead(on);
    setInstead(on);
  };
  const toggle = (): void => {
    if (open === 'outline' || !instead) setOpen(null);
    turn(!instead);
  };
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyL' || !event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener('keydown', down);
    return () => window.removeEventListener('keydown', down);
  });
  const choose = (panel: PanelName | null): void => {
    // Frames are gone to on the canvas; the list's own button leads back there too.
    const leaves = panel === 'frames' || (panel === null && open === null);
    if (instead && leaves) turn(false);
    if (instead && panel === 'search') setFilterAsked((count) => count + 1);
    setOpen(instead && (panel === 'outline' || panel === 'search') ? null : panel);
  };
  return { instead, toggle, filterAsked, panel: instead ? (open ?? 'outline') : open, choose };
}

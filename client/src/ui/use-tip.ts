import { type FocusEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';

/** How long a mouse rests on a button before its name shows, ms. */
const REST_MS = 400;

/** Where a button's name shows, and whether it does. */
export interface TipAt {
  target: HTMLElement;
  opened: boolean;
}

interface TipEvents {
  ref: (button: HTMLElement | null) => void;
  onPointerEnter(event: PointerEvent): void;
  onPointerLeave(): void;
  onFocus(event: FocusEvent<HTMLElement>): void;
  onBlur(): void;
}

/**
 * When the name of a button shows: a while after a mouse came, and when the keyboard came there; until either leaves
 * or Escape. `at` is null until the first time: most buttons of a bar never need the dear component.
 */
export function useTip(): { tip: TipEvents; at: TipAt | null } {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const [opened, setOpened] = useState<boolean | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const close = useCallback((): void => {
    clearTimeout(timer.current);
    setOpened((before) => before && false);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!opened) return undefined;
    const dismiss = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') close();
    };
    window.addEventListener('keydown', dismiss, { capture: true });
    return () => window.removeEventListener('keydown', dismiss, { capture: true });
  }, [opened, close]);
  const tip: TipEvents = {
    ref: setTarget,
    onPointerEnter: ({ pointerType }) => {
      if (pointerType !== 'mouse') return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setOpened(true), REST_MS);
    },
    onPointerLeave: close,
    onFocus: ({ currentTarget }) => {
      if (currentTarget.matches(':focus-visible')) setOpened(true);
    },
    onBlur: close,
  };
  return { tip, at: target && opened !== null ? { target, opened } : null };
}

import { useCallback, useId, useState } from 'react';
import type { LatePart } from './late-part.tsx';

/** Where something opens, and whether it is open. */
export interface OpenAt {
  id: string;
  /** The button that opens it. */
  target: HTMLElement;
  opened: boolean;
  setOpened(opened: boolean): void;
}

/** What a button carries that opens something. */
interface Opener {
  ref: (button: HTMLElement | null) => void;
  id: string;
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
  'aria-controls': string | undefined;
  onClick(): void;
  onPointerEnter(): void;
  onFocus(): void;
}

/**
 * A button that is drawn at once and whose menu comes when it is first pointed at, focused or pressed. `at` is null
 * until the first press; it is for {@link MenuAt} within the late part.
 */
export function useOpener<Props extends { at: OpenAt }>(part: LatePart<Props>): { opener: Opener; at: OpenAt | null } {
  const id = useId();
  const [target, setTarget] = useState<HTMLElement | null>(null);
  // Null until the first press.
  const [opened, setOpened] = useState<boolean | null>(null);
  const toggle = useCallback(() => setOpened((open) => !open), []);
  const opener: Opener = {
    ref: setTarget,
    // The menu is labelled by its button.
    id,
    'aria-haspopup': 'menu',
    'aria-expanded': opened ?? false,
    'aria-controls': opened ? `${id}-dropdown` : undefined,
    onClick: toggle,
    onPointerEnter: part.fetch,
    onFocus: part.fetch,
  };
  return { opener, at: target && opened !== null ? { id, target, opened, setOpened } : null };
}

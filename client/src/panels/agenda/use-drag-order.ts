import { type PointerEvent, type RefObject, useEffect, useState } from 'react';

interface Dragging {
  id: string;
  /** Where it would land: before this one, or last. */
  before: string | null;
}

/** Pulls items of a list into another order by their handles. Items name themselves by `data-step`. */
export function useDragOrder(list: RefObject<HTMLElement | null>, move: (id: string, before: string | null) => void) {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const active = dragging !== null;
  useEffect(() => {
    if (!active) return undefined;
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      setDragging(null);
    };
    window.addEventListener('keydown', leave, true);
    return () => window.removeEventListener('keydown', leave, true);
  }, [active]);
  const handle = (id: string) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragging({ id, before: id });
    },
    onPointerMove({ clientY }: PointerEvent<HTMLElement>) {
      if (dragging?.id !== id) return;
      const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
      const under = items.find((item) => {
        const { top, height } = item.getBoundingClientRect();
        return clientY < top + height / 2;
      });
      (under ?? items.at(-1))?.scrollIntoView({ block: 'nearest' });
      setDragging({ id, before: under?.dataset.step ?? null });
    },
    onPointerUp() {
      if (dragging?.id !== id) return;
      setDragging(null);
      if (dragging.before !== id) move(id, dragging.before);
    },
    onPointerCancel: () => setDragging(null),
  });
  return { dragging, handle };
}

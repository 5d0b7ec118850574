import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { CanvasController } from './controller.ts';

/** A layer over the canvas that moves with the view: what stands on it is placed in board units times the zoom. */
export function useBoardLayer(canvas: CanvasController): RefObject<HTMLDivElement | null> {
  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = (): void => {
      const { x, y, zoom } = canvas.camera.state;
      if (layer.current) layer.current.style.transform = `translate(${-x * zoom}px, ${-y * zoom}px)`;
    };
    place();
    return canvas.camera.subscribe(place);
  }, [canvas]);
  return layer;
}

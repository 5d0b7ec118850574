import { zoomedAt } from '../camera.ts';
import type { Pinch, ToolContext, ToolState } from './state.ts';

/** Two fingers: the board stays under them, so they zoom and move the view at once. */
export function pinching(context: ToolContext, first: Pinch): ToolState {
  const { camera } = context.canvas;
  let last = first;
  return {
    name: 'pinch',
    pinch: (pinch) => {
      const factor = pinch.distance / Math.max(1, last.distance);
      const zoomed = zoomedAt(camera.state, last.middle, camera.zoom * factor);
      camera.set({
        x: zoomed.x - (pinch.middle.x - last.middle.x) / zoomed.zoom,
        y: zoomed.y - (pinch.middle.y - last.middle.y) / zoomed.zoom,
        zoom: zoomed.zoom,
      });
      last = pinch;
    },
    // One finger left: it does nothing until it is lifted too, or the view would jump.
    up: () => context.idle(),
  };
}

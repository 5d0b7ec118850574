import { wantsStillness } from '../ui/media.ts';
import type { Camera, CameraState } from './camera.ts';

const GLIDE_MS = 180;

/** Moves the view to another place in a short while, or at once where reduced motion is asked. Answers how to stop. */
export function glideTo(camera: Pick<Camera, 'state' | 'set'>, target: CameraState): () => void {
  if (wantsStillness()) {
    camera.set(target);
    return () => {};
  }
  const from = camera.state;
  let start: number | null = null;
  let frame = requestAnimationFrame(function step(now) {
    start ??= now;
    const part = Math.min(1, (now - start) / GLIDE_MS);
    camera.set(part < 1 ? between(from, target, 1 - (1 - part) ** 3) : target);
    if (part < 1) frame = requestAnimationFrame(step);
  });
  return () => cancelAnimationFrame(frame);
}

/** Zooms grow by factors: half the way from 1 to 4 is 2. */
function between(from: CameraState, to: CameraState, part: number): CameraState {
  return {
    x: from.x + (to.x - from.x) * part,
    y: from.y + (to.y - from.y) * part,
    zoom: from.zoom * (to.zoom / from.zoom) ** part,
  };
}

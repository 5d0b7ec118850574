import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Camera, clampZoom, fitted, MAX_ZOOM, MIN_ZOOM, zoomedAt } from './camera.ts';

function cameraOf(width = 800, height = 600): Camera {
  const camera = new Camera();
  camera.viewport = { width, height };
  return camera;
}

describe('camera', () => {
  test("board and screen are each other's inverse", () => {
    const camera = cameraOf();
    camera.set({ x: 100, y: -50, zoom: 2 });
    expect(camera.toScreen({ x: 150, y: 0 })).toEqual({ x: 100, y: 100 });
    expect(camera.toBoard({ x: 100, y: 100 })).toEqual({ x: 150, y: 0 });
    expect(camera.view()).toEqual({ x: 100, y: -50, width: 400, height: 300 });
  });

  test('panning moves the picture with the hand', () => {
    const camera = cameraOf();
    camera.set({ x: 0, y: 0, zoom: 2 });
    camera.panBy(10, -20);
    expect(camera.state).toEqual({ x: -5, y: 10, zoom: 2 });
  });

  test('zooming keeps the point under the pointer', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 600 }),
        (factor, x, y) => {
          const camera = cameraOf();
          camera.set({ x: 33, y: 44, zoom: 0.7 });
          const before = camera.toBoard({ x, y });
          camera.zoomBy(factor, { x, y });
          const after = camera.toBoard({ x, y });
          expect(after.x).toBeCloseTo(before.x, 6);
          expect(after.y).toBeCloseTo(before.y, 6);
        },
      ),
    );
  });

  test('zoom has limits', () => {
    expect(clampZoom(1000)).toBe(MAX_ZOOM);
    expect(clampZoom(0)).toBe(MIN_ZOOM);
    expect(zoomedAt({ x: 0, y: 0, zoom: 1 }, { x: 0, y: 0 }, 99).zoom).toBe(MAX_ZOOM);
  });

  test('fitting shows the whole box in the middle, and small things no larger than they are', () => {
    const state = fitted({ x: 0, y: 0, width: 1600, height: 300 }, { width: 800, height: 600 }, 0);
    expect(state).toEqual({ x: 0, y: -450, zoom: 0.5 });
    expect(fitted({ x: 0, y: 0, width: 10, height: 10 }, { width: 800, height: 600 }, 50).zoom).toBe(1);
  });

  test('what is shown whole stays clear of what stands in the corner, at the cost of least size', () => {
    const corner = { width: 200, height: 150 };
    const edges = (box: { x: number; y: number; width: number; height: number }) => {
      const camera = cameraOf();
      camera.fit(box, 20, 1, { corner });
      const { x, y } = camera.toScreen({ x: box.x + box.width, y: box.y + box.height });
      return { right: Math.round(x), bottom: Math.round(y) };
    };
    expect(edges({ x: 0, y: 0, width: 3_000, height: 2_800 })).toMatchObject({ right: 580 });
    expect(edges({ x: 0, y: 0, width: 3_000, height: 1_500 })).toMatchObject({ bottom: 415 });
    // What does not reach into the corner is in the middle of the whole view.
    expect(edges({ x: 0, y: 0, width: 3_000, height: 200 })).toEqual({ right: 780, bottom: 325 });
  });

  test('tells its listeners until they leave', () => {
    const camera = cameraOf();
    let heard = 0;
    const stop = camera.subscribe(() => heard++);
    camera.panBy(1, 1);
    stop();
    camera.panBy(1, 1);
    expect(heard).toBe(1);
    expect(camera.ready).toBe(true);
    expect(new Camera().ready).toBe(false);
  });
});

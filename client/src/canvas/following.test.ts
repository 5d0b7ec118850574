import type { PresenceView } from '@talkoot/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cameraShowing, mustLetGo } from './following.ts';
import { build, stubFrames } from './tools/testing/build.ts';

stubFrames();
beforeEach(() => {
  // Reduced motion: views go where they go at once.
  vi.stubGlobal('window', { matchMedia: () => ({ matches: true }) });
});
afterEach(() => vi.useRealTimers());

const VIEW = { x: 4_000, y: 2_000, width: 1_800, height: 900 };

function person(id: string, part: Partial<PresenceView> = {}): PresenceView {
  return { view: VIEW, user: { id, name: id, role: 'participant', color: '#216c8f' }, ...part };
}

describe('the camera for another person’s view', () => {
  test('is theirs on a window of the same size', () => {
    expect(cameraShowing({ x: 10, y: 20, width: 900, height: 450 }, { width: 1_800, height: 900 })).toEqual({
      x: 10,
      y: 20,
      zoom: 2,
    });
  });

  test.for([
    [390, 844],
    [844, 390],
    [2_560, 1_440],
  ] as const)('shows all of it, in the middle, on %i x %i', ([width, height]) => {
    const { x, y, zoom } = cameraShowing(VIEW, { width, height });
    const seen = { width: width / zoom, height: height / zoom };
    expect(seen.width).toBeGreaterThanOrEqual(VIEW.width - 1e-6);
    expect(seen.height).toBeGreaterThanOrEqual(VIEW.height - 1e-6);
    expect(x + seen.width / 2).toBeCloseTo(VIEW.x + VIEW.width / 2);
    expect(y + seen.height / 2).toBeCloseTo(VIEW.y + VIEW.height / 2);
    // As near as that allows.
    expect(Math.min(seen.width / VIEW.width, seen.height / VIEW.height)).toBeCloseTo(1);
  });
});

describe('circles', () => {
  const follows = new Map([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['d', 'a'],
  ]);

  test('are let go of by one of those in them, and by nobody else', () => {
    expect(['a', 'b', 'c', 'd'].filter((id) => mustLetGo(id, follows))).toEqual(['a']);
    expect(mustLetGo('x', new Map([['x', 'y']]))).toBe(false);
  });

  test('are not begun', () => {
    const { session, following } = build();
    following.update([person('bertil', { follows: 'cecilia' }), person('cecilia', { follows: 'aino' }), person('dan')]);
    expect(['aino', 'bertil', 'cecilia', 'dan'].filter((id) => following.mayFollow(id))).toEqual(['dan']);
    expect(following.start('bertil')).toBe(false);
    expect(session.presence.mine.follows).toBeUndefined();
    expect(following.followers).toBe(1);
  });

  test('that two begin at once end for one of them', () => {
    const { following } = build();
    following.update([person('bertil')]);
    following.start('bertil');
    following.update([person('bertil', { follows: 'aino' })]);
    expect(following.leader).toBeNull();
  });
});

describe('following', () => {
  function follow() {
    const built = build();
    const { following } = built;
    following.update([person('bertil')]);
    expect(following.start('bertil')).toBe(true);
    return built;
  }

  test('goes along with every move, says so, and keeps the whole view in another window', () => {
    const { session, canvas, following } = follow();
    expect(session.presence.mine.follows).toBe('bertil');
    expect(canvas.camera.view()).toEqual(VIEW);
    following.update([person('bertil', { view: { ...VIEW, x: 9_000 } })]);
    expect(canvas.camera.state.x).toBe(9_000);
    canvas.camera.viewport = { width: 900, height: 900 };
    expect(following.leader?.id).toBe('bertil');
    expect(canvas.camera.view()).toMatchObject({ x: 9_000, width: 1_800 });
  });

  test.for([
    ['a pan', ({ canvas }) => canvas.camera.panBy(10, 0)],
    ['a zoom', ({ canvas }) => canvas.camera.zoomBy(1.25)],
    ['a jump', ({ canvas }) => canvas.fit()],
    ['a drag', ({ drag }) => drag([100, 100], [300, 300])],
    ['Escape', ({ key }) => key('Escape')],
    ['stopping it', ({ following }) => following.stop()],
  ] as [string, (built: ReturnType<typeof follow>) => unknown][])('%s ends it', ([, act]) => {
    const built = follow();
    act(built);
    expect(built.following.leader).toBeNull();
    expect(built.session.presence.mine.follows).toBeNull();
    const { state } = built.canvas.camera;
    built.following.update([person('bertil', { view: { ...VIEW, x: -9_000 } })]);
    expect(built.canvas.camera.state).toBe(state);
  });

  test('a click and the laser do not end it', () => {
    const { click, canvas, drag, following, lasers } = follow();
    click(400, 400);
    canvas.tool = 'laser';
    drag([100, 100], [300, 300]);
    expect(following.leader?.id).toBe('bertil');
    lasers.stop();
  });

  test('waits for who reloads, and ends when they stay away', () => {
    vi.useFakeTimers();
    const { following } = follow();
    following.update([]);
    vi.advanceTimersByTime(3_000);
    following.update([person('bertil')]);
    vi.advanceTimersByTime(60_000);
    expect(following.leader?.id).toBe('bertil');
    following.update([]);
    vi.advanceTimersByTime(5_000);
    expect(following.leader).toBeNull();
    expect(following.left).toEqual({ name: 'bertil' });
  });
});

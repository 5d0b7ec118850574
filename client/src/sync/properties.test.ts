import { ELEMENT_TYPES, type ElementType } from '@talkoot/elements';
import { DEFAULT_RULES } from '@talkoot/protocol';
import { describe, expect, test } from 'vitest';
import { LocalSession } from '../dev/local-session.ts';
import { addElement } from './actions-add.ts';
import { MEASURES, setMeasure, sharedMeasure } from './properties.ts';

/** One of every kind, side by side. */
function oneOfEach(): { session: LocalSession; ids: Map<string, string> } {
  const session = new LocalSession();
  const ids = new Map<string, string>();
  let x = 0;
  for (const type of ELEMENT_TYPES.values()) {
    const added = addElement(session, { type, frame: null, at: { x, y: 0, size: { width: 300, height: 150 } } });
    if (added.allowed) ids.set(type.kind, added.ids[0] as string);
    x += 500;
  }
  return { session, ids };
}

function kindsThat(check: (type: ElementType) => unknown): string[] {
  return [...ELEMENT_TYPES.values()].filter((type) => check(type)).map(({ kind }) => kind);
}

describe('measures', () => {
  test('are set by numbers on every kind that has them, in one step', () => {
    const { session, ids } = oneOfEach();
    for (const [kind, id] of ids) {
      const type = ELEMENT_TYPES.get(kind) as ElementType;
      for (const measure of MEASURES) {
        const before = sharedMeasure(session, [id], measure);
        if (type.connects) {
          expect(before, `${measure} of ${kind}`).toEqual({ value: undefined, mixed: false, open: false });
          continue;
        }
        if (!before.open) continue;
        expect(setMeasure(session, [id], measure, 170)).toEqual({ allowed: true });
        expect(sharedMeasure(session, [id], measure).value, `${measure} of ${kind}`).toBe(170);
        session.undo.undo();
      }
    }
    expect(
      kindsThat(({ turns }) => turns).every(
        (kind) => sharedMeasure(session, [ids.get(kind) as string], 'rotation').open,
      ),
    ).toBe(true);
    expect(
      kindsThat(({ container }) => container).some(
        (kind) => sharedMeasure(session, [ids.get(kind) as string], 'rotation').open,
      ),
    ).toBe(false);
  });

  test('of several are mixed until they are set', () => {
    const { session, ids } = oneOfEach();
    const some = [...ids.values()];
    expect(sharedMeasure(session, some, 'x')).toEqual({ value: undefined, mixed: true, open: true });
    expect(sharedMeasure(session, some, 'y')).toEqual({ value: 0, mixed: false, open: true });
    setMeasure(session, some, 'x', 40);
    expect(sharedMeasure(session, some, 'x')).toEqual({ value: 40, mixed: false, open: true });
    session.undo.undo();
    expect(sharedMeasure(session, some, 'x').mixed).toBe(true);
  });

  test('that the board does not take change nothing', () => {
    const { session, ids } = oneOfEach();
    const some = [...ids.values()];
    expect(setMeasure(session, some, 'x', 1e9)).toBeNull();
    expect(setMeasure(session, some, 'width', 0)).toBeNull();
    expect(setMeasure(session, some, 'rotation', 1_000)).toBeNull();
    expect(sharedMeasure(session, some, 'y').value).toBe(0);
  });

  test('keep the shape of what keeps it', () => {
    const { session, ids } = oneOfEach();
    for (const kind of kindsThat(({ resizing }) => resizing?.keepsShape)) {
      const id = ids.get(kind) as string;
      setMeasure(session, [id], 'height', 75);
      expect(session.model.get(id)?.size).toEqual({ width: 150, height: 75 });
    }
  });

  test('are closed to whom the rights say no', () => {
    const { session, ids } = oneOfEach();
    session.become('eero', 'participant');
    expect(sharedMeasure(session, ids.values(), 'x').open).toBe(true);
    session.setView({ rules: { ...DEFAULT_RULES, move: 'own' } });
    expect(sharedMeasure(session, ids.values(), 'x').open).toBe(false);
  });
});

import { type Box, containsBox } from '@talkoot/board';
import { ELEMENT_TYPES, type ElementType, NOTE_TYPE } from '@talkoot/elements';
import { DEFAULT_RULES } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { LocalSession } from '../dev/local-session.ts';
import { addElement } from './actions-add.ts';
import { canFitContent, fitContent } from './fit-content.ts';

const CONTAINERS = [...ELEMENT_TYPES.values()].filter(({ container }) => container);

/** A container with two notes far from its corner; `fields` are its look. */
function filled(
  type: ElementType,
  fields: Record<string, unknown> = {},
): { session: LocalSession; id: string; notes: string[] } {
  const session = new LocalSession();
  const add = (kind: ElementType, { x, y, ...size }: Box, more: object = {}): string => {
    const added = addElement(session, { type: kind, at: { x, y, size }, ...more });
    return added.allowed ? (added.ids[0] as string) : '';
  };
  const id = add(type, { x: 0, y: 0, width: 1_500, height: 1_200 }, { fields, text: 'Kehys' });
  const notes = [
    add(NOTE_TYPE, { x: 500, y: 500, width: 160, height: 160 }, { frame: id }),
    add(NOTE_TYPE, { x: 700, y: 620, width: 160, height: 160 }, { frame: id }),
  ];
  return { session, id, notes };
}

test.each(CONTAINERS)('$kind becomes as large as its content needs in every look, and the content stays', (type) => {
  for (const control of type.controls) {
    for (const { value } of 'options' in control ? control.options : []) {
      const { session, id, notes } = filled(type, { [control.field]: value, prompt: 'Mistä pidämme kiinni?' });
      const before = notes.map((note) => session.model.box(note));
      expect(canFitContent(session, id)).toBe(true);
      expect(fitContent(session, id)).toEqual({ allowed: true });
      const box = session.model.box(id) as Box;
      expect(notes.map((note) => session.model.box(note))).toEqual(before);
      for (const note of before) expect(containsBox(box, note as Box), String(value)).toBe(true);
      expect(box.width, String(value)).toBeLessThan(1_200);
      session.undo.undo();
      expect(session.model.box(id)).toEqual({ x: 0, y: 0, width: 1_500, height: 1_200 });
      expect(notes.map((note) => session.model.box(note))).toEqual(before);
    }
  }
});

test('is not offered for what is empty, holds nothing or may not be moved', () => {
  const { session, id, notes } = filled(CONTAINERS[0] as ElementType);
  expect(canFitContent(session, notes[0] as string)).toBe(false);
  session.become('eero', 'participant');
  session.setView({ rules: { ...DEFAULT_RULES, move: 'none' } });
  expect(canFitContent(session, id)).toBe(false);
  const board = new LocalSession();
  const empty = addElement(board, { type: CONTAINERS[0] as ElementType, at: { x: 0, y: 0 } });
  expect(canFitContent(board, empty.allowed ? (empty.ids[0] as string) : '')).toBe(false);
});

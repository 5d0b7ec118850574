import { ELEMENT_TYPES, type ElementType, NOTE_TYPE } from '@talkoot/elements';
import type { Role } from '@talkoot/protocol';
import { describe, expect, test } from 'vitest';
import { LocalSession } from '../dev/local-session.ts';
import { addElement } from './actions-add.ts';
import { clipOf, pasteClip } from './clip.ts';
import { notesIn, pasteNotes } from './paste-words.ts';

const typeOf = (kind: string): ElementType => ELEMENT_TYPES.get(kind) as ElementType;
const MIDDLE = { x: 1_000, y: 1_000 };

/** A frame at 100,100 with two notes in it, and a note beside. */
function boardOf(role: Role = 'facilitator'): LocalSession {
  const session = new LocalSession({ role: 'facilitator' });
  addElement(session, {
    type: typeOf('frame'),
    at: { x: 100, y: 100, size: { width: 600, height: 400 } },
    text: 'Alue',
  });
  addElement(session, { type: NOTE_TYPE, at: { x: 250, y: 250 }, text: 'yksi', fields: { colour: 'blue' } });
  addElement(session, { type: NOTE_TYPE, at: { x: 450, y: 250 }, text: 'kaksi' });
  addElement(session, { type: NOTE_TYPE, at: { x: 2_000, y: 250 }, text: 'vieressä' });
  session.become('eero', role);
  return session;
}

const idOf = (session: LocalSession, text: string): string =>
  [...session.model.all()].find((element) => element.text === text)?.id ?? '';

function copyFrom(session: LocalSession, ...texts: string[]): { json: string; words: string } {
  const clip = clipOf(
    session,
    texts.map((text) => idOf(session, text)),
  );
  if (!clip) throw new Error('nothing copied');
  return clip;
}

describe('what is copied', () => {
  test('is not hidden exactly under its copies, however often it is pasted where it was', () => {
    const session = boardOf();
    const clip = copyFrom(session, 'vieressä');
    for (let times = 0; times < 2; times++) pasteClip(session, clip.json, { x: 2_000, y: 250 });
    const all = [...session.model.all()].filter(({ text }) => text === 'vieressä');
    expect(all.map(({ place }) => place.x - 2_000).sort((a, b) => a - b)).toEqual([-80, -60, -40]);
    expect(new Set(all.map(({ place }) => place.y - place.x)).size).toBe(1);
  });

  test('comes to another board with its content, its middle where it is pasted, as the paster’s own', () => {
    const clip = copyFrom(boardOf(), 'Alue');
    expect(clip.words).toBe('Alue\nyksi\nkaksi');
    const other = new LocalSession({ participantId: 'liisa', role: 'facilitator' });
    const result = pasteClip(other, clip.json, MIDDLE);
    expect(result).toMatchObject({ allowed: true });
    const [frame = ''] = result?.allowed ? result.ids : [];
    expect(other.model.box(frame)).toMatchObject({ x: 700, y: 800, width: 600, height: 400 });
    expect(other.model.childrenOf(frame).map(({ text, author, fields }) => [text, author, fields.colour])).toEqual([
      ['yksi', 'liisa', 'blue'],
      ['kaksi', 'liisa', 'yellow'],
    ]);
    other.undo.undo();
    expect(other.model.size).toBe(0);
  });

  test('lands in the frame under it, and keeps how its parts stand to one another', () => {
    const session = boardOf();
    const clip = copyFrom(session, 'yksi', 'vieressä');
    const result = pasteClip(session, clip.json, { x: 400, y: 300 });
    const boxes = result?.allowed ? result.ids.map((id) => session.model.box(id)) : [];
    expect((boxes[1]?.x ?? 0) - (boxes[0]?.x ?? 0)).toBe(1_750);
    expect(session.model.childrenOf(idOf(session, 'Alue'))).toHaveLength(4);
  });

  test('is refused whole where the rights forbid a part of it', () => {
    const session = boardOf('participant');
    const before = session.model.size;
    expect(pasteClip(session, copyFrom(session, 'Alue').json, MIDDLE)).toMatchObject({ allowed: false });
    expect(session.model.size).toBe(before);
    expect(pasteClip(session, copyFrom(session, 'vieressä').json, MIDDLE)).toMatchObject({ allowed: true });
  });

  test.each(['', 'no json', '{}', '{"elements":[]}', '{"elements":[{"id":"x"}]}', '[1]'])(
    'is nothing when the clipboard holds %j',
    (json) => {
      expect(pasteClip(boardOf(), json, MIDDLE)).toBeNull();
    },
  );

  test('of a kind from a later version is left out', () => {
    const { json } = copyFrom(boardOf(), 'yksi', 'vieressä');
    const clip = JSON.parse(json) as { elements: { kind: string }[] };
    for (const element of clip.elements.slice(0, 1)) element.kind = 'hologram';
    const other = new LocalSession();
    expect(pasteClip(other, JSON.stringify(clip), MIDDLE)).toMatchObject({ allowed: true });
    expect([...other.model.all()].map(({ text }) => text)).toEqual(['vieressä']);
  });
});

describe('pasted words', () => {
  test.each([
    ['one thought', 'Kysy asiakkaalta ensin', [['Kysy asiakkaalta ensin']]],
    ['nothing', ' \n ', []],
    ['a list with marks', '- yksi\n* kaksi\n• kolme\n4. neljä', [['yksi'], ['kaksi'], ['kolme'], ['neljä']]],
    ['lines', 'yksi\r\nkaksi\r\n\r\nkolme', [['yksi'], ['kaksi'], ['kolme']]],
    [
      'cells of a sheet',
      'Riski\tTodennäköisyys\nViivästys\t3\n\t5',
      [
        ['Riski', 'Todennäköisyys'],
        ['Viivästys', '3'],
        ['', '5'],
      ],
    ],
    ['a cell with line breaks, tabs and quotes', '"a\n""b""\tc"\td', [['a\n"b"\tc', 'd']]],
    ['prose', `${'pitkä '.repeat(40)}\nloppu`, [[`${'pitkä '.repeat(40)}\nloppu`]]],
  ])('%s', (_, text, rows) => {
    expect(notesIn(text)).toEqual(rows);
  });

  test('of a long list stand in columns', () => {
    const rows = notesIn(Array.from({ length: 25 }, (_, index) => `- ${index}`).join('\n'));
    expect(rows).toHaveLength(10);
    expect(rows[0]).toEqual(['0', '10', '20']);
    expect(rows[9]).toEqual(['9', '19']);
  });

  test('become a link when they are an address and nothing else', () => {
    const session = new LocalSession();
    pasteNotes(session, notesIn('https://kela.fi/a?b=1'), NOTE_TYPE, MIDDLE);
    pasteNotes(session, notesIn('katso https://kela.fi'), NOTE_TYPE, { x: 0, y: 0 });
    expect([...session.model.all()].map(({ runs }) => runs)).toEqual([
      [{ insert: 'https://kela.fi/a?b=1', attributes: { link: 'https://kela.fi/a?b=1' } }],
      [{ insert: 'katso https://kela.fi' }],
    ]);
  });

  test('become notes in the same grid, none on another, in one step', () => {
    const session = new LocalSession();
    const rows = notesIn('a\tb\nc\td');
    expect(pasteNotes(session, rows, NOTE_TYPE, MIDDLE)).toMatchObject({ allowed: true });
    const places = [...session.model.all()].map(({ id, text }) => [text, session.model.box(id)] as const);
    expect(places.map(([text]) => text)).toEqual(['a', 'b', 'c', 'd']);
    expect(new Set(places.map(([, box]) => `${box?.x},${box?.y}`)).size).toBe(4);
    expect(new Set([...session.model.all()].map(({ order }) => order)).size).toBe(4);
    session.undo.undo();
    expect(session.model.size).toBe(0);
  });
});

import { readingOrder } from '@talkoot/board';
import { ELEMENT_MESSAGES, ELEMENT_TYPES, type ElementType } from '@talkoot/elements';
import { createI18n, type LanguageCode, translatorOf } from '@talkoot/i18n';
import { describe, expect, test } from 'vitest';
import { LocalSession } from '../dev/local-session.ts';
import { addElement, type Addition } from '../sync/actions-add.ts';
import { connectAll } from '../sync/ends.ts';
import { setSharedTags } from '../sync/tags.ts';
import { setWords } from '../sync/words.ts';
import { between } from './outline-keys.ts';
import { filtered, nextSorting, sorted, stepInTable, type TableRow, tableRows } from './outline-table-rows.ts';
import { lineWords, nameOfLine, type WordsEnv } from './outline-words.ts';

const typeOf = (kind: string): ElementType => ELEMENT_TYPES.get(kind) as ElementType;

function envOf(session: LocalSession, language: LanguageCode = 'en'): WordsEnv {
  const i18n = createI18n(language);
  for (const area of ELEMENT_MESSAGES) i18n.addResources(language, 'translation', area[language]);
  const nameOf = (id: string) => (id === 'aino' ? 'Aino' : undefined);
  return { model: session.model, t: translatorOf(i18n), nameOf, said: new Map(), judged: new Map() };
}

/** A frame with two notes, a note beside it, and lines from the second to the third and from there to nowhere. */
function board(): { session: LocalSession; ids: Record<'frame' | 'tea' | 'coffee' | 'milk' | 'line', string> } {
  const session = new LocalSession({ role: 'facilitator', participantId: 'aino' });
  const add = (addition: Omit<Addition, 'type'> & { kind: string }): string => {
    const result = addElement(session, { ...addition, type: typeOf(addition.kind) });
    if (!result.allowed) throw new Error(result.reason);
    return result.ids[0] as string;
  };
  const frame = add({ kind: 'frame', at: { x: 0, y: 0, size: { width: 600, height: 400 } }, text: 'Start' });
  const tea = add({ kind: 'sticky', at: { x: 100, y: 100 }, text: 'tee 10' });
  const coffee = add({ kind: 'sticky', at: { x: 400, y: 100 }, text: 'Kahvi' });
  const milk = add({ kind: 'sticky', at: { x: 900, y: 100 }, text: 'tee 9' });
  const joined = connectAll(session, typeOf('connector'), [coffee, milk]);
  const line = joined.allowed ? (joined.ids[0] as string) : '';
  setSharedTags(session, [coffee], ['aamu', 'musta']);
  return { session, ids: { frame, tea, coffee, milk, line } };
}

function rowsOf(session: LocalSession, language?: LanguageCode): TableRow[] {
  return tableRows(readingOrder(session.model), envOf(session, language));
}

const words = (rows: readonly TableRow[]): string[] => rows.map((row) => row.words);

describe('lines of the table', () => {
  test('come as the board is read, each with what its columns say', () => {
    const { session } = board();
    const rows = rowsOf(session);
    expect(words(rows)).toEqual(['Start', 'tee 10', 'Kahvi', 'Kahvi → tee 9', 'tee 9']);
    expect(rows.find((row) => row.words === 'Kahvi')).toMatchObject({
      kind: 'Sticky note',
      frame: 'Start',
      author: 'Aino',
      tags: '#aamu #musta',
      links: 'to: tee 9',
    });
    expect(rows.find((row) => row.words === 'tee 9')).toMatchObject({ frame: '', links: 'from: Kahvi', tags: '' });
  });

  test('are sorted by the letters and figures of the language, what is empty last either way', () => {
    const { session } = board();
    const rows = rowsOf(session, 'fi');
    const up = sorted(rows, { column: 'words', descending: false }, 'fi');
    expect(words(up)).toEqual(['Kahvi', 'Start', 'tee 9', 'tee 10', 'Kahvi → tee 9']);
    const down = sorted(rows, { column: 'words', descending: true }, 'fi');
    expect(words(down)).toEqual(['tee 10', 'tee 9', 'Start', 'Kahvi', 'Kahvi → tee 9']);
    expect(sorted(rows, { column: 'tags', descending: true }, 'fi')[0]?.words).toBe('Kahvi');
    expect(sorted(rows, null, 'fi')).toBe(rows);
  });

  test('are filtered by words in any column', () => {
    const { session } = board();
    const rows = rowsOf(session);
    expect(words(filtered(rows, 'KAHVI musta'))).toEqual(['Kahvi']);
    expect(words(filtered(rows, 'start tee'))).toEqual(['tee 10', 'Kahvi']);
    expect(filtered(rows, '  ')).toBe(rows);
    expect(filtered(rows, 'nothing such')).toEqual([]);
  });

  test('a head sorts up, down, and as read again', () => {
    const up = nextSorting(null, 'kind');
    expect(up).toEqual({ column: 'kind', descending: false });
    const down = nextSorting(up, 'kind');
    expect(down).toEqual({ column: 'kind', descending: true });
    expect(nextSorting(down, 'kind')).toBeNull();
    expect(nextSorting(down, 'tags')).toEqual({ column: 'tags', descending: false });
  });
});

describe('the name of a line', () => {
  const name = (session: LocalSession, id: string, language: LanguageCode): string => {
    const env = envOf(session, language);
    const element = session.model.get(id);
    return element ? nameOfLine(lineWords(element, { index: 2, count: 3 }, env), env.t) : '';
  };

  test('begins with what is seen, in the same words', () => {
    const { session, ids } = board();
    expect(name(session, ids.coffee, 'en')).toBe(
      'Kahvi. by Aino, #aamu #musta, 1 link, Sticky note, frame Start, 2 of 3',
    );
    expect(name(session, ids.coffee, 'sv')).toContain('av Aino, #aamu #musta, 1 koppling, ');
  });

  test('counts links with the plurals of each language', () => {
    const { session, ids } = board();
    connectAll(session, typeOf('connector'), [ids.coffee, ids.tea]);
    expect(name(session, ids.coffee, 'fi')).toContain('2 yhteyttä');
    expect(name(session, ids.coffee, 'sv')).toContain('2 kopplingar');
    expect(name(session, ids.milk, 'fi')).toContain('1 yhteys');
  });

  test('of a line says what it joins, with its label before', () => {
    const { session, ids } = board();
    expect(name(session, ids.line, 'en')).toMatch(/^Connector: Kahvi → tee 9\. by Aino, on the board/);
    expect(name(session, ids.line, 'fi')).toMatch(/^Yhdysviiva: Kahvi → tee 9\. /);
    setWords(session, ids.line, 'kaipaa');
    expect(name(session, ids.line, 'sv')).toMatch(/^kaipaa\. av Aino, Förbindelse: Kahvi → tee 9, på tavlan/);
  });

  test('of a line with an end that hangs on nothing says so', () => {
    const { session } = board();
    const free = addElement(session, {
      type: typeOf('connector'),
      at: { x: 0, y: 900, size: { width: 200, height: 1 } },
    });
    const id = free.allowed ? (free.ids[0] as string) : '';
    expect(name(session, id, 'fi')).toMatch(/^Yhdysviiva: vapaa pää → vapaa pää\./);
  });
});

describe('keys in the table', () => {
  const ids = ['a', 'b', 'c'];

  test('go from cell to cell and into the heads', () => {
    expect(stepInTable(ids, 'a', 2, 'ArrowDown')).toEqual({ focus: 'b', column: 2 });
    expect(stepInTable(ids, 'c', 2, 'ArrowDown')).toBeNull();
    expect(stepInTable(ids, 'a', 7, 'ArrowUp')).toEqual({ head: 6 });
    expect(stepInTable(ids, 'b', 0, 'ArrowLeft')).toEqual({ focus: 'b', column: 0 });
    expect(stepInTable(ids, 'b', 6, 'ArrowRight')).toEqual({ focus: 'b', column: 7 });
    expect(stepInTable(ids, 'b', 1, 'End')).toEqual({ focus: 'c', column: 1 });
    expect(stepInTable(ids, 'b', 1, 'x')).toBeUndefined();
  });

  test('with Shift select all between', () => {
    expect(between(ids, 'c', 'a')).toEqual(['a', 'b', 'c']);
    expect(between(ids, 'gone', 'b')).toEqual(['b']);
  });
});

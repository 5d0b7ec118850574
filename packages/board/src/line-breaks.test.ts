import { describe, expect, test } from 'vitest';
import { ALL_SCRIPTS } from './all-scripts.ts';
import { inVisualOrder } from './bidi.ts';
import { breaksIn } from './line-breaks.ts';
import { layoutText, LIST_INDENT, type TextLayout } from './text-layout.ts';
import { lettersOf, measureText } from './text-metrics.ts';
import { provideScripts } from './scripts.ts';

provideScripts(ALL_SCRIPTS);

const PLAIN = { bold: false, italic: false };
const plain = (insert: string) => [{ insert }];
const linesOf = ({ lines }: TextLayout): string[] => lines.map(({ runs }) => runs.map(({ text }) => text).join(''));

/** The words with a bar wherever a line may be broken. */
function broken(text: string): string {
  const mayBreak = breaksIn(text);
  return lettersIn(text).reduce((shown, letter, at) => shown + (at > 0 && mayBreak(at) ? '|' : '') + letter, '');
}

function lettersIn(text: string): string[] {
  return Array.from({ length: text.length }, (_, at) => text.charAt(at));
}

describe('a line may be broken', () => {
  test('as Chromium and Safari do it between signs of ASCII', () => {
    expect(broken('työ-elämä')).toBe('työ-|elämä');
    expect(broken('A-1234')).toBe('A-|1234');
    expect(broken('-5')).toBe('-5');
    expect(broken('https://a.fi/b/c?d=e&f')).toBe('https://a.fi/b/c?|d=e&f');
    expect(broken('sana!(toinen)')).toBe('sana!|(toinen)');
    expect(broken('50%')).toBe('50%');
    expect(broken('mitä/äiti')).toBe('mitä/|äiti');
  });

  test('by the rules of Unicode beyond that', () => {
    expect(broken('共同、工作')).toBe('共|同、|工|作');
    expect(broken('工作「一起」')).toBe('工|作|「一|起」');
    expect(broken('考えましょう')).toBe('考|え|ま|し|ょ|う');
    expect(broken('12–14')).toBe('12–|14');
    expect(broken('5\u00a0€')).toBe('5\u00a0€');
  });
});

test('pieces of a line are put into the order in which they are seen', () => {
  const order = (levels: number[]) => inVisualOrder(levels.map((level, at) => ({ level, at }))).map(({ at }) => at);
  expect(order([0, 1, 0])).toEqual([0, 1, 2]);
  expect(order([0, 1, 1, 0])).toEqual([0, 2, 1, 3]);
  // A number among letters that run from right to left keeps its own direction.
  expect(order([1, 2, 1])).toEqual([2, 1, 0]);
  expect(order([1, 2, 2, 1, 0])).toEqual([3, 1, 2, 0, 4]);
});

describe('words from right to left', () => {
  test('begin at the right, with what stands in them in its own direction', () => {
    const [line] = layoutText(plain('שלום Kela'), { width: 300, fontSize: 20 }).lines;
    expect(line?.rtl).toBe(true);
    expect(line?.runs.map(({ text, rtl }) => [text, rtl])).toEqual([
      ['Kela', false],
      ['שלום ', true],
    ]);
    expect((line?.x ?? 0) + (line?.width ?? 0)).toBeCloseTo(300, 5);
  });

  test('among others stand where they are, and the line begins at the left', () => {
    const [line] = layoutText(plain('yksi אבג kaksi'), { width: 300, fontSize: 20 }).lines;
    expect(line?.rtl).toBe(false);
    expect(line?.x).toBe(0);
    expect(line?.runs.map(({ text }) => text)).toEqual(['yksi ', 'אבג', ' kaksi']);
  });

  test('a list has its marks at the right', () => {
    const list = [{ insert: 'שלום' }, { insert: '\n', attributes: { list: 'bullet' } }];
    const [line] = layoutText(list, { width: 200, fontSize: 10 }).lines;
    const [mark, words] = line?.runs ?? [];
    expect((mark?.x ?? 0) + (mark?.width ?? 0)).toBeCloseTo(200, 5);
    expect((words?.x ?? 0) + (words?.width ?? 0)).toBeCloseTo(200 - LIST_INDENT * 10, 5);
  });
});

describe('signs that are not seen', () => {
  test('a soft hyphen shows where a line ends at it, and only there', () => {
    const words = 'yhteis\u00adkehittämis\u00adpäivä';
    const width = measureText('yhteiskehittämis-', PLAIN, 20) + 0.1;
    expect(linesOf(layoutText(plain(words), { width, fontSize: 20 }))).toEqual(['yhteiskehittämis-', 'päivä']);
    expect(linesOf(layoutText(plain(words), { width: 1_000, fontSize: 20 }))).toEqual(['yhteiskehittämispäivä']);
    // Without room for the hyphen the line ends at the one before.
    const tight = { width: width - 1, fontSize: 20 };
    expect(linesOf(layoutText(plain(words), tight))).toEqual(['yhteis-', 'kehittämispäivä']);
  });

  test('a tab reaches to the next column', () => {
    const at = (text: string) => layoutText(plain(text), { width: 500, fontSize: 20 }).lines[0]?.runs.at(-1)?.x ?? 0;
    const column = 4 * measureText(' ', PLAIN, 20);
    expect(at('i\tx')).toBeCloseTo(column, 5);
    expect(at('\t\tx')).toBeCloseTo(2 * column, 5);
    expect(at('mmm\tx') % column).toBeCloseTo(0, 5);
  });

  test('spaces at the end of a paragraph count when it is set at the right', () => {
    const space = measureText('  ', PLAIN, 20);
    const end = (text: string) => {
      const [line] = layoutText(plain(text), { width: 300, fontSize: 20, align: 'right' }).lines;
      return (line?.x ?? 0) + (line?.width ?? 0);
    };
    expect(end('sana')).toBeCloseTo(300, 5);
    expect(end('sana  ')).toBeCloseTo(300 - space, 5);
  });
});

test('what people take for one letter is one', () => {
  expect(lettersOf('a👩‍💻🇫🇮e\u0301')).toEqual(['a', '👩‍💻', '🇫🇮', 'e\u0301']);
  expect(measureText('👩‍💻', PLAIN, 10)).toBe(measureText('🇫🇮', PLAIN, 10));
});

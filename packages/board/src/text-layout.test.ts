import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALL_SCRIPTS } from './all-scripts.ts';
import type { TextRun } from './element.ts';
import { fitText, layoutText, LIST_INDENT, type TextLayout } from './text-layout.ts';
import { advanceOf, FONT_ASCENT, FONT_DESCENT, measureText } from './text-metrics.ts';
import { provideScripts } from './scripts.ts';

provideScripts(ALL_SCRIPTS);

const PLAIN = { bold: false, italic: false };
const plain = (text: string): TextRun[] => (text ? [{ insert: text }] : []);
const linesOf = (layout: TextLayout): string[] =>
  layout.lines.map((line) => line.runs.map(({ text }) => text).join(''));

describe('widths', () => {
  test('are those of the font', () => {
    expect(advanceOf('a'.codePointAt(0) as number, PLAIN)).toBeGreaterThan(400);
    expect(measureText('ii', PLAIN, 10)).toBeLessThan(measureText('mm', PLAIN, 10));
    expect(measureText('äö', PLAIN, 10)).toBeCloseTo(measureText('ao', PLAIN, 10), 5);
  });

  test('bold is another table', () => {
    expect(measureText('Talkoot', { bold: true, italic: false }, 20)).not.toBe(measureText('Talkoot', PLAIN, 20));
  });

  test('grow with the size', () => {
    expect(measureText('sana', PLAIN, 40)).toBeCloseTo(4 * measureText('sana', PLAIN, 10), 6);
  });

  test('of letters outside the font are cells, and joiners have none', () => {
    expect(advanceOf(0x1f600, PLAIN)).toBe(1250);
    expect(advanceOf(0x4e2d, PLAIN)).toBe(1000);
    expect(advanceOf(0x200d, PLAIN)).toBe(0);
    expect(measureText('👍', PLAIN, 10)).toBe(12.5);
    expect(measureText('👍🏽', PLAIN, 10)).toBe(12.5);
  });
});

describe('lines', () => {
  test('break between words and hang the space', () => {
    const width = measureText('yksi kaksi', PLAIN, 20) + 0.1;
    const layout = layoutText(plain('yksi kaksi kolme'), { width, fontSize: 20 });
    expect(linesOf(layout)).toEqual(['yksi kaksi', 'kolme']);
    expect(layout.width).toBeCloseTo(measureText('yksi kaksi', PLAIN, 20), 5);
    expect(layout.height).toBeCloseTo(2 * 26, 5);
  });

  test('a line break ends a paragraph, a last one adds no line', () => {
    expect(linesOf(layoutText(plain('a\n\nb\n'), { width: 100, fontSize: 10 }))).toEqual(['a', '', 'b']);
    expect(layoutText([], { width: 100, fontSize: 10 }).height).toBe(13);
  });

  test('spaces at the start stay, several between words too', () => {
    const layout = layoutText(plain('  a  b'), { width: 500, fontSize: 10 });
    expect(linesOf(layout)).toEqual(['  a  b']);
  });

  test('a word wider than the line is broken between letters', () => {
    const layout = layoutText(plain('aaaaaaaaaa'), { width: measureText('aaaa', PLAIN, 20) + 1, fontSize: 20 });
    expect(linesOf(layout)).toEqual(['aaaa', 'aaaa', 'aa']);
  });

  test('an emoji is never cut in two', () => {
    const layout = layoutText(plain('👍👍👍'), { width: 30, fontSize: 20 });
    expect(linesOf(layout)).toEqual(['👍', '👍', '👍']);
  });

  test('break after a hyphen between letters but not before a number', () => {
    const width = measureText('työ- ', PLAIN, 20);
    expect(linesOf(layoutText(plain('työ-elämä'), { width, fontSize: 20 }))[0]).toBe('työ-');
    expect(linesOf(layoutText(plain('ab -5'), { width: 1000, fontSize: 20 }))).toEqual(['ab -5']);
  });

  test('runs of one style are joined, others keep theirs', () => {
    const runs: TextRun[] = [
      { insert: 'kaksi ' },
      { insert: 'sanaa', attributes: { bold: true } },
      { insert: 'yhdessä', attributes: { italic: true, link: 'https://a.fi', strike: true } },
    ];
    const [line] = layoutText(runs, { width: 1000, fontSize: 10 }).lines;
    expect(line?.runs.map(({ text, bold, italic, strike, link }) => ({ text, bold, italic, strike, link }))).toEqual([
      { text: 'kaksi ', bold: false, italic: false, strike: false, link: null },
      { text: 'sanaa', bold: true, italic: false, strike: false, link: null },
      { text: 'yhdessä', bold: false, italic: true, strike: true, link: 'https://a.fi' },
    ]);
    expect(line?.runs[1]?.x).toBeCloseTo(line?.runs[0]?.width as number, 6);
  });

  test('a word of two styles is not broken at the change', () => {
    const runs: TextRun[] = [{ insert: 'aaa bb' }, { insert: 'cc', attributes: { bold: true } }];
    const width = measureText('aaa bb', PLAIN, 20) + 2;
    expect(linesOf(layoutText(runs, { width, fontSize: 20 }))).toEqual(['aaa ', 'bbcc'].map((text) => text.trimEnd()));
  });

  test('are aligned in the box', () => {
    const width = measureText('sana', PLAIN, 10);
    expect(layoutText(plain('sana'), { width: 100, fontSize: 10, align: 'right' }).lines[0]?.x).toBeCloseTo(
      100 - width,
      5,
    );
    expect(layoutText(plain('sana'), { width: 100, fontSize: 10, align: 'center' }).lines[0]?.x).toBeCloseTo(
      (100 - width) / 2,
      5,
    );
  });

  test('the baseline leaves room for the letters', () => {
    const { lines, lineHeight } = layoutText(plain('a\nb'), { width: 100, fontSize: 20 });
    expect(lines[0]?.baseline).toBeGreaterThan(FONT_ASCENT * 20 - 1);
    expect(lines[0]?.baseline).toBeLessThan(lineHeight - FONT_DESCENT * 20 + 1);
    expect((lines[1]?.baseline ?? 0) - (lines[0]?.baseline ?? 0)).toBeCloseTo(lineHeight, 6);
  });
});

describe('lists', () => {
  const list = (kind: string): TextRun[] => [
    { insert: 'eka' },
    { insert: '\n', attributes: { list: kind } },
    { insert: 'toka' },
    { insert: '\n', attributes: { list: kind } },
    { insert: 'loppu\n' },
  ];

  test('are indented behind their marks', () => {
    const { lines } = layoutText(list('bullet'), { width: 300, fontSize: 10 });
    expect(lines.map((line) => line.runs[0]?.text)).toEqual(['•', '•', 'loppu']);
    expect(lines[0]?.runs[1]?.x).toBeCloseTo(LIST_INDENT * 10, 6);
    expect(lines[2]?.x).toBe(0);
  });

  test('count when they are numbered, and begin anew after other words', () => {
    const marks = layoutText([...list('ordered'), ...list('ordered')], { width: 300, fontSize: 10 }).lines.map(
      (line) => line.runs[0]?.text,
    );
    expect(marks).toEqual(['1.', '2.', 'loppu', '1.', '2.', 'loppu']);
  });
});

describe('fitting', () => {
  const box = { width: 130, height: 120 };

  test('few words are large, many small', () => {
    const few = fitText(plain('Hyvä'), box, { min: 9, max: 20 });
    const many = fitText(plain('sana '.repeat(60)), box, { min: 9, max: 20 });
    expect(few.fontSize).toBe(20);
    expect(many.fontSize).toBeLessThan(14);
  });

  test('a long word shrinks rather than breaks', () => {
    const layout = fitText(plain('Vaikuttavuusketjutyöpaja'), box, { min: 6, max: 30 });
    expect(layout.lines).toHaveLength(1);
    expect(layout.width).toBeLessThanOrEqual(box.width + 0.01);
  });

  test('what fits at no size is set at the smallest', () => {
    expect(fitText(plain('sana '.repeat(900)), box, { min: 9, max: 20 }).fontSize).toBe(9);
  });
});

describe('always', () => {
  const words = fc.string({ unit: fc.constantFrom(...'abc äö-–\n\t.👍mW'), maxLength: 80 });

  test('no letter is lost and no line is wider than its box', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 400 }), (text, width) => {
        const layout = layoutText(plain(text), { width, fontSize: 16 });
        const kept = linesOf(layout).join('').replace(/[\s]/g, '');
        expect(kept).toBe(text.replace(/[\s]/g, ''));
        for (const line of layout.lines) expect(line.width).toBeLessThanOrEqual(width + 0.1);
      }),
    );
  });

  test('the fitted size is the largest that fits', () => {
    fc.assert(
      fc.property(words, (text) => {
        const box = { width: 132, height: 127 };
        const fitted = fitText(plain(text), box, { min: 9, max: 19 });
        if (fitted.fontSize > 9) expect(fitted.height).toBeLessThanOrEqual(box.height + 0.01);
        if (fitted.fontSize === 19) return;
        const larger = layoutText(plain(text), { width: box.width, fontSize: fitted.fontSize + 1 });
        const tall = larger.height > box.height + 0.01;
        const longest = Math.max(...text.split(/\s/).map((word) => measureText(word, PLAIN, fitted.fontSize + 1)));
        expect(tall || longest > box.width - 0.1).toBe(true);
      }),
    );
  });
});

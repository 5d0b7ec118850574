import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Primitive, tokensOf } from './drawing.ts';
import { escapeXml, paintSvg, svgDocument } from './svg.ts';
import { layoutText } from './text-layout.ts';

const palette = (token: string) => `[${token}]`;

describe('escaping', () => {
  test('leaves nothing that XML would read', () => {
    expect(escapeXml(`<b a="1">'&'</b>`)).toBe('&lt;b a=&quot;1&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;');
  });

  test('drops control characters, keeps tabs and line breaks', () => {
    expect(escapeXml('a\u0000b\u0008c\td\ne')).toBe('abc\td\ne');
  });

  test('holds for any words', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\' ;aä\u0000\u001f\n\ud83d👍') }), (text) => {
        const escaped = escapeXml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(escaped.isWellFormed()).toBe(true);
        expect(escaped.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
    );
  });
});

describe('primitives', () => {
  test('a rectangle with its paint', () => {
    const svg = paintSvg(
      [
        {
          type: 'rect',
          x: 1,
          y: 2,
          width: 30.123,
          height: 4,
          radius: 5,
          fill: 'ink',
          stroke: 'line',
          strokeWidth: 2,
          dash: [3, 4],
        },
      ],
      palette,
    );
    expect(svg).toBe(
      '<rect x="1" y="2" width="30.12" height="4" rx="5" fill="[ink]" stroke="[line]" stroke-width="2" stroke-dasharray="3 4"/>',
    );
  });

  test('without fill nothing is filled', () => {
    expect(paintSvg([{ type: 'ellipse', cx: 1, cy: 2, rx: 3, ry: 4, stroke: 'ink' }], palette)).toContain(
      'fill="none"',
    );
  });

  test('a round line has round ends and corners', () => {
    const svg = paintSvg([{ type: 'path', d: 'M0 0L1 1', stroke: 'ink', strokeWidth: 4, round: true }], palette);
    expect(svg).toContain('stroke-linecap="round" stroke-linejoin="round"');
    expect(paintSvg([{ type: 'path', d: 'M0 0L1 1', stroke: 'ink' }], palette)).not.toContain('stroke-line');
  });

  test('paths and images by their data', () => {
    const svg = paintSvg(
      [
        { type: 'path', d: 'M0 0L1 1', fill: 'a' },
        { type: 'image', x: 0, y: 0, width: 5, height: 6, image: 'hash', alt: 'Kuva <1>' },
      ],
      palette,
      (hash) => `/b?a=1&b="${hash}"`,
    );
    expect(svg).toContain('d="M0 0L1 1"');
    expect(svg).toContain('href="/b?a=1&amp;b=&quot;hash&quot;"');
    expect(svg).toContain('aria-label="Kuva &lt;1&gt;"');
  });

  test('words keep place, size, weight and decoration', () => {
    const layout = layoutText(
      [
        { insert: 'a<b ' },
        { insert: 'vahva', attributes: { bold: true, italic: true, strike: true } },
        { insert: 'linkki', attributes: { link: 'javascript:alert(1)' } },
      ],
      { width: 500, fontSize: 20 },
    );
    const svg = paintSvg([{ type: 'text', x: 10, y: 5, layout, fill: 'ink', linkFill: 'link' }], palette);
    expect(svg).toContain('>a&lt;b </text>');
    expect(svg).toContain('font-weight="700" font-style="italic" text-decoration="line-through"');
    expect(svg).toContain('fill="[link]"');
    expect(svg).toContain('text-decoration="underline"');
    expect(svg).not.toContain('javascript');
  });

  test('tokens of a drawing are all found', () => {
    const layout = layoutText([{ insert: 'x' }], { width: 10, fontSize: 5 });
    const drawing: Primitive[] = [
      { type: 'rect', x: 0, y: 0, width: 1, height: 1, fill: 'a', stroke: 'b' },
      { type: 'text', x: 0, y: 0, layout, fill: 'c', linkFill: 'd' },
      { type: 'image', x: 0, y: 0, width: 1, height: 1, image: '', alt: '' },
    ];
    expect([...tokensOf(drawing)]).toEqual(['a', 'b', 'c', 'd']);
  });
});

test('a whole file shows a view of the board, each drawing at its place', () => {
  const rect: Primitive = { type: 'rect', x: 0, y: 0, width: 10, height: 10, fill: 'ink' };
  const svg = svgDocument([{ x: 5, y: 6, primitives: [rect] }], { x: -10, y: -20, width: 300, height: 200 }, palette, {
    paper: 'paper',
    title: 'A & B',
    language: 'sv',
  });
  expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -20 300 200"')).toBe(true);
  expect(svg).toContain('xml:lang="sv"');
  expect(svg).toContain('<title>A &amp; B</title>');
  expect(svg).toContain('fill="[paper]"');
  expect(svg).toContain('<g transform="translate(5 6)"><rect');
  expect(svg.endsWith('</svg>')).toBe(true);
});

test('what is turned is turned around its middle', () => {
  const rect: Primitive = { type: 'rect', x: 0, y: 0, width: 10, height: 20, fill: 'ink' };
  const drawing = { x: 5, y: 6, primitives: [rect], rotation: 30, size: { width: 10, height: 20 } };
  const svg = svgDocument([drawing], { x: 0, y: 0, width: 50, height: 50 }, palette);
  expect(svg).toContain('<g transform="translate(5 6) rotate(30 5 10)">');
});

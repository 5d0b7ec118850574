import { describe, expect, test } from 'vitest';
import { fittingRuns } from './element.ts';
import { isFormatValue, isLink, linkFrom, linksIn } from './links.ts';

describe('addresses', () => {
  test('are of pages and mail, never of what would run', () => {
    for (const fine of ['https://kela.fi', 'http://192.168.1.4:3000/a?b#c', 'mailto:aino@kela.fi', 'HTTPS://A.FI'])
      expect(isLink(fine), fine).toBe(true);
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      'about:blank',
      '/sivu',
      'https://a b',
      '',
      'tel:1',
      5,
    ])
      expect(isLink(bad), String(bad)).toBe(false);
    expect(isLink(`https://a.fi/${'x'.repeat(2_000)}`)).toBe(false);
  });

  test('are made whole as people type them', () => {
    expect(linkFrom(' kela.fi/palvelut?a=1 ')).toBe('https://kela.fi/palvelut?a=1');
    expect(linkFrom('www.työ.fi')).toBe('https://www.työ.fi');
    expect(linkFrom('kela.fi:8080/x')).toBe('https://kela.fi:8080/x');
    expect(linkFrom('aino@kela.fi')).toBe('mailto:aino@kela.fi');
    expect(linkFrom('http://kela.fi')).toBe('http://kela.fi');
    for (const none of ['', 'kela', 'kaksi sanaa.fi', 'javascript:alert(1)', 'javascript:a.b', 'ftp://a.fi', '..'])
      expect(linkFrom(none), none).toBeNull();
  });
});

test('only values of the editor are formats', () => {
  expect(isFormatValue('bold', true)).toBe(true);
  expect(isFormatValue('bold', 'true')).toBe(false);
  expect(isFormatValue('list', 'ordered')).toBe(true);
  expect(isFormatValue('list', 'checked')).toBe(false);
  expect(isFormatValue('link', 'javascript:alert(1)')).toBe(false);
});

test('words from elsewhere keep only what the kind allows, up to its length', () => {
  const kind = { text: { formats: ['bold', 'link'], maxLength: 12 } } as const;
  const runs = [
    { insert: 'lihava ', attributes: { bold: true, color: 'red' } },
    { insert: 'paha', attributes: { link: 'javascript:alert(1)' } },
    { insert: 'pitkä' },
  ];
  expect(fittingRuns(kind, runs)).toEqual([
    { insert: 'lihava ', attributes: { bold: true } },
    { insert: 'paha' },
    { insert: 'p' },
  ]);
});

test('links are listed once each, by the words that lead there or else the address', () => {
  const to = (link: string) => ({ attributes: { link } });
  const runs = [
    { insert: 'Kelan ', ...to('https://kela.fi') },
    { insert: 'sivut', attributes: { bold: true, link: 'https://kela.fi' } },
    { insert: ' ja ' },
    { insert: 'tästä', ...to('https://a.fi') },
    { insert: 'tästä', ...to('https://b.fi') },
    { insert: 'ei', ...to('javascript:alert(1)') },
  ];
  expect(linksIn(runs)).toEqual([
    { address: 'https://kela.fi', words: 'Kelan sivut' },
    { address: 'https://a.fi', words: 'https://a.fi' },
    { address: 'https://b.fi', words: 'https://b.fi' },
  ]);
});

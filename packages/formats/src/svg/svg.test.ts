import { expect, test } from 'vitest';
import { boardOfAllKinds, boardWith, FILE_SOURCES, jobFor } from '../testing.ts';
import { svgFormat } from './format.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Are the elements of XML closed in order, and is nothing outside them? */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const rest = xml.replace(
    /<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>([^<]*)/g,
    (_, end, name, _more, empty) => {
      if (end) return open.pop() === name ? '' : '!';
      if (!empty) open.push(name);
      return '';
    },
  );
  return rest === '' && open.length === 0;
}

test('a board is one well-formed file that needs nothing else', async () => {
  const svg = decode(await svgFormat.make(jobFor(svgFormat, boardOfAllKinds())));
  expect(isWellFormed(svg)).toBe(true);
  expect(svg).toContain('<title>Kevätpäivä &amp; &lt;ystävät&gt;</title>');
  expect(svg).toContain('xml:lang="fi"');
  expect(svg).toMatch(/<text [^>]*>Sanoja &amp; &lt;lisää&gt;/);
  expect(svg.match(/(?:href=|url\()(?!"?data:)/g)).toBeNull();
});

test('only fonts whose letters are used come with it', async () => {
  const facesOf = async (text: string): Promise<number> => {
    const model = boardWith({ id: 'a', kind: 'sticky', text });
    return decode(await svgFormat.make(jobFor(svgFormat, model))).split('@font-face').length - 1;
  };
  expect(await facesOf('Äiti')).toBe(1);
  expect(await facesOf('Łódź')).toBe(2);
  expect(await facesOf('👍')).toBe(0);
});

test('only what was taken is in it', async () => {
  const model = boardWith(
    {
      id: 'area',
      kind: 'frame',
      text: 'Alue',
      place: { frame: null, x: 1000, y: 0 },
      size: { width: 300, height: 200 },
    },
    { id: 'in', kind: 'sticky', text: 'Sisällä', place: { frame: 'area', x: 10, y: 10 } },
    { id: 'out', kind: 'sticky', text: 'Ulkona' },
  );
  const svg = decode(await svgFormat.make(jobFor(svgFormat, model, { taken: { what: 'frame', id: 'area' } })));
  expect(svg).toContain('Sisällä');
  expect(svg).not.toContain('Ulkona');
  expect(svg).toContain('viewBox="976 -24 348 248"');
});

test('the ground may be left out', async () => {
  const model = boardWith({ id: 'a', kind: 'sticky' });
  const paper = '#f8f5ee';
  expect(decode(await svgFormat.make(jobFor(svgFormat, model)))).toContain(paper);
  const options = { transparent: true };
  expect(decode(await svgFormat.make(jobFor(svgFormat, model, { options })))).not.toContain(paper);
});

test('what cannot be fetched ends the export, and a picture that is gone does not', async () => {
  const model = boardWith({ id: 'a', kind: 'sticky', text: 'Sana' });
  const font = async (): Promise<never> => Promise.reject(new Error('away'));
  const job = jobFor(svgFormat, model, { sources: { ...FILE_SOURCES, font, picture: async () => null } });
  await expect(svgFormat.make(job)).rejects.toThrow('away');
});

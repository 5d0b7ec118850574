import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { boardWith, jobFor } from '../testing.ts';
import { pdfFormat } from './format.ts';
import { layPage } from './paper.ts';

const RICH = [
  { insert: 'Katso ' },
  { insert: 'linkki', attributes: { link: 'https://example.org/a' } },
  { insert: ' ja ' },
  { insert: 'vaara', attributes: { link: 'javascript:alert(1)', bold: true } },
];

const board = boardWith(
  { id: 'loose', kind: 'sticky', text: 'Irrallinen 👍 ajatus' },
  { id: 'second', kind: 'frame', text: 'Toinen alue', place: { frame: null, x: 0, y: 2000 } },
  { id: 'b', kind: 'sticky', text: RICH, place: { frame: 'second', x: 300, y: 150 } },
  { id: 'a', kind: 'sticky', text: 'Łódź & ääkköset', place: { frame: 'second', x: 20, y: 150 } },
  {
    id: 'inner',
    kind: 'frame',
    text: 'Sisempi',
    place: { frame: 'second', x: 20, y: 320 },
    size: { width: 200, height: 100 },
  },
  { id: 'bare', kind: 'sticky', text: '', place: { frame: 'second', x: 0, y: 0 }, rotation: 30 },
);

const written = pdfFormat.make(jobFor(pdfFormat, board));
const read = async () => getDocumentProxy((await written).slice());
const raw = async () => new TextDecoder('latin1').decode(await written);

interface Tag {
  role?: string;
  alt?: string;
  children?: Tag[];
}

function rolesIn(tag: Tag | null): string[] {
  return tag ? [tag.role ?? '', ...(tag.children ?? []).flatMap(rolesIn)].filter(Boolean) : [];
}

describe('a board as PDF', () => {
  test('every frame is a page, what stands loose shares the last one', async () => {
    const { text } = await extractText(await read(), { mergePages: false });
    expect(text).toHaveLength(2);
    expect(text[0]).toContain('Toinen alue');
    expect(text[1]).toContain('Irrallinen');
    expect(text[0]).not.toContain('Irrallinen');
  });

  test('its words are words, whatever letters they have', async () => {
    const { text } = await extractText(await read(), { mergePages: true });
    const words = text.replace(/\s+/g, ' ');
    expect(words).toContain('Łódź & ääkköset');
    expect(words).toContain('Katso linkki ja vaara');
  });

  test('says what it is called and in which language', async () => {
    const { info } = await getMeta(await read());
    expect(info).toMatchObject({ Title: 'Kevätpäivä & <ystävät>', Language: 'fi' });
    expect(await raw()).toContain('/DisplayDocTitle true');
  });

  test('is tagged, in the order in which people read', async () => {
    expect(await raw()).toContain('/StructTreeRoot');
    expect(await raw()).toMatch(/\/Marked true/);
    const page = await (await read()).getPage(1);
    const roles = rolesIn((await page.getStructTree()) as Tag | null);
    expect(roles.filter((role) => /^(H\d|P|Link)$/.test(role))).toEqual(['H1', 'H2', 'P', 'P', 'Link']);
  });

  test('links lead where people wrote them, and only to the web', async () => {
    const annotations = await (await (await read()).getPage(1)).getAnnotations();
    expect(annotations.map(({ url }: { url?: string }) => url)).toEqual(['https://example.org/a']);
  });

  test('has only the shipped fonts, embedded', async () => {
    const fonts = [...(await raw()).matchAll(/\/BaseFont \/(\S+)/g)].map((match) => match[1]);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Atkinson/);
    expect(await raw()).toMatch(/\/FontFile[23]? /);
  });

  test('without frames there is one page', async () => {
    const model = boardWith({ id: 'x', kind: 'sticky', text: 'Yksi' }, { id: 'y', kind: 'sticky', text: 'Kaksi' });
    const pdf = await getDocumentProxy(await pdfFormat.make(jobFor(pdfFormat, model)));
    expect(pdf.numPages).toBe(1);
  });
});

test('a page is upright or lying as suits its frame, and never larger than readers take', () => {
  const wide = { x: 0, y: 0, width: 4_000, height: 1_000 };
  expect(layPage(wide, { paper: 'a4' })).toMatchObject({ width: 841.89, height: 595.28 });
  expect(layPage({ ...wide, height: 9_000 }, { paper: 'a3' })).toMatchObject({ width: 841.89, height: 1190.55 });
  expect(layPage({ ...wide, width: 1e6 }, { paper: 'own' }).width).toBe(14_000);
});

import type { Page } from '@playwright/test';
import { type ElementData, elementsOf, readElement } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { extractText, getDocumentProxy } from 'unpdf';
import * as Y from 'yjs';
import { fillGallery } from '../src/dev/gallery-board.ts';
import { CLIP_TYPE } from '../src/sync/clip.ts';
import { ExportDialog } from './pages/export.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

const SPOT = { x: 480, y: 420 };

test('a participant takes the board away in every format', async ({ person }) => {
  const { board, code } = await openWorkshop(person, 'Kevät/päivä?', { template: 'Purjevene' });
  await board.addSticky('Ääni & <kahvi> 👍', SPOT);
  const { guest, board: seen } = await comeIn(person, code, 'Ville', { language: 'sv' });
  await expect((await seen.outline()).getByRole('treeitem', { name: /kahvi/ })).toHaveCount(1);
  await guest.page
    .getByRole('banner')
    .getByRole('button', { name: guest.t('board.outline') })
    .click();
  const dialog = new ExportDialog(guest);

  await dialog.open();
  await expectAccessible(guest.page, 'export dialog');
  const pdf = await dialog.download('format.pdf.name');
  expect(pdf.name).toBe('Kevät päivä.pdf');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.bytes)), { mergePages: true });
  expect(text).toContain('Ääni & <kahvi>');
  expect(pdf.bytes.toString('latin1')).toContain('/StructTreeRoot');

  await dialog.open();
  const png = PNG.sync.read((await dialog.download('format.png.name')).bytes);
  expect(png.width).toBeGreaterThan(500);

  await dialog.open();
  const svg = (await dialog.download('format.svg.name')).bytes.toString();
  expect(svg).toMatch(/^<svg /);
  expect(svg).toContain('Ääni &amp; &lt;kahvi&gt;');
  expect(svg).toContain('data:font/woff2;base64,');

  await dialog.open();
  const csv = (await dialog.download('format.csv.name')).bytes.toString();
  expect(csv).toMatch(/^\ufeff"Typ";"Ord";/);
  const row = csv.split('\r\n').find((line) => line.includes('kahvi')) ?? '';
  const link = /"(http[^"]*)"/.exec(row)?.[1] ?? '';

  // The row's link leads to the note.
  await guest.page.goto('/');
  await guest.page.goto(link);
  await seen.ready();
  await expect(guest.page.getByTestId('board-canvas')).toHaveAttribute('data-selects', 'true');
});

test('what is selected is taken from the menu under the pointer, and a long export can be cancelled', async ({
  person,
}) => {
  const { aino, board } = await openWorkshop(person, 'Valinta');
  const { page, t } = aino;
  await board.addSticky('Mukaan', SPOT);
  await board.addSticky('Ei mukaan', { x: 900, y: 300 });
  await board.canvas.click({ button: 'right', position: SPOT });
  await page
    .getByTestId('context-menu')
    .getByRole('menuitem', { name: t('export.selection') })
    .click();
  const dialog = new ExportDialog(aino);
  const csv = (await dialog.download('format.csv.name')).bytes.toString();
  expect(csv).toContain('Mukaan');
  expect(csv).not.toContain('Ei mukaan');

  await page.route('**/*.woff', () => {});
  await dialog.open();
  await dialog.start('format.pdf.name');
  await expect(dialog.root.getByRole('progressbar')).toBeVisible();
  await dialog.root.getByRole('button', { name: t('common.cancel') }).click();
  await expect(dialog.root.getByRole('progressbar')).toHaveCount(0);
  await expect(dialog.root.getByRole('button', { name: t('export.download') })).toBeEnabled();
});

/** Every kind in every look, as it lies on the clipboard; pictures are the stored one. */
function galleryClip(image: string): string {
  const doc = new Y.Doc();
  fillGallery(doc);
  const elements = [...elementsOf(doc)].flatMap(([id, map]): Partial<ElementData>[] => {
    const element = readElement(id, map, ELEMENT_TYPES);
    if (!element) return [];
    const { kind, place, size, order, rotation, tags, fields, runs } = element;
    return [{ id, kind, place, size, order, rotation, tags, fields, runs }];
  });
  return JSON.stringify({ elements }).replaceAll('0'.repeat(64), image);
}

/** Stores a picture in the workshop of a page; answers its hash. */
async function storePicture(page: Page, workshopId: string): Promise<string> {
  return page.evaluate(async (id) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
    const ctx = canvas.getContext('2d') as CanvasRenderingContext2D;
    for (const [at, colour] of ['#216c8f', '#ffe68a', '#b8402c', '#c5e7ba'].entries()) {
      ctx.fillStyle = colour;
      ctx.fillRect(at * 16, 0, 16, 48);
    }
    const body = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    const answer = await fetch(`/api/v1/workshops/${id}/blobs`, {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body,
    });
    return ((await answer.json()) as { hash: string }).hash;
  }, workshopId);
}

/** Draws an SVG file as any page would that shows it as a picture. */
async function drawnByBrowser(page: Page, svg: Buffer, size: { width: number; height: number }): Promise<PNG> {
  await page.goto('about:blank');
  const address = `data:image/svg+xml;base64,${svg.toString('base64')}`;
  const drawn = await page.evaluate(
    async ({ src, width, height }) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
      return canvas.toDataURL('image/png');
    },
    { src: address, ...size },
  );
  return PNG.sync.read(Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64'));
}

test('the bitmap and the drawing of all kinds look alike', async ({ person }, info) => {
  const { aino, board, id } = await openWorkshop(person, 'Kaikki lajit');
  const { page } = aino;
  const clip = galleryClip(await storePicture(page, id));
  await board.canvas.focus();
  await page.evaluate(
    ([type, json]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(type as string, json as string);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    [CLIP_TYPE, clip],
  );
  await board.ready();
  const dialog = new ExportDialog(aino);
  await dialog.open();
  const png = PNG.sync.read((await dialog.download('format.png.name', { 'format.png.scale': '1' })).bytes);
  await dialog.open();
  const svg = await dialog.download('format.svg.name');
  const { width, height } = png;
  const drawn = await drawnByBrowser(page, svg.bytes, { width, height });
  const difference = new PNG({ width, height });
  const pixels = pixelmatch(png.data, drawn.data, difference.data, width, height);
  await Promise.all([
    info.attach('canvas', { body: PNG.sync.write(png), contentType: 'image/png' }),
    info.attach('difference', { body: PNG.sync.write(difference), contentType: 'image/png' }),
  ]);
  expect(pixels / (width * height)).toBeLessThan(0.02);
  // It is a picture and not an empty sheet.
  expect(new Set(new Uint32Array(png.data.buffer, png.data.byteOffset, width * height)).size).toBeGreaterThan(50);
});

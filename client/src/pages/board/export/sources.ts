import ext400Woff from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-400-normal.woff?url';
import ext400ItalicWoff from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-400-italic.woff?url';
import ext700Woff from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-700-normal.woff?url';
import ext700ItalicWoff from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-700-italic.woff?url';
import latin400Woff from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff?url';
import latin400ItalicWoff from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-italic.woff?url';
import latin700Woff from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff?url';
import latin700ItalicWoff from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-italic.woff?url';
import ext400Woff2 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-400-normal.woff2?url';
import ext400ItalicWoff2 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-400-italic.woff2?url';
import ext700Woff2 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-700-normal.woff2?url';
import ext700ItalicWoff2 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-700-italic.woff2?url';
import latin400Woff2 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2?url';
import latin400ItalicWoff2 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-italic.woff2?url';
import latin700Woff2 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff2?url';
import latin700ItalicWoff2 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-italic.woff2?url';
import { FONT_FAMILY } from '@talkoot/board';
import type { LetterPicture, Picture, Sources } from '@talkoot/formats';
import { paintPicture, type PictureParts } from '../../../canvas/paint/picture.ts';

/** By packing and subset, then by weight and slant: regular, italic, bold, both. */
const FONTS = {
  woff: {
    latin: [latin400Woff, latin400ItalicWoff, latin700Woff, latin700ItalicWoff],
    'latin-ext': [ext400Woff, ext400ItalicWoff, ext700Woff, ext700ItalicWoff],
  },
  woff2: {
    latin: [latin400Woff2, latin400ItalicWoff2, latin700Woff2, latin700ItalicWoff2],
    'latin-ext': [ext400Woff2, ext400ItalicWoff2, ext700Woff2, ext700ItalicWoff2],
  },
} as const;

/** What every reader of documents can show. */
const PLAIN = ['image/png', 'image/jpeg'];

/** Letters are drawn so many times larger than they stand, to be sharp on paper. */
const LETTER_SCALE = 4;

/** What files are made of, from this browser and its server. */
export function browserSources(parts: Pick<PictureParts, 'model' | 'types' | 'draw' | 'urlOf'>): Sources {
  return {
    font: async ({ subset, bold, italic }, packing) => {
      const address = FONTS[packing][subset][(bold ? 2 : 0) + (italic ? 1 : 0)];
      return bytesOf(await loaded(address ?? ''));
    },
    picture: (image, plain) => pictureAt(parts.urlOf(image), plain),
    raster: (order, step) => paintPicture({ ...parts, ...order, step }),
    letters,
  };
}

async function loaded(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.blob();
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}

async function pictureAt(href: string, plain: boolean): Promise<Picture | null> {
  const blob = await loaded(href).catch(() => null);
  if (!blob) return null;
  const shown = plain && !PLAIN.includes(blob.type) ? await asPng(blob) : blob;
  return shown && { bytes: await bytesOf(shown), mediaType: shown.type };
}

async function asPng(blob: Blob): Promise<Blob | null> {
  const image = await createImageBitmap(blob);
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  image.close();
  return pngOf(canvas);
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** Draws letters with whatever font this device has for them, as the screen does. */
async function letters(text: string, size: number, colour: string): Promise<LetterPicture | null> {
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d');
  if (!ctx) return null;
  const direction = /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(text) ? 'rtl' : 'ltr';
  const font = `${size * LETTER_SCALE}px "${FONT_FAMILY}", sans-serif`;
  ctx.font = font;
  ctx.direction = direction;
  const { width, actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } = ctx.measureText(text);
  canvas.width = Math.ceil(width) + 2;
  canvas.height = Math.ceil(above + below) + 2;
  // Another size has emptied the canvas' settings too.
  ctx.font = font;
  ctx.direction = direction;
  ctx.textAlign = 'left';
  ctx.fillStyle = colour;
  ctx.fillText(text, 0, Math.ceil(above) + 1);
  const blob = await pngOf(canvas);
  if (!blob) return null;
  return {
    bytes: await bytesOf(blob),
    width: canvas.width / LETTER_SCALE,
    height: canvas.height / LETTER_SCALE,
    rise: (Math.ceil(above) + 1) / LETTER_SCALE,
  };
}

import { FONT_FAMILY, type PlacedDrawing, type Primitive, svgDocument } from '@talkoot/board';
import { toBase64, toBytes } from '../bytes.ts';
import { drawingOf, isImage } from '../drawn.ts';
import { type FontFile, fontFilesFor } from '../fonts.ts';
import type { ExportFormat, ExportJob, FileBytes } from '../format.ts';
import { takenIds, viewOf } from '../taken.ts';
import { svgMessages } from './messages.ts';

/** A drawing that stands alone: fonts and pictures are in the file. */
export const svgFormat: ExportFormat = {
  id: 'svg',
  nameKey: 'format.svg.name',
  hintKey: 'format.svg.hint',
  messages: svgMessages,
  mediaType: 'image/svg+xml',
  ending: 'svg',
  takes: ['board', 'frame', 'selection'],
  options: [{ type: 'toggle', id: 'transparent', nameKey: 'format.svg.transparent', start: false }],
  make,
};

async function make(job: ExportJob): Promise<FileBytes> {
  const { model, palette, title, language, options } = job;
  const ids = takenIds(model, job.taken);
  const drawings: PlacedDrawing[] = [];
  for (const [at, id] of ids.entries()) {
    await job.step(at, ids.length);
    const drawing = drawingOf(job, id);
    if (drawing) drawings.push({ ...drawing, primitives: await withPictures(job, drawing.primitives) });
  }
  const style = await fontFaces(job, drawings);
  await job.step(ids.length, ids.length);
  const extras = { title, language, style, ...(options.transparent === true ? {} : { paper: 'paper' }) };
  return toBytes(svgDocument(drawings, viewOf(model, ids), palette, extras));
}

/** The same with pictures as data; one that cannot be had is left out. */
async function withPictures({ sources }: ExportJob, primitives: readonly Primitive[]): Promise<Primitive[]> {
  const whole: Primitive[] = [];
  for (const primitive of primitives) {
    if (!isImage(primitive)) whole.push(primitive);
    else {
      const picture = await sources.picture(primitive.href, false);
      if (picture) whole.push({ ...primitive, href: `data:${picture.mediaType};base64,${toBase64(picture.bytes)}` });
    }
  }
  return whole;
}

async function fontFaces({ sources }: ExportJob, drawings: readonly PlacedDrawing[]): Promise<string> {
  const faces: string[] = [];
  for (const file of fontFilesFor(drawings)) faces.push(fontFace(file, await sources.font(file, 'woff2')));
  return faces.join('');
}

function fontFace({ bold, italic }: FontFile, bytes: Uint8Array): string {
  return (
    `@font-face{font-family:${FONT_FAMILY};font-weight:${bold ? 700 : 400};font-style:${italic ? 'italic' : 'normal'};` +
    `src:url(data:font/woff2;base64,${toBase64(bytes)}) format("woff2")}`
  );
}

import { FONT_FAMILY, type PlacedDrawing, svgDocument } from '@talkoot/board';
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
    if (drawing) drawings.push(drawing);
  }
  const style = await fontFaces(job, drawings);
  const pictures = await picturesOf(job, drawings);
  await job.step(ids.length, ids.length);
  const hrefOf = (image: string) => pictures.get(image);
  const extras = { title, language, style, hrefOf, ...(options.transparent === true ? {} : { paper: 'paper' }) };
  return toBytes(svgDocument(drawings, viewOf(model, ids), palette, extras));
}

/** The pictures of all drawings as data, by their hash; one that cannot be had is left out. */
async function picturesOf({ sources }: ExportJob, drawings: readonly PlacedDrawing[]): Promise<Map<string, string>> {
  const hrefs = new Map<string, string>();
  for (const { image } of drawings.flatMap(({ primitives }) => primitives.filter(isImage))) {
    const picture = hrefs.has(image) ? null : await sources.picture(image, false);
    if (picture) hrefs.set(image, `data:${picture.mediaType};base64,${toBase64(picture.bytes)}`);
  }
  return hrefs;
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

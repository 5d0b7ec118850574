import type { Box } from '@talkoot/board';
import type { ExportFormat, ExportJob, FileBytes, OptionValues, Remark } from '../format.ts';
import { takenIds, viewOf } from '../taken.ts';
import { pngMessages } from './messages.ts';

/** Browsers draw no larger canvas, and phones run out of memory before. */
const LONGEST_SIDE = 16_000;
const MOST_PIXELS = 40_000_000;

/** A bitmap, painted as the screen is. */
export const pngFormat: ExportFormat = {
  id: 'png',
  nameKey: 'format.png.name',
  hintKey: 'format.png.hint',
  messages: pngMessages,
  mediaType: 'image/png',
  ending: 'png',
  takes: ['board', 'frame', 'selection'],
  options: [
    {
      type: 'choice',
      id: 'scale',
      nameKey: 'format.png.scale',
      values: [
        { value: '1', nameKey: 'format.png.scale.1' },
        { value: '2', nameKey: 'format.png.scale.2' },
      ],
      start: () => '2',
    },
    { type: 'toggle', id: 'transparent', nameKey: 'format.png.transparent', start: false },
  ],
  remark,
  make,
};

/** Pixels for a view at a scale, fewer when there would be too many. */
export function pixelsFor(view: Box, scale: number): { width: number; height: number; reduced: boolean } {
  const most = Math.min(
    LONGEST_SIDE / Math.max(view.width, view.height),
    Math.sqrt(MOST_PIXELS / (view.width * view.height)),
  );
  const used = Math.min(scale, most);
  const side = (length: number): number => Math.max(1, Math.round(length * used));
  return { width: side(view.width), height: side(view.height), reduced: used < scale };
}

function scaleOf(options: OptionValues): number {
  return options.scale === '2' ? 2 : 1;
}

function remark({ model, taken, options }: Pick<ExportJob, 'model' | 'taken' | 'options'>): Remark {
  const view = viewOf(model, takenIds(model, taken));
  const { width, height, reduced } = pixelsFor(view, scaleOf(options));
  return { key: reduced ? 'format.png.reduced' : 'format.png.pixels', values: { width, height } };
}

function make({ model, taken, options, sources, step }: ExportJob): Promise<FileBytes> {
  const ids = takenIds(model, taken);
  const view = viewOf(model, ids);
  const { width, height } = pixelsFor(view, scaleOf(options));
  return sources.raster({ ids, view, width, height, paper: options.transparent !== true }, step);
}

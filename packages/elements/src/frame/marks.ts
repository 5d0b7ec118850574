import type { Align, Box, ElementData, Primitive } from '@talkoot/board';
import { placedPath } from '../placed-path.ts';
import type { FrameRepeat, FrameVisibility } from './model.ts';

/** A line drawing, 24 units high. */
interface Sign {
  d: string;
  width: number;
}

const HEIGHT = 24;
const GAP = 6;
const LINE = 2;
/** Two sheets, one behind the other: there are copies. */
const SHEETS = 'M10 5V2H23V18H18M1 7H15V23H1Z';

const COPIES: Record<FrameRepeat, Sign> = {
  participant: { d: `${SHEETS}M33 6A4.5 4.5 0 1 1 42 6A4.5 4.5 0 1 1 33 6ZM30 23C30 14 45 14 45 23Z`, width: 46 },
  group: {
    d: `${SHEETS}M33 6A4.5 4.5 0 1 1 42 6A4.5 4.5 0 1 1 33 6ZM30 23C30 14 45 14 45 23ZM50 6A4.5 4.5 0 1 1 59 6A4.5 4.5 0 1 1 50 6ZM47 23C47 14 62 14 62 23Z`,
    width: 63,
  },
};

const SEEN: Record<FrameVisibility, Sign> = {
  // An eye, crossed out.
  'author-only': {
    d: 'M1 12C7 2 17 2 23 12C17 22 7 22 1 12ZM9 12A3 3 0 1 1 15 12A3 3 0 1 1 9 12ZM4 22L20 2',
    width: 24,
  },
};

/** For whom the frame is copied; null when it is one for everybody. Older boards say nothing of it. */
export function repeatOf({ fields }: ElementData): FrameRepeat | null {
  return (fields.repeat as FrameRepeat | null | undefined) ?? null;
}

/** Who sees the notes in the frame; null when everybody does. */
export function visibilityOf({ fields }: ElementData): FrameVisibility | null {
  return (fields.visibility as FrameVisibility | null | undefined) ?? null;
}

function signsOf(element: ElementData): Sign[] {
  const [repeat, visibility] = [repeatOf(element), visibilityOf(element)];
  return [...(repeat ? [COPIES[repeat]] : []), ...(visibility ? [SEEN[visibility]] : [])];
}

/** How much of the title's line the signs of a frame take, with a gap before them; 0 when it has none. */
export function marksWidth(element: ElementData, size: number): number {
  return signsOf(element).reduce((sum, { width }) => sum + ((width + GAP) / HEIGHT) * size, 0);
}

/** Signs that a frame is copied, or shows everybody only their own: at the end of its title, or above a centred one. */
export function marksOf(element: ElementData, title: Box & { align: Align }, size: number): Primitive[] {
  const centred = title.align === 'center';
  const scale = size / HEIGHT;
  const room = title.width - marksWidth(element, size);
  let x = title.x + (centred ? room / 2 : room);
  const y = centred ? Math.max(2, title.y - size * 1.15) : title.y + size * 0.15;
  return signsOf(element).map(({ d, width }) => {
    x += GAP * scale;
    const path = placedPath(d, { x, y }, scale);
    x += width * scale;
    return { type: 'path', d: path, round: true, stroke: 'ink.soft', strokeWidth: LINE * scale, minScale: 0.1 };
  });
}

import {
  type Box,
  centreOf,
  type ElementData,
  type Gist,
  grow,
  type KindRegistry,
  type Palette,
  type PlacedDrawing,
  type Primitive,
  svgDocument,
} from '@talkoot/board';
import { type DrawEnv, type ElementType, type SetWords, setWords, type WordsBlock } from '@talkoot/elements';

/** Units of the picture, which pages show at about this many pixels. */
const WIDTH = 320;
const HEIGHT = 200;
/** A few notes are not blown up to fill it. */
const LARGEST_SCALE = 0.5;
/** Words smaller than this are bars, and below the second not there. Units of the picture. */
const WORDS_FROM = 8;
const BARS_FROM = 1;
const MOST_BARS = 12;
const GREEKED = 'greeked ';

/** Elements that a small picture draws at most. */
export const THUMBNAIL_ELEMENTS = 300;

/** A board as a small picture (SVG). The font does not come with it, so words that could be read are few. */
export function paintThumbnail(gist: Gist, types: KindRegistry<ElementType>, draw: DrawEnv, palette: Palette): string {
  const view = framed(gist.view);
  const scale = WIDTH / view.width;
  const drawings = gist.elements.flatMap(({ element, x, y }): PlacedDrawing[] => {
    const type = types.get(element.kind);
    if (!type) return [];
    const { size, rotation } = element;
    return [{ x, y, size, rotation, primitives: fromAfar(type, element, draw, scale) }];
  });
  const shown = gist.view ? drawings : [{ x: 0, y: 0, primitives: EMPTY }];
  return svgDocument(shown, view, greeking(palette), { paper: 'paper' });
}

/** Where a first note could be. */
const EMPTY: readonly Primitive[] = [
  {
    type: 'rect',
    x: -50,
    y: -50,
    width: 100,
    height: 100,
    radius: 8,
    stroke: 'frame.line',
    strokeWidth: 3,
    dash: [9, 9],
  },
];

/** The view with some room around it, in the picture's proportions. */
function framed(around: Box | null): Box {
  const box = grow(around ?? { x: 0, y: 0, width: 0, height: 0 }, 0);
  const wide = Math.max(box.width * 1.08, box.height * 1.08 * (WIDTH / HEIGHT), WIDTH / LARGEST_SCALE);
  const { x, y } = centreOf(box);
  const tall = wide * (HEIGHT / WIDTH);
  return { x: x - wide / 2, y: y - tall / 2, width: wide, height: tall };
}

/** What of an element shows at a scale. */
function fromAfar(type: ElementType, element: ElementData, draw: DrawEnv, scale: number): Primitive[] {
  const shape = type
    .shape(element, draw)
    .filter(({ minScale = 0 }) => minScale <= scale)
    .map(withoutPicture);
  const words = (type.words?.(element, draw) ?? []).flatMap((block) => wordsFromAfar(block, scale));
  return [...shape, ...words];
}

type Shown = Primitive & { minScale?: number };

/** A picture within a picture may load nothing: its place is shown. */
function withoutPicture(primitive: Shown): Primitive {
  if (primitive.type !== 'image') return primitive;
  const { x, y, width, height } = primitive;
  return { type: 'rect', x, y, width, height, fill: `${GREEKED}ink.soft` };
}

function wordsFromAfar(block: WordsBlock, scale: number): Primitive[] {
  const largest = typeof block.size === 'number' ? block.size : block.size.max;
  if (block.runs.length === 0 || largest * scale < BARS_FROM) return [];
  const set = setWords(block);
  const size = set.layout.fontSize * scale;
  if (size < BARS_FROM) return [];
  return size < WORDS_FROM ? [bars(set, block.fill)] : [{ type: 'text', ...set, fill: block.fill, linkFill: 'link' }];
}

/** A stroke for every line. */
function bars({ x, y, layout }: SetWords, fill: string): Primitive {
  const rise = layout.fontSize * 0.24;
  const lines = layout.lines.filter(({ width }) => width > 0).slice(0, MOST_BARS);
  const d = lines.map((line) => `M${whole(x + line.x)} ${whole(y + line.baseline - rise)}h${whole(line.width)}`);
  return { type: 'path', d: d.join(''), stroke: GREEKED + fill, strokeWidth: layout.fontSize * 0.42 };
}

function whole(value: number): string {
  return String(Math.round(value));
}

/** Bars are paler than words, as a page held at arm's length is grey. */
function greeking(palette: Palette): Palette {
  return (token) => {
    if (!token.startsWith(GREEKED)) return palette(token);
    const colour = palette(token.slice(GREEKED.length));
    return /^#[0-9a-f]{6}$/i.test(colour) ? `${colour}70` : colour;
  };
}

import type { ColourToken, ElementData, Point, Primitive } from '@talkoot/board';
import { MARKS } from '../sticky/marks.ts';
import { STICKY_COLOURS } from '../sticky/model.ts';
import type { ElementType } from '../type.ts';
import { distanceToLine, pathThrough } from './line.ts';
import { drawingMessages } from './messages.ts';
import { drawingModel, PEN_COLOURS, PEN_WEIGHTS, PENS } from './model.ts';
import { pointsOf, strokesOf, widthOf } from './stroke.ts';

const SIZE = { width: 160, height: 48 };
const PEN = { pen: 'pen', colour: 'ink', weight: 'medium' } as const;
const HIGHLIGHTER = { pen: 'highlighter', colour: 'yellow', weight: 'medium' } as const;

/** What one is when nobody has drawn it: a wave. */
const [WAVE] = strokesOf(
  Array.from({ length: 33 }, (_, at): Point => ({ x: 3 + at * 4.8, y: 24 - 20 * Math.sin((at / 32) * 4 * Math.PI) })),
  PEN,
  0.4,
);

/** Ink has a sign like the colours: the stroke of a pen. */
const INK_MARK = 'M-5 3L3 -5L5 -3L-3 5Z';

/** Outlines of lines as wide as their weight, for choosing one. */
const WEIGHT_MARKS = {
  thin: 'M-9 -0.8H9V0.8H-9Z',
  medium: 'M-9 -2H9V2H-9Z',
  thick: 'M-9 -4H9V4H-9Z',
} as const satisfies Record<(typeof PEN_WEIGHTS)[number], string>;

/** A line drawn by hand, with a pen or a highlighter. */
export const drawingType: ElementType = {
  ...drawingModel,
  icon: 'Pencil',
  shortcut: 'p',
  messages: drawingMessages,
  nameKey: 'kind.drawing.name',
  countKey: 'kind.drawing.count',
  defaults: { size: SIZE, fields: { ...WAVE?.fields } },
  placing: 'stroke',
  strokes: {
    field: 'pen',
    pens: [
      { icon: 'Pencil', labelKey: 'kind.drawing.pen.pen', fields: PEN },
      { icon: 'Highlight', labelKey: 'kind.drawing.pen.highlighter', fields: HIGHLIGHTER },
    ],
    cut: strokesOf,
  },
  resizing: { min: { width: 4, height: 4 }, handles: 'corners' },
  turns: true,
  controls: [
    {
      type: 'swatches',
      field: 'colour',
      labelKey: 'kind.drawing.colour',
      options: PEN_COLOURS.map((colour) => ({
        value: colour,
        labelKey: `kind.drawing.colour.${colour}`,
        colour: lineToken(colour),
        mark: { d: colour === 'ink' ? INK_MARK : MARKS[colour], colour: 'paper' },
      })),
    },
    {
      type: 'swatches',
      field: 'weight',
      labelKey: 'kind.drawing.weight',
      options: PEN_WEIGHTS.map((weight) => ({
        value: weight,
        labelKey: `kind.drawing.weight.${weight}`,
        colour: 'frame.paper',
        mark: { d: WEIGHT_MARKS[weight], colour: 'ink' },
      })),
    },
    {
      type: 'choice',
      field: 'pen',
      labelKey: 'kind.drawing.pen',
      options: PENS.map((pen) => ({ value: pen, labelKey: `kind.drawing.pen.${pen}` })),
    },
  ],
  shape,
  hits: ({ fields, size }, point, reach) =>
    distanceToLine(pointsOf(fields, size), point) <= reach + widthOf(fields) / 2,
  line: ({ fields, size }) => ({ points: pointsOf(fields, size), width: widthOf(fields) }),
  outlineWords: () => '',
};

function lineToken(colour: unknown): ColourToken {
  return STICKY_COLOURS.some((name) => name === colour) ? `shape.line.${colour}` : 'ink';
}

function shape({ fields, size }: ElementData): Primitive[] {
  const points = pointsOf(fields, size);
  const strokeWidth = widthOf(fields);
  const stroke = fields.pen === 'highlighter' ? `highlight.${fields.colour}` : lineToken(fields.colour);
  const d = pathThrough(points);
  if (d) return [{ type: 'path', d, stroke, strokeWidth, round: true }];
  const { x, y } = points[0] as Point;
  return [{ type: 'ellipse', cx: x, cy: y, rx: strokeWidth / 2, ry: strokeWidth / 2, fill: stroke }];
}

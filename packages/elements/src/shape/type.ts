import type { ColourToken, ElementData, Primitive } from '@talkoot/board';
import { MARKS } from '../sticky/marks.ts';
import { STICKY_COLOURS } from '../sticky/model.ts';
import type { ControlOption, ElementType, WordsBlock } from '../type.ts';
import { outlineOf, wordsBox } from './forms.ts';
import { FORM_ICONS, WEIGHT_ICONS } from './icons.ts';
import { shapeMessages } from './messages.ts';
import { SHAPE_FILLS, SHAPE_FORMS, SHAPE_LINES, SHAPE_WEIGHTS, type ShapeForm, shapeModel } from './model.ts';

const PADDING = 10;
const STROKES: Readonly<Record<string, number>> = { thin: 1.5, medium: 3, thick: 6 };

/** A form with a fill, a line and words in its middle. */
export const shapeType: ElementType = {
  ...shapeModel,
  icon: 'TriangleSquareCircle',
  shortcut: 'r',
  messages: shapeMessages,
  nameKey: 'kind.shape.name',
  countKey: 'kind.shape.count',
  defaults: {
    size: { width: 200, height: 120 },
    fields: { form: 'rectangle', fill: 'paper', line: 'ink', weight: 'thin' },
  },
  placing: 'box',
  resizing: { min: { width: 24, height: 24 }, handles: 'corners' },
  turns: true,
  controls: [
    {
      type: 'swatches',
      field: 'form',
      labelKey: 'kind.shape.form',
      options: SHAPE_FORMS.map((form) => ({
        value: form,
        labelKey: `kind.shape.form.${form}`,
        colour: 'paper',
        mark: { d: FORM_ICONS[form], colour: 'ink' },
      })),
    },
    { type: 'swatches', field: 'fill', labelKey: 'kind.shape.fill', options: SHAPE_FILLS.map(fillOption) },
    { type: 'swatches', field: 'line', labelKey: 'kind.shape.line', options: SHAPE_LINES.map(lineOption), ring: true },
    {
      type: 'choice',
      field: 'weight',
      labelKey: 'kind.shape.weight',
      options: SHAPE_WEIGHTS.map((weight) => ({
        value: weight,
        labelKey: `kind.shape.weight.${weight}`,
        mark: { d: WEIGHT_ICONS[weight], colour: 'ink' },
      })),
    },
    { type: 'toggle', field: 'dashed', labelKey: 'kind.shape.dashed', icon: 'LineDashed' },
  ],
  shape,
  words,
  outlineWords: ({ text }) => text.trim(),
};

function isTinted(name: unknown): boolean {
  return STICKY_COLOURS.some((colour) => colour === name);
}

function fillOption(fill: (typeof SHAPE_FILLS)[number]): ControlOption {
  return { value: fill, labelKey: `kind.shape.colour.${fill}`, ...swatchOf(fill, fillToken(fill) ?? 'paper') };
}

function lineOption(line: (typeof SHAPE_LINES)[number]): ControlOption {
  return { value: line, labelKey: `kind.shape.colour.${line}`, ...swatchOf(line, lineToken(line) ?? 'paper') };
}

/** Colours carry the marks of stickies, so that they are known without seeing colours; "none" is struck out. */
function swatchOf(name: string, colour: ColourToken): Pick<ControlOption, 'colour' | 'mark'> {
  if (name === 'none') return { colour, mark: { d: 'M-7 6L6 -7L7 -6L-6 7Z', colour: 'ink.soft' } };
  const d = MARKS[name as keyof typeof MARKS];
  if (!d) return { colour };
  return { colour, mark: { d, colour: colour.startsWith('shape.line.') ? 'paper' : `sticky.${name}.mark` } };
}

function fillToken(fill: unknown): ColourToken | undefined {
  if (fill === 'none') return undefined;
  return isTinted(fill) ? `sticky.${fill}` : 'frame.paper';
}

function lineToken(line: unknown): ColourToken | undefined {
  if (line === 'none') return undefined;
  return isTinted(line) ? `shape.line.${line}` : 'ink';
}

function formOf(element: ElementData): ShapeForm {
  return element.fields.form as ShapeForm;
}

function shape(element: ElementData): Primitive[] {
  const { fill = 'paper', line = 'ink', weight = 'thin', dashed } = element.fields;
  const [inside, stroke] = [fillToken(fill), lineToken(line)];
  const strokeWidth = STROKES[String(weight)] ?? 1.5;
  const painting = {
    ...(inside ? { fill: inside } : {}),
    ...(stroke ? { stroke, strokeWidth } : {}),
    ...(stroke && dashed ? { dash: [strokeWidth * 3 + 3, strokeWidth * 2 + 3] } : {}),
  };
  return [outlineOf(formOf(element), element.size, painting)];
}

function words(element: ElementData): WordsBlock[] {
  const box = wordsBox(formOf(element), element.size);
  const pad = Math.min(PADDING, box.width / 6, box.height / 6);
  return [
    {
      box: { x: box.x + pad, y: box.y + pad, width: box.width - 2 * pad, height: box.height - 2 * pad },
      runs: element.runs,
      size: { min: 9, max: 20 },
      align: 'center',
      middle: true,
      cut: true,
      fill: isTinted(element.fields.fill) ? 'sticky.ink' : 'ink',
      linkFill: isTinted(element.fields.fill) ? 'sticky.link' : 'link',
      editable: true,
    },
  ];
}

import { type ColourToken, distanceToLine, type ElementData, type Primitive } from '@talkoot/board';
import { MARKS } from '../sticky/marks.ts';
import type { StickyColour } from '../sticky/model.ts';
import { SHAPE_WEIGHTS } from '../shape/model.ts';
import type { ControlOption, ElementType, WordsBlock } from '../type.ts';
import { WEIGHT_ICONS } from '../shape/icons.ts';
import { headAt } from './heads.ts';
import { END_ICONS, PATH_ICONS, START_ICONS } from './icons.ts';
import { connectorMessages } from './messages.ts';
import { CONNECTOR_HEADS, CONNECTOR_LINES, CONNECTOR_PATHS, type ConnectorHead, connectorModel } from './model.ts';
import { LABEL, labelBox } from './route.ts';
import { strokeOf } from './stroke.ts';

const FREE = { element: null, side: null };

/** A line from one element to another, which follows them. */
export const connectorType: ElementType = {
  ...connectorModel,
  icon: 'ArrowUpRight',
  shortcut: 'l',
  messages: connectorMessages,
  nameKey: 'kind.connector.name',
  countKey: 'kind.connector.count',
  defaults: {
    size: { width: 200, height: 1 },
    fields: {
      from: { ...FREE, x: 0, y: 0 },
      to: { ...FREE, x: 200, y: 0 },
      path: 'curved',
      startHead: 'none',
      endHead: 'arrow',
      line: 'ink',
      weight: 'thin',
    },
  },
  placing: 'line',
  controls: [
    {
      type: 'choice',
      field: 'path',
      labelKey: 'kind.connector.path',
      options: drawn('path', CONNECTOR_PATHS, PATH_ICONS),
    },
    {
      type: 'choice',
      field: 'startHead',
      labelKey: 'kind.connector.startHead',
      options: drawn('head', CONNECTOR_HEADS, START_ICONS),
    },
    {
      type: 'choice',
      field: 'endHead',
      labelKey: 'kind.connector.endHead',
      options: drawn('head', CONNECTOR_HEADS, END_ICONS),
    },
    {
      type: 'swatches',
      field: 'line',
      labelKey: 'kind.connector.line',
      options: CONNECTOR_LINES.map(lineOption),
      ring: true,
    },
    {
      type: 'choice',
      field: 'weight',
      labelKey: 'kind.connector.weight',
      options: drawn('weight', SHAPE_WEIGHTS, WEIGHT_ICONS),
    },
    { type: 'toggle', field: 'dashed', labelKey: 'kind.connector.dashed', icon: 'LineDashed' },
  ],
  shape,
  words,
  hits: ({ route }, point, reach) => {
    if (!route) return false;
    const at = { x: point.x + route.box.x, y: point.y + route.box.y };
    return distanceToLine(route.points, at) <= reach;
  },
  outlineWords: ({ text }) => text.trim(),
};

function drawn<Value extends string>(
  group: string,
  values: readonly Value[],
  icons: Readonly<Record<Value, string>>,
): ControlOption[] {
  return values.map((value) => ({
    value,
    labelKey: `kind.connector.${group}.${value}`,
    mark: { d: icons[value], colour: 'ink' },
  }));
}

function lineOption(line: (typeof CONNECTOR_LINES)[number]): ControlOption {
  const mark = MARKS[line as StickyColour];
  return {
    value: line,
    labelKey: `kind.connector.colour.${line}`,
    colour: colourOf(line),
    ...(mark ? { mark: { d: mark, colour: 'paper' } } : {}),
  };
}

function colourOf(line: unknown): ColourToken {
  return line === undefined || line === 'ink' ? 'ink' : `shape.line.${line}`;
}

function shape(element: ElementData): Primitive[] {
  const { route } = element;
  if (!route) return [];
  const { startHead = 'none', endHead = 'arrow', line, dashed } = element.fields;
  const strokeWidth = strokeOf(element);
  const stroke = colourOf(line);
  const dash = dashed ? { dash: [strokeWidth * 3 + 3, strokeWidth * 2 + 3] } : {};
  const tip = (index: number) => {
    const { x, y } = route.points.at(index) as { x: number; y: number };
    return { x: x - route.box.x, y: y - route.box.y };
  };
  const heads = [
    headAt(startHead as ConnectorHead, tip(0), route.angles[0], strokeWidth, stroke),
    headAt(endHead as ConnectorHead, tip(-1), route.angles[1], strokeWidth, stroke),
  ];
  const middle = { x: route.middle.x - route.box.x, y: route.middle.y - route.box.y };
  const label = labelBox(element, middle);
  return [
    { type: 'path', d: route.d, stroke, strokeWidth, ...dash },
    ...heads.filter((head) => head !== null),
    // Words stand on the paper, not on the line.
    ...(label ? [{ type: 'rect', ...label, radius: 6, fill: 'paper' } as const] : []),
  ];
}

function words(element: ElementData): WordsBlock[] {
  const { route, runs } = element;
  if (!route) return [];
  const middle = { x: route.middle.x - route.box.x, y: route.middle.y - route.box.y };
  const width = LABEL.width;
  const height = Math.max(24, labelBox(element, middle)?.height ?? 0);
  return [
    {
      box: { x: middle.x - width / 2, y: middle.y - height / 2, width, height },
      runs,
      size: LABEL.fontSize,
      align: 'center',
      middle: true,
      fill: 'ink',
      editable: true,
    },
  ];
}

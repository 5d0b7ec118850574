import type { ElementData, Primitive } from '@talkoot/board';
import { type DrawEnv, type ElementType, plainRun, type WordsBlock } from '../type.ts';
import { MARKS, markOf } from './marks.ts';
import { stickyMessages } from './messages.ts';
import { STICKY_COLOURS, type StickyColour, stickyModel } from './model.ts';

const PADDING = 13;
const FOOT = 22;
/** Height of a line below the words. */
const LINE = 16;
const RADIUS = 6;

/** A note: one thought, one colour. Words shrink to fit, since a note that grows hides its neighbours. */
export const stickyType: ElementType = {
  ...stickyModel,
  icon: 'Note',
  shortcut: 'n',
  messages: stickyMessages,
  nameKey: 'kind.sticky.name',
  countKey: 'kind.sticky.count',
  defaults: { size: { width: 160, height: 160 }, fields: { colour: 'yellow' } },
  placing: 'point',
  resizing: { min: { width: 80, height: 60 }, handles: 'corners' },
  turns: true,
  tagged: true,
  controls: [
    {
      type: 'swatches',
      field: 'colour',
      labelKey: 'kind.sticky.colour',
      options: STICKY_COLOURS.map((colour) => ({
        value: colour,
        labelKey: `kind.sticky.colour.${colour}`,
        colour: `sticky.${colour}`,
        mark: { d: MARKS[colour], colour: `sticky.${colour}.mark` },
      })),
    },
    { type: 'toggle', field: 'showAuthor', labelKey: 'kind.sticky.showAuthor', icon: 'Signature' },
  ],
  shape,
  words,
  outlineWords: ({ text }) => text.trim(),
};

function colourOf(element: ElementData): StickyColour {
  return element.fields.colour as StickyColour;
}

function shape(element: ElementData): Primitive[] {
  const { width, height } = element.size;
  const colour = `sticky.${colourOf(element)}`;
  return [
    { type: 'rect', x: 2, y: 6, width: width - 4, height, radius: RADIUS, fill: 'shadow.far', minScale: 0.2 },
    // All around, a hair's breadth: notes of one colour are told apart where one lies over the other.
    {
      type: 'rect',
      x: -1,
      y: -1,
      width: width + 2,
      height: height + 3,
      radius: RADIUS,
      fill: 'shadow.near',
      minScale: 0.2,
    },
    { type: 'rect', x: 0, y: 0, width, height, radius: RADIUS, fill: colour },
    markOf(colourOf(element), width - 15, height - 14),
  ];
}

function words(element: ElementData, env: DrawEnv): WordsBlock[] {
  const { width, height } = element.size;
  const inner = width - 2 * PADDING;
  const tags = element.tags.map((tag) => `#${tag}`).join('  ');
  const name = element.fields.showAuthor && element.author ? env.nameOf(element.author) : undefined;
  // Below the words, from below: who wrote it, then the tags.
  const lines = [name, tags].filter((line): line is string => Boolean(line));
  const foot = Math.max(FOOT, FOOT + (lines.length - 1) * LINE);
  const main: WordsBlock = {
    box: { x: PADDING, y: PADDING - 2, width: inner, height: Math.max(9, height - PADDING + 2 - foot) },
    runs: element.runs,
    size: { min: 9, max: Math.round(Math.min(width, height) / 8.5) },
    fill: 'sticky.ink',
    linkFill: 'sticky.link',
    cut: true,
    editable: true,
  };
  return [
    main,
    ...lines.map((line, index): WordsBlock => {
      const box = { x: PADDING, y: height - FOOT + 2 - index * LINE, width: inner - 14, height: 16 };
      return { box, runs: plainRun(line), size: 12, fill: 'sticky.ink', cut: true };
    }),
  ];
}

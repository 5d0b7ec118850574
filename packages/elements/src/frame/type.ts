import type { Box, ElementData, Primitive, Size } from '@talkoot/board';
import type { TypeMessageKey } from '@talkoot/i18n';
import { type ControlOption, type ElementType, plainRun, setWords, type WordsBlock } from '../type.ts';
import { outlineOf, roomFor, titleBoxOf } from './looks.ts';
import { marksOf, marksWidth, repeatOf, visibilityOf } from './marks.ts';
import { frameMessages } from './messages.ts';
import { FRAME_LOOKS, FRAME_REPEATS, FRAME_VISIBILITIES, type FrameLook, frameModel } from './model.ts';

const BACKGROUNDS = ['none', 'paper', 'lake', 'moss', 'sand', 'rose'] as const;
const PROMPT_GAP = 4;

const REPEATS: readonly ControlOption[] = [
  { value: null, labelKey: 'kind.frame.repeat.none' },
  ...FRAME_REPEATS.map((value) => ({ value, labelKey: `kind.frame.repeat.${value}` }) as const),
];
const VISIBILITIES: readonly ControlOption[] = [
  { value: null, labelKey: 'kind.frame.visibility.all' },
  ...FRAME_VISIBILITIES.map((value) => ({ value, labelKey: `kind.frame.visibility.${value}` }) as const),
];

/** An area with a title and a question, which owns what stands in it. */
export const frameType: ElementType = {
  ...frameModel,
  icon: 'Frame',
  shortcut: 'f',
  messages: frameMessages,
  nameKey: 'kind.frame.name',
  countKey: 'kind.frame.count',
  defaults: { size: { width: 600, height: 420 }, fields: { look: 'panel', background: 'paper' } },
  placing: 'box',
  resizing: { min: { width: 120, height: 100 }, handles: 'corners' },
  controls: [
    {
      type: 'swatches',
      field: 'background',
      labelKey: 'kind.frame.background',
      options: BACKGROUNDS.map((name) => ({
        value: name,
        labelKey: `kind.frame.background.${name}`,
        colour: name === 'none' ? 'paper' : `frame.${name}`,
      })),
    },
    {
      type: 'choice',
      field: 'look',
      labelKey: 'kind.frame.look',
      options: FRAME_LOOKS.map((look) => ({ value: look, labelKey: `kind.frame.look.${look}` })),
    },
    { type: 'line', field: 'prompt', labelKey: 'kind.frame.prompt', maxLength: 500 },
    { type: 'choice', field: 'repeat', labelKey: 'kind.frame.repeat', options: REPEATS, rare: true },
    { type: 'choice', field: 'visibility', labelKey: 'kind.frame.visibility', options: VISIBILITIES, rare: true },
  ],
  shape,
  words,
  holding,
  outlineWords,
  remarks,
};

/** Is it copied, and who sees its notes? In the words in which it was chosen. */
function remarks(element: ElementData): TypeMessageKey[] {
  const [repeat, visibility] = [repeatOf(element), visibilityOf(element)];
  return [
    ...(repeat ? [`kind.frame.repeat.${repeat}` as const] : []),
    ...(visibility ? [`kind.frame.visibility.${visibility}` as const] : []),
  ];
}

/** The title, and the prompt as its next sentence. */
function outlineWords({ text, fields }: ElementData): string {
  const title = text.trim();
  const prompt = typeof fields.prompt === 'string' ? fields.prompt.trim() : '';
  if (!title || !prompt) return title || prompt;
  return /[.?!:…]$/.test(title) ? `${title} ${prompt}` : `${title}. ${prompt}`;
}

function lookOf(element: ElementData): FrameLook {
  return element.fields.look as FrameLook;
}

function shape(element: ElementData): Primitive[] {
  const background = element.fields.background ?? 'paper';
  const look = lookOf(element);
  return [
    ...outlineOf(look, element.size, background === 'none' ? undefined : `frame.${background}`),
    ...marksOf(element, titleBoxOf(look, element.size), titleSize(element.size)),
  ];
}

/** Titles grow with their frame, so the room for them is looked at twice. */
function holding(element: ElementData, content: Box): Box {
  const headOf = (size: Size): number => {
    const blocks = words({ ...element, size });
    const ends = blocks.map((block) => {
      const { y, layout } = setWords(block);
      return y + layout.height;
    });
    return Math.max(0, ...ends) - titleBoxOf(lookOf(element), size).y;
  };
  const first = roomFor(lookOf(element), content, headOf(element.size));
  return roomFor(lookOf(element), content, headOf(first));
}

/** Titles grow with their frame, so that they can be read when the whole board is in view; in low ones less. */
function titleSize({ width, height }: Size): number {
  return Math.round(Math.min(88, Math.max(16, Math.min(width / 26, height / 8))));
}

function words(element: ElementData): WordsBlock[] {
  const box = titleBoxOf(lookOf(element), element.size);
  const size = titleSize(element.size);
  const marks = box.align === 'left' ? marksWidth(element, size) : 0;
  const width = Math.max(20, box.width - marks);
  const title: WordsBlock = {
    box: { ...box, width, height: size * 1.3 },
    runs: element.runs,
    size: { min: Math.round(size * 0.6), max: size },
    align: box.align,
    bold: true,
    cut: true,
    fill: 'ink',
    editable: true,
  };
  const prompt = typeof element.fields.prompt === 'string' ? element.fields.prompt : '';
  if (!prompt) return [title];
  const top = box.y + size * 1.3 + PROMPT_GAP;
  const promptSize = Math.max(14, Math.round(size * 0.72));
  const height = Math.max(promptSize * 1.3, Math.min(element.size.height * 0.3, element.size.height - top - 8));
  return [
    title,
    {
      box: { x: box.x, y: top, width: box.width, height },
      runs: plainRun(prompt),
      size: promptSize,
      align: box.align,
      cut: true,
      fill: 'ink.soft',
    },
  ];
}

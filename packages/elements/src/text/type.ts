import type { Align, ElementData } from '@talkoot/board';
import type { ElementType, WordsBlock } from '../type.ts';
import { ALIGN_ICONS } from './icons.ts';
import { textMessages } from './messages.ts';
import { TEXT_SIZES, textModel } from './model.ts';

/** Font sizes by name, board units. */
const FONT_SIZES: Record<string, number> = { small: 14, medium: 20, large: 32, title: 52 };

/** Words straight on the board. The width is the person's, the height follows the words. */
export const textType: ElementType = {
  ...textModel,
  icon: 'Typography',
  shortcut: 't',
  messages: textMessages,
  nameKey: 'kind.text.name',
  countKey: 'kind.text.count',
  defaults: { size: { width: 260, height: 26 }, fields: { textSize: 'medium' } },
  placing: 'point',
  resizing: { min: { width: 40, height: 18 }, handles: 'width' },
  turns: true,
  vanishesEmpty: true,
  controls: [
    {
      type: 'choice',
      field: 'textSize',
      labelKey: 'kind.text.size',
      options: TEXT_SIZES.map((size) => ({ value: size, labelKey: `kind.text.size.${size}` })),
    },
    {
      type: 'choice',
      field: 'align',
      labelKey: 'kind.text.align',
      options: (['left', 'center', 'right'] as const).map((align) => ({
        value: align,
        labelKey: `kind.text.align.${align}`,
        mark: { d: ALIGN_ICONS[align], colour: 'ink' },
      })),
    },
  ],
  shape: () => [],
  words,
  outlineWords: ({ text }) => text.trim(),
};

function words(element: ElementData): WordsBlock[] {
  const { width, height } = element.size;
  return [
    {
      box: { x: 0, y: 0, width, height },
      runs: element.runs,
      size: FONT_SIZES[String(element.fields.textSize)] ?? 20,
      align: (element.fields.align as Align | undefined) ?? 'left',
      fill: 'ink',
      editable: true,
    },
  ];
}

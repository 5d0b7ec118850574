import type { ElementData, Primitive } from '@talkoot/board';
import type { ElementType } from '../type.ts';
import { imageMessages } from './messages.ts';
import { ALT_LENGTH, imageModel } from './model.ts';

/** An image of the workshop; those who do not see it get its description. */
export const imageType: ElementType = {
  ...imageModel,
  icon: 'Photo',
  shortcut: 'i',
  messages: imageMessages,
  nameKey: 'kind.image.name',
  countKey: 'kind.image.count',
  // Stands for an image that is still to be chosen.
  defaults: { size: { width: 320, height: 240 }, fields: { blob: '0'.repeat(64) } },
  placing: 'file',
  resizing: { min: { width: 24, height: 24 }, handles: 'corners', keepsShape: true },
  turns: true,
  controls: [{ type: 'line', field: 'alt', labelKey: 'kind.image.alt', maxLength: ALT_LENGTH, asked: true }],
  shape,
  outlineWords: ({ fields }) => altOf(fields),
};

function altOf(fields: ElementData['fields']): string {
  return typeof fields.alt === 'string' ? fields.alt.trim() : '';
}

function shape({ size, fields }: ElementData): Primitive[] {
  const { width, height } = size;
  return [
    // What is seen until the image is there.
    { type: 'rect', x: 0, y: 0, width, height, radius: 4, fill: 'image.ground' },
    { type: 'image', x: 0, y: 0, width, height, image: String(fields.blob), alt: altOf(fields) },
  ];
}

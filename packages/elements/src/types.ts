import { kindRegistry } from '@talkoot/board';
import { LANGUAGE_CODES, type LanguageCode } from '@talkoot/i18n';
import { clusterType } from './cluster/type.ts';
import { connectorType } from './connector/type.ts';
import { drawingType } from './drawing/type.ts';
import { frameType } from './frame/type.ts';
import { imageType } from './image/type.ts';
import { shapeType } from './shape/type.ts';
import { stickyType } from './sticky/type.ts';
import { textType } from './text/type.ts';
import type { ElementType } from './type.ts';

/** Every element kind with its drawing, words and controls, in the toolbar's order: one line a kind. */
export const ELEMENT_TYPES = kindRegistry<ElementType>([
  stickyType,
  textType,
  shapeType,
  connectorType,
  drawingType,
  imageType,
  frameType,
  clusterType,
]);

/** What holds the work of a group on the board, as its kind begins. */
export const FRAME_DEFAULTS: { kind: string; fields: Readonly<Record<string, unknown>> } = {
  kind: frameType.kind,
  fields: frameType.defaults.fields,
};

/** What plain words become when nobody chose a kind for them. */
export const NOTE_TYPE: ElementType = stickyType;

/** The messages of all kinds, for `createI18n`. */
export const ELEMENT_MESSAGES: Record<LanguageCode, Record<string, string>>[] = [...ELEMENT_TYPES.values()].map(
  ({ messages }) =>
    Object.fromEntries(LANGUAGE_CODES.map((code) => [code, messages[code]])) as Record<
      LanguageCode,
      Record<string, string>
    >,
);

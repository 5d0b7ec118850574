import { LANGUAGE_CODES, type LanguageCode } from '@talkoot/i18n';
import { csvFormat } from './csv/format.ts';
import type { ExportFormat } from './format.ts';
import { pdfFormat } from './pdf/format.ts';
import { pngFormat } from './png/format.ts';
import { svgFormat } from './svg/format.ts';

/** Every export format, in the dialog's order: one line a format. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [pdfFormat, pngFormat, svgFormat, csvFormat];

/** The messages of all formats, for `createI18n`. */
export const FORMAT_MESSAGES: Record<LanguageCode, Record<string, string>>[] = EXPORT_FORMATS.map(
  ({ messages }) =>
    Object.fromEntries(LANGUAGE_CODES.map((code) => [code, messages[code]])) as Record<
      LanguageCode,
      Record<string, string>
    >,
);

import type { ExportFormat } from '../format.ts';
import { pagesOf } from '../taken.ts';
import { pdfMessages } from './messages.ts';

/** Frames as pages, with words that are words. */
export const pdfFormat: ExportFormat = {
  id: 'pdf',
  nameKey: 'format.pdf.name',
  hintKey: 'format.pdf.hint',
  messages: pdfMessages,
  mediaType: 'application/pdf',
  ending: 'pdf',
  takes: ['board', 'frame', 'selection'],
  options: [
    {
      type: 'choice',
      id: 'paper',
      nameKey: 'format.pdf.paper',
      values: [
        { value: 'a4', nameKey: 'format.pdf.paper.a4' },
        { value: 'a3', nameKey: 'format.pdf.paper.a3' },
        { value: 'own', nameKey: 'format.pdf.paper.own' },
      ],
      start: () => 'a4',
    },
  ],
  remark: ({ model, taken }) => ({
    key: 'format.pdf.pages',
    values: { count: Math.max(1, pagesOf(model, taken).length) },
  }),
  // The writer and its font engine are large: they come when a PDF is made.
  make: async (job) => (await import('./document.ts')).writePdf(job),
};

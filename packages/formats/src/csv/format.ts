import { toBytes } from '../bytes.ts';
import type { ExportFormat, ExportJob, FileBytes } from '../format.ts';
import { inReadingOrder, takenIds } from '../taken.ts';
import { csvMessages } from './messages.ts';
import { writeTable } from './table.ts';

/** By this spreadsheets know that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** The elements as rows, in reading order. */
export const csvFormat: ExportFormat = {
  id: 'csv',
  nameKey: 'format.csv.name',
  hintKey: 'format.csv.hint',
  messages: csvMessages,
  mediaType: 'text/csv',
  ending: 'csv',
  takes: ['board', 'frame', 'selection'],
  options: [
    {
      type: 'choice',
      id: 'separator',
      nameKey: 'format.csv.separator',
      values: [
        { value: 'comma', nameKey: 'format.csv.separator.comma' },
        { value: 'semicolon', nameKey: 'format.csv.separator.semicolon' },
      ],
      // Where the comma stands in numbers, spreadsheets expect semicolons.
      start: (language) => (language === 'en' ? 'comma' : 'semicolon'),
    },
  ],
  make,
};

const COLUMNS = ['kind', 'words', 'frame', 'cluster', 'author', 'tags', 'link', 'created'] as const;

async function make(job: ExportJob): Promise<FileBytes> {
  const ids = inReadingOrder(job.model, takenIds(job.model, job.taken));
  const rows: string[][] = [COLUMNS.map((column) => job.t(`format.csv.${column}`))];
  for (const [at, id] of ids.entries()) {
    await job.step(at, ids.length);
    const row = rowOf(job, id);
    if (row) rows.push(row);
  }
  return toBytes(BYTE_ORDER_MARK + writeTable(rows, job.options.separator === 'semicolon' ? ';' : ','));
}

function rowOf({ model, types, draw, t, linkTo }: ExportJob, id: string): string[] | null {
  const element = model.get(id);
  const type = element && types.get(element.kind);
  if (!element || !type) return null;
  const { author, tags, createdAt } = element;
  const holder = element.place.frame === null ? undefined : model.get(element.place.frame);
  const cluster = holder && model.kindOf(holder.id)?.gathers ? holder : undefined;
  const frame = cluster ? model.get(cluster.place.frame ?? '') : holder;
  const nameOf = (one: typeof holder): string =>
    one ? one.text.trim() || t(types.get(one.kind)?.nameKey ?? type.nameKey) : '';
  return [
    t(type.nameKey),
    type.outlineWords(element),
    nameOf(frame),
    nameOf(cluster),
    author === null ? '' : (draw.nameOf(author) ?? ''),
    tags.join(', '),
    linkTo(id),
    createdAt > 0 ? new Date(createdAt).toISOString() : '',
  ];
}

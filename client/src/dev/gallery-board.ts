import { createElement, fittingRuns, type NewElement, orderAbove, type TextRun } from '@talkoot/board';
import { ELEMENT_TYPES, type ElementType, NOTE_TYPE } from '@talkoot/elements';
import type * as Y from 'yjs';
import { LocalSession } from './local-session.ts';

const GAP = 40;
const ACROSS = 1_700;

/** One element to show: the kind with some of its fields set. */
interface Sample {
  type: ElementType;
  fields: Record<string, unknown>;
  size: { width: number; height: number };
  text: string | TextRun[];
  locked?: boolean;
}

const SHORT = 'Enemmän aikaa asiakkaille';
const LONG =
  'Kun palvelupolku alkaa puhelinsoitosta, asiakas kertoo saman asian kolmesti. Voisiko ensimmäinen kirjaus seurata häntä koko matkan, kunhan hän itse antaa siihen luvan?';
const RICH: TextRun[] = [
  { insert: 'Lihava', attributes: { bold: true } },
  { insert: ' ja ' },
  { insert: 'kursiivi', attributes: { italic: true } },
  { insert: ', ' },
  { insert: 'yliviivattu', attributes: { strike: true } },
  { insert: ' ja ' },
  { insert: 'linkki', attributes: { link: 'https://example.org' } },
  { insert: '\nyksi' },
  { insert: '\n', attributes: { list: 'bullet' } },
  { insert: 'kaksi' },
  { insert: '\n', attributes: { list: 'bullet' } },
];

/** Words that fonts and directions make difficult, in every look. */
const SCRIPTS: TextRun[] = [
  { insert: 'Emoji 👍🏽👩‍💻🇫🇮 ja ' },
  { insert: 'שלום עולם', attributes: { bold: true } },
  { insert: ' tai ' },
  { insert: 'مرحبا', attributes: { link: 'https://example.org/ar' } },
  { insert: ' 共同发展' },
  { insert: '\nשלום ' },
  { insert: 'Kela', attributes: { italic: true, strike: true } },
  { insert: ' 123' },
  { insert: '\n', attributes: { list: 'ordered' } },
  { insert: 'toinen\tsarkain ' },
  { insert: 'lihava linkki', attributes: { bold: true, italic: true, link: 'mailto:aino@example.org' } },
  { insert: '\n', attributes: { list: 'ordered' } },
];

/** Every kind with every choice of every control, and with no, few, many and formatted words. */
function samplesOf(type: ElementType): Sample[] {
  const base = { type, fields: type.defaults.fields, size: type.defaults.size, text: SHORT };
  const choices = type.controls.flatMap((control): Sample[] =>
    control.type === 'swatches' || control.type === 'choice'
      ? control.options.map(({ value }) => ({
          ...base,
          fields: { ...base.fields, [control.field]: value },
          text: String(value),
        }))
      : control.type === 'toggle'
        ? [{ ...base, fields: { ...base.fields, [control.field]: true } }]
        : [{ ...base, fields: { ...base.fields, [control.field]: LONG } }],
  );
  const words: Sample[] = [
    { ...base, text: '' },
    { ...base, text: LONG.slice(0, type.text?.maxLength) },
    { ...base, locked: true },
  ];
  if (type.text?.formats.length) {
    words.push({ ...base, text: fittingRuns(type, RICH) });
    words.push({ ...base, size: enlarged(base.size), text: fittingRuns(type, SCRIPTS) });
  }
  return [...choices, ...words];
}

/** Twice as large, for words that would else be cut. */
function enlarged({ width, height }: Sample['size']): Sample['size'] {
  return { width: width * 1.6, height: height * 1.6 };
}

/** Fills a document with all samples, row by row. */
export function fillGallery(doc: Y.Doc): void {
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  let order: string[] = [];
  let count = 0;
  for (const type of ELEMENT_TYPES.values()) {
    for (const { fields, size, text, locked } of samplesOf(type)) {
      if (x + size.width > ACROSS) {
        x = 0;
        y += rowHeight + GAP;
        rowHeight = 0;
      }
      order = [orderAbove(order)];
      const element: NewElement = {
        id: `sample-${count++}`,
        kind: type.kind,
        place: { frame: null, x, y },
        size,
        order: order[0] as string,
        author: 'aino',
        fields,
        text,
        ...(locked ? { locked } : {}),
      };
      createElement(doc, element, ELEMENT_TYPES);
      x += size.width + GAP;
      rowHeight = Math.max(rowHeight, size.height);
    }
    x = 0;
    y += rowHeight + 2 * GAP;
    rowHeight = 0;
  }
}

/** A lively board as in a real workshop: three columns with notes. */
export function fillWorkshop(doc: Y.Doc): void {
  const columns = [
    { id: 'start', title: 'Mikä toimi?', prompt: 'Mistä haluamme pitää kiinni?', background: 'moss', colour: 'green' },
    {
      id: 'stop',
      title: 'Mikä hiersi?',
      prompt: 'Missä aikaa tai hyvää mieltä kului?',
      background: 'rose',
      colour: 'red',
    },
    {
      id: 'next',
      title: 'Mitä kokeilemme?',
      prompt: 'Yksi pieni askel ensi viikolla.',
      background: 'lake',
      colour: 'blue',
    },
  ];
  const words = [
    'Yhteinen aloitus joka aamu',
    'Asiakkaan ääni oli mukana',
    'Lyhyet kokoukset',
    'Päätökset kirjattiin heti',
    'Pari työpareja eri virastoista',
    'Liian monta järjestelmää',
    'Sama asia kirjataan kolmesti',
    'Kuka omistaa jonon?',
    'Kiire ennen lomia',
    'Viestit hukkuvat',
    'Yhteinen jono kahdelle virastolle',
    'Kokeillaan puhelutonta perjantaita',
    'Kutsutaan asiakas mukaan',
    'Mittari: ensiratkaisu',
    'Sovitaan vastuuhenkilö',
  ];
  let order = orderAbove([]);
  columns.forEach((column, at) => {
    order = orderAbove([order]);
    const frame: NewElement = {
      id: column.id,
      kind: 'frame',
      place: { frame: null, x: at * 620, y: 0 },
      size: { width: 580, height: 640 },
      order,
      author: null,
      fields: { look: 'column', background: column.background, prompt: column.prompt },
      text: column.title,
    };
    createElement(doc, frame, ELEMENT_TYPES);
    for (let note = 0; note < 5; note++) {
      order = orderAbove([order]);
      createElement(
        doc,
        {
          id: `${column.id}-${note}`,
          kind: 'sticky',
          place: { frame: column.id, x: 30 + (note % 3) * 178, y: 150 + Math.floor(note / 3) * 190 },
          size: { width: 160, height: 160 },
          order,
          author: note % 2 ? 'aino' : 'eero',
          fields: { colour: note === 4 ? 'yellow' : column.colour, showAuthor: note === 1 },
          text: words[at * 5 + note] ?? '',
        },
        ELEMENT_TYPES,
      );
    }
  });
}

/** A board of many notes, to feel its weight. */
export function fillMany(doc: Y.Doc, count: number): void {
  const columns = Math.ceil(Math.sqrt(count));
  const colours = ['yellow', 'orange', 'red', 'pink', 'violet', 'blue', 'green', 'grey'];
  let order = orderAbove([]);
  doc.transact(() => {
    for (let i = 0; i < count; i++) {
      order = orderAbove([order]);
      createElement(
        doc,
        {
          id: `many-${i}`,
          kind: 'sticky',
          place: { frame: null, x: (i % columns) * 190, y: Math.floor(i / columns) * 190 },
          size: { width: 160, height: 160 },
          order,
          author: 'aino',
          fields: { colour: colours[i % 8] },
          text: `Lappu ${i}: ${LONG.slice((i * 7) % 60, ((i * 7) % 60) + 52)}`,
        },
        ELEMENT_TYPES,
      );
    }
  });
}

/** One of a kind, small enough to stand beside others. */
export function oneOf(type: ElementType, x = 0): NewElement {
  const { width, height } = type.defaults.size;
  // Words need their width: only what is seen whole at any size is made smaller.
  const shrunk = type.resizing?.handles === 'corners' ? Math.min(1, 240 / Math.max(width, height)) : 1;
  return {
    id: `one-${type.kind}`,
    kind: type.kind,
    place: { frame: null, x, y: 0 },
    size: { width: Math.max(1, Math.round(width * shrunk)), height: Math.max(1, Math.round(height * shrunk)) },
    order: 'a5',
    author: 'aino',
    createdAt: Date.UTC(2026, 4, 4, 9, 30),
    fields: type.defaults.fields,
    ...(type.text ? { text: SHORT } : {}),
  };
}

/** One of every registered kind, side by side. */
export function oneOfEach(): NewElement[] {
  let x = 0;
  return [...ELEMENT_TYPES.values()].map((type) => {
    const element = oneOf(type, x);
    x += Math.max(120, element.size.width) + GAP;
    return element;
  });
}

/** Every look of every kind that holds others, with its prompt and with notes in it. */
function fillFrames(doc: Y.Doc): void {
  const size = { width: 520, height: 380 };
  let count = 0;
  for (const type of ELEMENT_TYPES.values()) {
    const looks = type.controls.find(({ type: sort }) => sort === 'choice');
    if (!type.container || looks?.type !== 'choice') continue;
    for (const { value } of looks.options) {
      const [id, at] = [`frame-${count}`, { x: (count % 4) * 600, y: Math.floor(count / 4) * 460 }];
      const fields = {
        ...type.defaults.fields,
        [looks.field]: value,
        background: ['none', 'paper', 'lake', 'moss', 'sand', 'rose'][count % 6],
        prompt: 'Mistä haluamme pitää kiinni ensi keväänä?',
      };
      const common = { order: `a${String.fromCharCode(97 + count)}`, author: 'aino' };
      createElement(
        doc,
        { ...common, id, kind: type.kind, place: { frame: null, ...at }, size, fields, text: String(value) },
        ELEMENT_TYPES,
      );
      for (let note = 0; note < 2; note++) {
        const place = { frame: id, x: 150 + note * 120, y: 190 };
        const noteFields = { ...NOTE_TYPE.defaults.fields };
        createElement(
          doc,
          {
            ...common,
            id: `${id}-${note}`,
            kind: NOTE_TYPE.kind,
            place,
            size: { width: 100, height: 100 },
            fields: noteFields,
            text: SHORT,
          },
          ELEMENT_TYPES,
        );
      }
      count++;
    }
  }
}

const FILLS = {
  looks: fillGallery,
  frames: fillFrames,
  workshop: fillWorkshop,
  many: (doc: Y.Doc): void => fillMany(doc, 10_000),
} as const;

/** A board in this tab, filled in one of these ways. */
export function boardOf(fill: keyof typeof FILLS): LocalSession {
  const session = new LocalSession();
  FILLS[fill](session.document('board') as Y.Doc);
  return session;
}

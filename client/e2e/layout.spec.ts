import type { Page } from '@playwright/test';
import type { TextRun } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import { CLIP_TYPE } from '../src/sync/clip.ts';
import { ExportDialog } from './pages/export.ts';
import { expect, test } from './support/test.ts';
import { openWorkshop } from './support/workshop.ts';

const bold = { bold: true };
const italic = { italic: true };

function listOf(kind: string, ...items: string[]): TextRun[] {
  return items.flatMap((item): TextRun[] => [{ insert: item }, { insert: '\n', attributes: { list: kind } }]);
}

/** Words that browsers break in ways of their own. */
const TEXTS: Record<string, string | TextRun[]> = {
  finnish: 'Vaikuttavuusketjutyöpajan yhteiskehittämispäivä työterveyshuoltojärjestelmässä, työ- ja elinkeinopalvelut',
  swedish: 'Småföretagsfrämjandeåtgärder för långtidsarbetslösa – ett samarbete mellan myndigheter (våren 2026)',
  english: 'Well-known state-of-the-art follow-ups: who/what/when? And why not... "quoted (words)" e.g. 50% off!',
  figures: 'A-1234 x-5 1-2-3 -7 3,5 % 10.000,00 € 24/7 2026-11-22 12:30–14:00 §5 #7 no.1 +358-40-123',
  emoji: 'Hyvä👍👍🏽työ 👩‍💻👨‍👩‍👧‍👦 🇫🇮🇸🇪 ❤️ ✨ siitä🎉',
  arabic: 'مرحبا بالعالم هذه ورشة عمل مشتركة',
  hebrew: 'שלום עולם, זהו מפגש עבודה (2026) משותף',
  mixed: 'Ryhmä שלום עולם ja مرحبا 123 yhdessä, sanoi אבג (Aino) 45 % ja jatkoi',
  rightFirst: 'שלום Kela ja 3 virastoa, עולם! www.kela.fi',
  chinese: '共同发展研讨会的影响链条，两家机构「一起」工作（三月）。',
  japanese: 'ワークショップで一緒に考えましょう。はい、そうです！',
  address: 'https://www.example.org/palvelut/asiakkaat/hakemus?kieli=fi&vaihe=2#kohta-3 ja loppu_osa.html',
  tabs: 'a\tbb\tccc\tx  kaksi   väliä\tja\tloppu',
  softHyphens: 'yhteis\u00adkehittämis\u00adpäivä työ\u00adterveys\u00adhuolto vai\u00adkut\u00adta\u00advuus',
  spaces: '  alku ja loppu     \nvälissä     pitkä     aukko   \n   ',
  empty: 'eka\n\n\nneljäs\n\nkuudes',
  decomposed: 'a\u0308iti\u0308 kahvila\u030a ja cafe\u0301 e\u0323 no\u0302n',
  signs: '“lainaus”—ja ‘toinen’… 5‰ €20 £5 → nuoli • piste ½ × 2 – väli\u00a0sitova a\u200bb',
  bullets: listOf('bullet', 'Ensimmäinen pitkä kohta luettelossa', 'toka', 'Kolmas-kohta jatkuu vielä pitkään'),
  numbers: [
    ...listOf('ordered', 'Yksi ja pitkähkö', 'kaksi'),
    ...listOf('bullet', 'väli'),
    ...listOf('ordered', 'taas'),
  ],
  hebrewList: listOf('bullet', 'שלום עולם זהו מפגש', 'Suomea välissä', 'אבג'),
  styles: [
    { insert: 'Lihava sana', attributes: bold },
    { insert: 'jatkuu kur' },
    { insert: 'siivilla', attributes: italic },
    { insert: ' ja ' },
    { insert: 'molemmilla yhtä aikaa', attributes: { ...bold, ...italic } },
    { insert: ' sekä ' },
    { insert: 'linkki sivulle', attributes: { link: 'https://example.org' } },
    { insert: ' yli', attributes: { strike: true } },
    { insert: 'viivattu 👍🏽 שלום', attributes: { ...bold, strike: true } },
  ],
};

const KINDS = [
  { kind: 'text', fields: { textSize: 'medium' }, sizes: [100, 240] },
  { kind: 'text', fields: { textSize: 'small', align: 'right' }, sizes: [130] },
  { kind: 'sticky', fields: { colour: 'yellow' }, sizes: [150] },
  { kind: 'shape', fields: { form: 'rectangle' }, sizes: [180] },
] as const;

interface Sample {
  name: string;
  kind: string;
  fields: Record<string, unknown>;
  width: number;
  runs: TextRun[];
}

const SAMPLES = Object.entries(TEXTS).flatMap(([name, words]): Sample[] => {
  const runs = typeof words === 'string' ? [{ insert: words }] : words;
  return KINDS.flatMap(({ kind, fields, sizes }) => sizes.map((width) => ({ name, kind, fields, width, runs })));
});

/** A line of words as it is seen: letters from left to right, its ends and how far it is below the first. */
interface Line {
  letters: string;
  left: number;
  right: number;
  below: number;
}

function clipOf({ kind, fields, width, runs }: Sample): string {
  const size = { width, height: kind === 'text' ? 26 : width };
  const place = { frame: null, x: 0, y: 0 };
  return JSON.stringify({
    elements: [{ id: 'sample', kind, place, size, order: 'a0', rotation: 0, tags: [], fields, runs }],
  });
}

/** Pastes each clip, opens its words and answers the lines the browser makes of them, in board units from their corner. */
async function linesInEditor(page: Page, clips: readonly string[]): Promise<Line[][]> {
  return page.evaluate(
    async ([type, ...all]) => {
      const board = document.querySelector<HTMLElement>('[data-canvas-host]') as HTMLElement;
      const letterOf = new Intl.Segmenter('und', { granularity: 'grapheme' });
      const until = async <T>(found: () => T | null | false | undefined): Promise<T> => {
        for (;;) {
          const it = found();
          if (it) return it;
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      };
      const press = (target: Element, key: string) =>
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

      const linesOf = (host: Element): Line[] => {
        const zoom = Number(getComputedStyle(host).getPropertyValue('--words-zoom'));
        const corner = host.getBoundingClientRect();
        const found: { letters: { text: string; left: number; right: number }[]; top: number }[] = [];
        for (const block of host.querySelectorAll('.ql-editor > p, .ql-editor li')) {
          let line: (typeof found)[number] | null = null;
          const words = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          while (words.nextNode()) {
            const node = words.currentNode as Text;
            for (const { segment, index } of letterOf.segment(node.data)) {
              const range = document.createRange();
              range.setStart(node, index);
              range.setEnd(node, index + segment.length);
              const rect = [...range.getClientRects()].findLast(({ width }) => width > 0.01);
              if (!rect || /^[\s\u00ad]*$/.test(segment)) continue;
              if (!line || Math.abs(line.top - rect.top) > 2 * zoom) {
                line = { letters: [], top: rect.top };
                found.push(line);
              }
              line.letters.push({ text: segment, left: rect.left, right: rect.right });
            }
          }
        }
        return found.map(({ letters, top }) => {
          const seen = [...letters].sort((one, other) => one.left - other.left);
          return {
            letters: seen.map(({ text }) => text).join(''),
            left: (Math.min(...seen.map(({ left }) => left)) - corner.left) / zoom,
            right: (Math.max(...seen.map(({ right }) => right)) - corner.left) / zoom,
            below: (top - (found[0]?.top ?? 0)) / zoom,
          };
        });
      };

      const lines: Line[][] = [];
      for (const clip of all) {
        board.focus();
        const clipboardData = new DataTransfer();
        clipboardData.setData(type as string, clip);
        board.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        await until(() => board.dataset.selects);
        press(board, 'Enter');
        const words = await until(() => {
          const { activeElement } = document;
          return activeElement?.classList.contains('ql-editor') && activeElement;
        });
        lines.push(linesOf(words.parentElement as Element));
        press(words, 'Escape');
        await until(() => !document.querySelector('.ql-editor'));
      }
      return lines;
    },
    [CLIP_TYPE, ...clips],
  );
}

/** The lines of each element of a drawing, in board units from the element's corner. Lists' marks are left out. */
async function linesInDrawing(page: Page, svg: string): Promise<Line[][]> {
  return page.evaluate(async (words) => {
    document.body.innerHTML = words;
    await document.fonts.ready;
    const letterOf = new Intl.Segmenter('und', { granularity: 'grapheme' });
    return [...document.querySelectorAll('svg > g')].map((group) => {
      const lines = new Map<number, { text: string; left: number; right: number }[]>();
      for (const run of group.querySelectorAll('text')) {
        const [x, y] = [Number(run.getAttribute('x')), Number(run.getAttribute('y'))];
        const width = run.getComputedTextLength();
        const rtl = run.getAttribute('direction') === 'rtl';
        const all = Array.from(letterOf.segment(run.textContent ?? ''), ({ segment }) => segment);
        const [before, after] = [all.findIndex((one) => one.trim()), all.findLastIndex((one) => one.trim())];
        const spaceBefore = before > 0 ? run.getSubStringLength(0, before) : 0;
        const spaceAfter =
          after < all.length - 1
            ? run.getSubStringLength((run.textContent ?? '').trimEnd().length, 1) * (all.length - 1 - after)
            : 0;
        const row = lines.get(y) ?? [];
        lines.set(y, row);
        const text = (rtl ? all.toReversed() : all).filter((one) => !/^[\s\u200b]*$/.test(one)).join('');
        if (!text) continue;
        const left = (rtl ? x - width : x) + (rtl ? spaceAfter : spaceBefore);
        row.push({ text, left, right: (rtl ? x : x + width) - (rtl ? spaceBefore : spaceAfter) });
      }
      const rows = [...lines].sort(([one], [other]) => one - other);
      return rows.map(([y, runs]) => {
        const seen = runs.filter(({ text }) => !/^(•|\d+\.)$/.test(text)).sort((one, other) => one.left - other.left);
        return {
          letters: seen.map(({ text }) => text).join(''),
          left: Math.min(...seen.map(({ left }) => left)),
          right: Math.max(...seen.map(({ right }) => right)),
          below: y - (rows[0]?.[0] ?? 0),
        };
      });
    });
  }, svg);
}

test('what is drawn breaks into the same lines as the editor, in every script', async ({ person }) => {
  const { aino } = await openWorkshop(person, 'Rivit');
  const { page } = aino;
  const inEditor = await linesInEditor(page, SAMPLES.map(clipOf));
  const dialog = new ExportDialog(aino);
  await dialog.open();
  const svg = (await dialog.download('format.svg.name')).bytes.toString();
  // On a page without the app's content policy, which would take the drawing's fonts away.
  await page.goto('about:blank');
  const drawn = await linesInDrawing(page, svg);
  expect(drawn).toHaveLength(SAMPLES.length);
  const wrong: string[] = [];
  SAMPLES.forEach((sample, at) => {
    const { name, kind, width, fields, runs } = sample;
    const [block] =
      ELEMENT_TYPES.get(kind)?.words?.(
        { kind, fields, size: { width, height: width }, runs, tags: [], author: null } as never,
        { nameOf: () => undefined },
      ) ?? [];
    const left = block?.box.x ?? 0;
    const lines = (drawn[at] ?? []).map((line) => ({ ...line, left: line.left - left, right: line.right - left }));
    const words = inEditor[at] ?? [];
    const differ = lines.length !== words.length || lines.some((line, row) => !alike(line, words[row] as Line));
    if (differ) wrong.push(`${name} ${kind} ${width}\n  drawn ${shown(lines)}\n  typed ${shown(words)}`);
  });
  expect(wrong).toEqual([]);
});

function alike(drawn: Line, typed: Line): boolean {
  // Only what is drawn shows the hyphen of a line that ends at a soft one.
  const letters = drawn.letters === typed.letters || drawn.letters === `${typed.letters}-`;
  const right = drawn.letters === typed.letters ? drawn.right - typed.right : 0;
  const off = [drawn.left - typed.left, right, drawn.below - typed.below];
  return letters && off.every((by) => Math.abs(by) < 1);
}

function shown(lines: readonly Line[]): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  return lines
    .map(({ letters, left, right, below }) => `${letters} [${round(left)}…${round(right)} ↓${round(below)}]`)
    .join(' | ');
}

import { LANGUAGE_CODES } from '@talkoot/i18n';
import { describe, expect, test } from 'vitest';
import type { ExportFormat } from './format.ts';
import { EXPORT_FORMATS } from './formats.ts';
import type { Taken } from './taken.ts';
import { boardOfAllKinds, boardWith, jobFor } from './testing.ts';

/** What every export format must hold. Registered formats are run through it; a new one is done when it passes. */
function formatConformance(format: ExportFormat): void {
  describe(`export format ${format.id}`, () => {
    test('has its words in every language, and no others', () => {
      const keys = Object.keys(format.messages.en).sort();
      const named = [format.nameKey, format.hintKey, ...optionKeys(format)];
      for (const code of LANGUAGE_CODES) {
        expect(Object.keys(format.messages[code]).sort()).toEqual(keys);
        for (const [key, words] of Object.entries(format.messages[code])) {
          expect(key.startsWith(`format.${format.id}.`), key).toBe(true);
          expect(words.trim(), `${code} ${key}`).toBe(words);
          expect(words, `${code} ${key}`).not.toBe('');
        }
      }
      expect(named.filter((key) => !keys.includes(key))).toEqual([]);
    });

    test('begins with values that its options have', () => {
      for (const code of LANGUAGE_CODES) {
        for (const option of format.options) {
          if (option.type === 'choice') expect(option.values.map(({ value }) => value)).toContain(option.start(code));
        }
      }
    });

    test.each<Taken>([{ what: 'board' }, { what: 'frame', id: 'area' }, { what: 'selection', ids: ['note', 'gone'] }])(
      'makes a file of $what',
      async (taken) => {
        const model = boardWith(
          { id: 'area', kind: 'frame', text: 'Alue' },
          { id: 'note', kind: 'sticky', text: 'Ääni' },
        );
        if (!format.takes.includes(taken.what)) return;
        expect((await format.make(jobFor(format, model, { taken }))).length).toBeGreaterThan(0);
      },
    );

    test('takes every kind, and an empty board', async () => {
      expect((await format.make(jobFor(format, boardOfAllKinds()))).length).toBeGreaterThan(0);
      expect((await format.make(jobFor(format, boardWith()))).length).toBeGreaterThan(0);
    });

    test('stops when it is cancelled', async () => {
      const cancelled = new Error('cancelled');
      const step = async (): Promise<void> => {
        throw cancelled;
      };
      await expect(format.make(jobFor(format, boardOfAllKinds(), { step }))).rejects.toBe(cancelled);
    });

    test('never counts more done than there is', async () => {
      const parts: number[] = [];
      const step = async (done: number, total: number): Promise<void> =>
        void parts.push(total === 0 ? 1 : done / total);
      await format.make(jobFor(format, boardOfAllKinds(), { step }));
      expect(parts.every((part) => part >= 0 && part <= 1)).toBe(true);
      expect([...parts].sort((a, b) => a - b)).toEqual(parts);
    });
  });
}

function optionKeys({ options }: ExportFormat): string[] {
  return options.flatMap((option) => [
    option.nameKey,
    ...(option.type === 'choice' ? option.values.map(({ nameKey }) => nameKey) : []),
  ]);
}

for (const format of EXPORT_FORMATS) formatConformance(format);

test('no two formats have one name', () => {
  const ids = EXPORT_FORMATS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

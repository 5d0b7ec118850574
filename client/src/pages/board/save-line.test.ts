import { createI18n, translatorOf } from '@talkoot/i18n';
import { expect, test } from 'vitest';
import { saveWords } from './save-line.tsx';

const fi = translatorOf(createI18n('fi'));

test('the state of saving in words, with its plurals', () => {
  expect(saveWords({ kind: 'saved' }, fi)).toBe('Tallennettu');
  expect(saveWords({ kind: 'offline', waiting: 0 }, fi)).toBe('Ilman yhteyttä');
  expect(saveWords({ kind: 'offline', waiting: 1 }, fi)).toBe('Ilman yhteyttä: 1 muutos odottaa');
  expect(saveWords({ kind: 'offline', waiting: 12 }, fi)).toBe('Ilman yhteyttä: 12 muutosta odottaa');
});

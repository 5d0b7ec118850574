import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEMS, REFUSALS, ROLES, WORKSHOP_STATES } from '@talkoot/protocol';
import { describe, expect, test } from 'vitest';
import { createI18n, LANGUAGE_CODES, messagesOf, pickLanguage, translatorOf } from './index.ts';
import { AREAS } from './messages/index.ts';

const tables = { fi: messagesOf('fi'), sv: messagesOf('sv'), en: messagesOf('en') };
const keys = Object.keys(tables.en);

function placeholders(message: string): string[] {
  return [...message.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}

describe('messages', () => {
  test('every language has the same keys', () => {
    for (const language of LANGUAGE_CODES) expect(Object.keys(tables[language]).sort()).toEqual([...keys].sort());
  });

  test('no key stands in two areas', () => {
    const all = AREAS.flatMap((area) => Object.keys(area.en));
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
  });

  test('no message is empty, has a stray space or a broken placeholder', () => {
    for (const language of LANGUAGE_CODES) {
      for (const [key, message] of Object.entries(tables[language])) {
        expect(message.trim(), `${language} ${key}`).toBe(message);
        expect(message, `${language} ${key}`).not.toBe('');
        expect(message.replace(/\{\{\w+\}\}/g, ''), `${language} ${key}`).not.toMatch(/[{}]/);
      }
    }
  });

  test('placeholders are equal across languages', () => {
    for (const key of keys) {
      for (const language of LANGUAGE_CODES) {
        expect(placeholders(tables[language][key] ?? ''), `${language} ${key}`).toEqual(
          placeholders(tables.en[key] ?? ''),
        );
      }
    }
  });

  test('plurals come in pairs', () => {
    for (const key of keys) {
      const partner = key.endsWith('_one')
        ? key.replace(/_one$/, '_other')
        : key.endsWith('_other')
          ? key.replace(/_other$/, '_one')
          : null;
      if (partner) expect(keys, key).toContain(partner);
      if (partner) expect(keys, key).not.toContain(key.replace(/_(one|other)$/, ''));
    }
  });

  test('no case ending or word is glued to a value', () => {
    for (const language of LANGUAGE_CODES) {
      for (const [key, message] of Object.entries(tables[language])) {
        expect(message, `${language} ${key}`).not.toMatch(/\}\}[:’'-]?\p{L}|\p{L}\{\{/u);
      }
    }
  });
});

test('every code of the protocol has words', () => {
  for (const code of REFUSALS) expect(keys).toContain(`refused.${code}`);
  for (const code of PROBLEMS) expect(keys).toContain(`problem.${code}`);
  for (const role of ROLES) expect(keys).toContain(`role.${role}`);
  for (const state of WORKSHOP_STATES) expect(keys).toContain(`state.${state}`);
});

test('plural forms and numbers follow the language', () => {
  const instance = createI18n('fi');
  const t = translatorOf(instance);
  expect(t('save.offline', { count: 1 })).toBe('Ilman yhteyttä: 1 muutos odottaa');
  expect(t('save.offline', { count: 12 })).toBe('Ilman yhteyttä: 12 muutosta odottaa');
  expect(t('save.offline', { count: 1200 })).toBe('Ilman yhteyttä: 1\u00a0200 muutosta odottaa');
  instance.changeLanguage('en');
  expect(t('save.offline', { count: 1200 })).toBe('Offline: 1,200 changes wait');
});

test('a name is put in as it is', () => {
  expect(translatorOf(createI18n('en'))('join.continueAs', { name: '<b>Aino & Åke</b>' })).toBe(
    'Continue as <b>Aino & Åke</b>',
  );
});

test('the first preferred language that we have is chosen', () => {
  expect(pickLanguage(['de-DE', 'sv-FI', 'en'])).toBe('sv');
  expect(pickLanguage(['et'])).toBe('fi');
});

/** Every source outside the messages: a key counts as used by its whole name or by a template such as `role.${x}`. */
function sourceTexts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return ['node_modules', 'dist', 'messages'].includes(entry.name) ? [] : sourceTexts(path);
    }
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

test('no message is unused', () => {
  const root = join(import.meta.dirname, '../../..');
  const sources = ['client/src', 'server/src', 'packages']
    .flatMap((folder) => sourceTexts(join(root, folder)))
    .join('\n');
  const prefixes = [...sources.matchAll(/`([\w-]+(?:\.[\w-]+)*\.)\$\{/g)].map((match) => match[1] ?? '');
  const unused = keys
    .map((key) => key.replace(/_(one|other)$/, ''))
    .filter((key) => !sources.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)));
  expect(unused).toEqual([]);
});

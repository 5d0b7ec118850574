import type { LanguageCode } from '@talkoot/i18n';
import { expect, test } from 'vitest';
import { suggestClusters } from './suggest.ts';

/** Notes as people write them in workshops, by what they are about. */
const NOTES: Record<LanguageCode, Record<string, string[]>> = {
  fi: {
    meetings: [
      'Kokouksia on liikaa',
      'Kokousten asialista puuttuu',
      'Lyhyemmät kokoukset!',
      'Maanantain kokouksessa ei ehdi puhua',
      'Viikkokokous voisi olla seisten',
    ],
    customers: [
      'Asiakkaat eivät saa vastausta ajoissa',
      'Asiakaspalvelu ruuhkautuu perjantaisin',
      'Kysytään asiakkailta ennen kuin päätetään',
      'Asiakaspalautetta ei lue kukaan',
      'Asiakkaiden luona pitäisi käydä useammin',
    ],
    documents: [
      'Dokumentaatio on vanhentunut',
      'Ohjeet ja dokumentit eri paikoissa',
      'Kuka päivittää dokumentaation?',
      'Ohjeita ei löydä mistään',
      'Dokumentointi jää aina viimeiseksi',
    ],
    learning: [
      'Perehdytys uusille työntekijöille',
      'Koulutusta lisää koko tiimille',
      'Perehdytykseen kummi mukaan',
      'Koulutukset ovat liian pitkiä',
      'Perehdyttäminen kuuluu kaikille, koulutus ei riitä',
    ],
    tools: [
      'Järjestelmät ovat hitaita',
      'Uusi järjestelmä kaatuilee',
      'Liian monta järjestelmää ja salasanaa',
      'Salasanat unohtuvat',
      'Järjestelmien välillä ei kulje tieto',
    ],
  },
  sv: {
    meetings: [
      'För många möten',
      'Mötena saknar dagordning',
      'Kortare möten!',
      'På måndagsmötet hinner man inte prata',
      'Veckomötet kunde hållas stående',
    ],
    customers: [
      'Kunderna får inte svar i tid',
      'Kundtjänsten är överbelastad på fredagar',
      'Fråga kunderna innan vi beslutar',
      'Ingen läser kundernas respons',
      'Vi borde besöka kunder oftare',
    ],
    documents: [
      'Dokumentationen är föråldrad',
      'Anvisningar och dokument på olika ställen',
      'Vem uppdaterar dokumentationen?',
      'Anvisningarna går inte att hitta',
      'Dokumenteringen blir alltid sist',
    ],
    learning: [
      'Introduktion för nyanställda',
      'Mer utbildning för hela teamet',
      'En fadder med i introduktionen',
      'Utbildningarna är för långa',
      'Introduktionen hör till alla, utbildning räcker inte',
    ],
    tools: [
      'Systemen är långsamma',
      'Det nya systemet kraschar',
      'Alltför många system och lösenord',
      'Lösenorden glöms bort',
      'Information går inte mellan systemen',
    ],
  },
  en: {
    meetings: [
      'Too many meetings',
      'Meetings without an agenda',
      'Shorter meetings!',
      'Nobody gets to speak in the Monday meeting',
      'Weekly meeting standing up',
    ],
    customers: [
      'Customers wait too long for answers',
      'Customer service is overloaded on Fridays',
      'Ask customers before we decide',
      'Nobody reads customer feedback',
      'Visit our customers more often',
    ],
    documents: [
      'Documentation is out of date',
      'Guidelines and documents are scattered',
      'Who updates the documentation?',
      'Guidelines are hard to find',
      'Documenting always comes last',
    ],
    learning: [
      'Onboarding for newcomers',
      'More training for the whole team',
      'A buddy for onboarding',
      'Trainings are too long',
      'Onboarding belongs to everybody, training is not enough',
    ],
    tools: [
      'Our systems are slow',
      'The new system crashes',
      'Too many systems and passwords',
      'Passwords are forgotten',
      'Information does not flow between systems',
    ],
  },
};

/** The notes of a language in an order that tells nothing, each id beginning with what it is about. */
function mixed(language: LanguageCode): { id: string; text: string }[] {
  const all = Object.entries(NOTES[language]).flatMap(([theme, texts]) =>
    texts.map((text, at) => ({ id: `${theme} ${at}`, text })),
  );
  return all.map((_, at) => all[(at * 7) % all.length] as (typeof all)[number]);
}

const themeOf = (id: string): string => id.split(' ')[0] as string;

test.each(['fi', 'sv', 'en'] as const)('notes about the same are put together in %s', (language) => {
  const found = suggestClusters(mixed(language), 'en');
  const sorted = found.flatMap(({ ids }) => {
    const themes = Map.groupBy(ids, themeOf);
    return Math.max(...[...themes.values()].map(({ length }) => length));
  });
  const total = found.reduce((sum, { ids }) => sum + ids.length, 0);
  const right = sorted.reduce((sum, count) => sum + count, 0);
  const told = JSON.stringify(found, null, 1);
  expect(right / total, told).toBeGreaterThanOrEqual(0.95);
  expect(total, told).toBeGreaterThanOrEqual(22);
  expect(found.length, told).toBeLessThanOrEqual(7);
});

test('each proposal says by which words', () => {
  const about = (language: LanguageCode, theme: string): string[] =>
    suggestClusters(mixed(language), language).find(({ ids }) => ids.some((id) => themeOf(id) === theme))?.shared ?? [];
  expect(about('fi', 'customers').join(' ')).toMatch(/asiak/);
  expect(about('sv', 'tools').join(' ')).toMatch(/system/);
  expect(about('en', 'meetings').join(' ')).toMatch(/meeting/);
});

test('what is like nothing else is left alone, and nothing comes of nothing', () => {
  const notes = [...mixed('en'), { id: 'odd', text: 'Lasagne' }, { id: 'empty', text: '' }, { id: 'sign', text: '👍' }];
  const ids = suggestClusters(notes, 'en').flatMap((group) => group.ids);
  expect(ids.filter((id) => ['odd', 'empty', 'sign'].includes(id))).toEqual([]);
  expect(suggestClusters([], 'fi')).toEqual([]);
});

test('every note is in one proposal at most', () => {
  const ids = suggestClusters(
    [...mixed('fi'), ...mixed('sv').map((note) => ({ ...note, id: `${note.id} sv` }))],
    'fi',
  ).flatMap((group) => group.ids);
  expect(new Set(ids).size).toBe(ids.length);
});

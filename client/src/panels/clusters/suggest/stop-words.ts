import type { LanguageCode } from '@talkoot/i18n';

const WORDS: Readonly<Record<LanguageCode, string>> = {
  fi: `ja on ei ole että se ne kun kuin jos niin myös mutta vai tai eli sekä vaan vain joka jotka mikä mitä missä milloin miten
    miksi kuka ketä kenen tämä tämän tätä nämä näitä näin tuo tuon ne niitä niiden niistä sen sitä siitä siinä siihen hän he me te
    minä sinä meidän teidän heidän meille meillä minun sinun hänen olla oli olivat olisi olleet ovat olemme pitää pitäisi voi voisi
    voidaan voisimme saada saa saisi tehdä tehdään tulee tulla jo vielä nyt aina usein liian hyvin todella enemmän vähemmän paljon
    vähän kaikki kaikille kaikkien joku jotain mitään eikä emme en et eivät älä koska siis ihan kanssa ilman ennen jälkeen kesken
    aikana kukaan liikaa joskus uusi uutta uusia hyvä hyvää parempi paremmin asia asiat asioita`,
  sv: `och att det som en ett den de är var inte på för med till av om så men eller vi ni du jag han hon dem oss er vår våra vårt
    min mitt går gå din sin sitt sina har hade kan kunde ska skulle vill måste bör blir bli blev vara varit gör göra mer mindre mycket
    många lite alla allt när där här hur vad vem vilken vilka varför från in ut upp ner ur utan efter före under över mellan även
    också bara redan ännu nu då alltid ofta för ha får få finns någon något några ingen inget sig detta denna dessa bättre bra ny
    nya nytt sak saker än vid åt`,
  en: `the and for are but not you your our ours with that this these those they them their there here from have has had was were
    will would could should can may must been being what when where which who why how than then too very more most less much many
    some any all each every into onto out over under about after before between during without within its his her him she also
    just only still always often never lot lots get gets got make makes made need needs want wants good better best new thing
    things let lets nobody everybody everyone somebody long don doesn isn aren`,
};

/** Words that say nothing of what a note is about. */
export const STOP_WORDS: ReadonlyMap<LanguageCode, ReadonlySet<string>> = new Map(
  (Object.entries(WORDS) as [LanguageCode, string][]).map(([code, words]) => [code, new Set(words.split(/\s+/))]),
);

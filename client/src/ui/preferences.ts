import { LANGUAGE_CODES, type LanguageCode, pickLanguage } from '@talkoot/i18n';

/** What a person chose on this device. Storage may be switched off: then nothing is remembered, and nothing breaks. */
const LANGUAGE_KEY = 'talkoot.language';
/** Read by public/first-paint.js too. */
export const SCHEME_KEY = 'talkoot.scheme';

const SINGLE_KEYS_KEY = 'talkoot.singleKeys';

/** Do letters, figures and signs by themselves command the board? */
export function hasSingleKeys(): boolean {
  return readKept(SINGLE_KEYS_KEY) !== 'off';
}

/** Remembers whether they do. */
export function keepSingleKeys(on: boolean): void {
  keep(SINGLE_KEYS_KEY, on ? 'on' : 'off');
}

const MINIMAP_KEY = 'talkoot.minimap';

/** Does the small picture of the whole board stand in its corner? */
export function hasMinimap(): boolean {
  return readKept(MINIMAP_KEY) !== 'off';
}

/** Remembers whether it does. */
export function keepMinimap(on: boolean): void {
  keep(MINIMAP_KEY, on ? 'on' : 'off');
}

const OUTLINE_KEY = 'talkoot.outlineInstead';

/** Does the outline stand in the place of the canvas? */
export function hasOutlineInstead(): boolean {
  return readKept(OUTLINE_KEY) === 'on';
}

/** Remembers whether it does. */
export function keepOutlineInstead(on: boolean): void {
  keep(OUTLINE_KEY, on ? 'on' : 'off');
}

const CURSORS_KEY = 'talkoot.othersCursors';

/** Are other people's cursors drawn? */
export function hasOthersCursors(): boolean {
  return readKept(CURSORS_KEY) !== 'off';
}

/** Remembers whether they are. */
export function keepOthersCursors(on: boolean): void {
  keep(CURSORS_KEY, on ? 'on' : 'off');
}

const PHONE_KEY = 'talkoot.phonePage';

/** Does whoever joins on this device do what is to be done on the page for phones? On small touch screens, unless left. */
export function prefersPhonePage(): boolean {
  return readKept(PHONE_KEY) !== 'off' && matchMedia(PHONE).matches;
}

/** Remembers the choice between that page and the canvas. */
export function keepPhonePage(on: boolean): void {
  keep(PHONE_KEY, on ? 'on' : 'off');
}

/** A screen for thumbs. */
export const PHONE = '(pointer: coarse) and (max-width: 48em)';

/** Reads a value kept on this device; null when there is none. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Reads what was kept as JSON; undefined for nothing, or for what is none: it may be from another version. */
export function readKeptJson(key: string): unknown {
  try {
    return JSON.parse(readKept(key) ?? '');
  } catch {
    return undefined;
  }
}

/** Keeps a value on this device when the browser lets us. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The page works without it.
  }
}

/** The language chosen here before, otherwise the browser's best among ours. */
export function firstLanguage(): LanguageCode {
  const kept = readKept(LANGUAGE_KEY);
  return LANGUAGE_CODES.find((code) => code === kept) ?? pickLanguage(navigator.languages);
}

/** Remembers the language for the next visit. */
export function keepLanguage(language: LanguageCode): void {
  keep(LANGUAGE_KEY, language);
}

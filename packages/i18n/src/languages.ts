/** Languages of the interface, Finnish first. */
export const LANGUAGE_CODES = ['fi', 'sv', 'en'] as const;
export type LanguageCode = (typeof LANGUAGE_CODES)[number];

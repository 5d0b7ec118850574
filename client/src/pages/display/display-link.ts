import { LANGUAGE_CODES, type LanguageCode } from '@talkoot/i18n';

/** What the link of a room screen holds after `#`. */
export interface DisplayHash {
  secret: string;
  /** In which it is read: one or two, the first for everything, the second for titles and tasks. */
  languages: LanguageCode[];
}

/** Reads what stands after `#`; languages that are none are left out. */
export function readDisplayHash(hash: string): DisplayHash {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const wanted = (query.get('lang') ?? '').split(',');
  const known = wanted.flatMap((one) => LANGUAGE_CODES.find((code) => code === one) ?? []);
  return { secret: query.get('key') ?? '', languages: [...new Set(known)].slice(0, 2) };
}

/** The opposite of {@link readDisplayHash}. */
export function displayHash({ secret, languages }: DisplayHash): string {
  const lang = languages.length > 0 ? `&lang=${languages.join(',')}` : '';
  return `#key=${encodeURIComponent(secret)}${lang}`;
}

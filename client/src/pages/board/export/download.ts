/** What file systems refuse in names, and what would hide in them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const REFUSED = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\\/:*?"<>|]+/g;
const LONGEST = 80;

/** A name that every file system takes, from words of people. */
export function fileName(words: readonly string[], ending: string): string {
  const name = words
    .map((part) => part.toWellFormed().replace(REFUSED, ' ').replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' - ');
  // A dot at the beginning hides a file, one at the end is dropped by some.
  const cut = [...name]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${cut || 'talkoot'}.${ending}`;
}

/** The browser has begun to read the file long before this. */
const KEPT_MS = 60_000;

/** Hands a file to the person, as browsers save a link. */
export function download(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
}

import { z } from 'zod/mini';

/** What the words of a link lead to: a page or an address for mail, nothing that would run. */
export const LinkAddress = z.string().check(z.maxLength(2_000), z.regex(/^(https?:\/\/|mailto:)\S+$/i));

/** May this be a link's address? Asked by the editor, the painters and the gate alike. */
export function isLink(value: unknown): value is string {
  return LinkAddress.safeParse(value).success;
}

/** An address as people type it, made whole: a page needs no `https://`, mail no `mailto:`. Null when it is none. */
export function linkFrom(typed: string): string | null {
  const words = typed.trim();
  if (isLink(words)) return words;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(words)) return `mailto:${words}`;
  // Something with a dot or a port, and no other scheme such as `javascript:`.
  if (!/^[^\s/:?#@]+(\.[^\s/:?#@]+)+(:\d+)?([/?#]\S*)?$/.test(words)) return null;
  const address = `https://${words}`;
  return isLink(address) && URL.canParse(address) ? address : null;
}

/** Is this a value that the editor gives a format of words? */
export function isFormatValue(format: string, value: unknown): boolean {
  if (format === 'link') return isLink(value);
  return format === 'list' ? value === 'bullet' || value === 'ordered' : value === true;
}

/** A link among words, and the words that lead there. */
export interface LinkInWords {
  address: string;
  words: string;
}

/** The links of words in their order, each address once. */
export function linksIn(runs: readonly { insert: string; attributes?: Record<string, unknown> }[]): LinkInWords[] {
  const links = new Map<string, string>();
  for (const { insert, attributes } of runs) {
    const address = attributes?.link;
    if (isLink(address)) links.set(address, (links.get(address) ?? '') + insert);
  }
  const shown = Array.from(links, ([address, words]) => ({ address, words: words.replaceAll(/\s+/g, ' ').trim() }));
  // Words that lead to several pages do not say which is meant.
  return shown.map(({ address, words }) => {
    const unclear = words === '' || shown.some((other) => other.address !== address && other.words === words);
    return { address, words: unclear ? address : words };
  });
}

import { scripts } from './scripts.ts';

/** Signs after which a bracket may begin the next line. */
const BEFORE_BRACKET = new Set('!"#%&)*+,.:;=>?\\]|}~');
const BRACKETS = new Set('(<[{');
/** What stays with a hyphen or a question mark before it. */
const CLOSES = new Set('!),./:;?]}');
/** Signs after which a letter beyond ASCII may begin the next line, by Unicode's rules. */
const BEFORE_LETTER = new Set('!-/?|}');

/** Words of which most are made: ASCII, and the Latin letters beyond it. */
const PLAIN = /^[\n\t\x20-\x7e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]*$/;
/** Whether a line may be broken right before this index, which no space stands at or before. */
export type MayBreak = (index: number) => boolean;

/**
 * Where words without spaces may be broken: as Chromium and Safari do it. Between two signs of ASCII they have rules of
 * their own, for addresses and numbers; elsewhere those of Unicode hold (UAX 14).
 */
export function breaksIn(text: string): MayBreak {
  const unicode = PLAIN.test(text) ? null : (scripts()?.breaksOf(text) ?? null);
  return (index) => {
    const [before, after] = [text.charCodeAt(index - 1), text.charCodeAt(index)];
    if (before < 0x80 && after < 0x80) return breaksInAscii(text, index);
    if (unicode) return unicode.has(index);
    return before < 0x80 && BEFORE_LETTER.has(text.charAt(index - 1));
  };
}

function breaksInAscii(text: string, index: number): boolean {
  const [before, after] = [text.charAt(index - 1), text.charAt(index)];
  if (before === '-') {
    // A minus belongs to its number; between letters or figures it is a hyphen.
    if (isFigure(after)) return index > 1 && /[0-9a-z]/i.test(text.charAt(index - 2));
    return !CLOSES.has(after) && after !== '$';
  }
  if (before === '?') return !CLOSES.has(after) && after !== '"' && after !== "'";
  return BRACKETS.has(after) && BEFORE_BRACKET.has(before);
}

function isFigure(letter: string): boolean {
  return letter >= '0' && letter <= '9';
}

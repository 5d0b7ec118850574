/// <reference path="./linebreak.d.ts" />
import LineBreaker from 'linebreak';

/** Signs after which a bracket may begin the next line. */
const BEFORE_BRACKET = new Set('!"#%&)*+,.:;=>?\\]|}~');
const BRACKETS = new Set('(<[{');
/** What stays with a hyphen or a question mark before it. */
const CLOSES = new Set('!),./:;?]}');
/** Signs after which a letter beyond ASCII may begin the next line, by Unicode's rules. */
const BEFORE_LETTER = new Set('!-/?|}');

/** Words of which most are made: ASCII, and the Latin letters beyond it. */
const PLAIN = /^[\n\t\x20-\x7e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]*$/;
/** Brackets of East Asian scripts, as wide as a letter: a line may begin with one. */
const WIDE_BRACKET = /[\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\uff08\uff3b\uff5b\uff5f]/;

/** Browsers let a line begin with these where nothing stricter is asked for. */
const SMALL_KANA = /[ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶー]/;
const KANA_OR_HAN = /[\u3041-\u30ff\u3400-\u9fff]/;

/** Whether a line may be broken right before this index, which no space stands at or before. */
export type MayBreak = (index: number) => boolean;

/**
 * Where words without spaces may be broken: as Chromium and Safari do it. Between two signs of ASCII they have rules of
 * their own, for addresses and numbers; elsewhere those of Unicode hold (UAX 14).
 */
export function breaksIn(text: string): MayBreak {
  const unicode = PLAIN.test(text) ? null : unicodeBreaks(text);
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

function unicodeBreaks(text: string): Set<number> {
  const breaker = new LineBreaker(text);
  const places = new Set<number>();
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) places.add(found.position);
  for (let at = 1; at < text.length; at++) {
    const before = text.charAt(at - 1);
    if (SMALL_KANA.test(text.charAt(at)) && KANA_OR_HAN.test(before)) places.add(at);
    if (WIDE_BRACKET.test(text.charAt(at)) && !WIDE_BRACKET.test(before) && !/[\s(<[{\u00a0\u2060]/.test(before))
      places.add(at);
  }
  return places;
}

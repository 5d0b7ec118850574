/// <reference path="./linebreak.d.ts" />
import bidiFactory from 'bidi-js';
import LineBreaker from 'linebreak';
import type { Direction } from './bidi.ts';
import type { Scripts } from './scripts.ts';

const bidi = bidiFactory();

/** Brackets of East Asian scripts, as wide as a letter: a line may begin with one. */
const WIDE_BRACKET = /[\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\uff08\uff3b\uff5b\uff5f]/;

/** Browsers let a line begin with these where nothing stricter is asked for. */
const SMALL_KANA = /[ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶー]/;
const KANA_OR_HAN = /[\u3041-\u30ff\u3400-\u9fff]/;

/** The rules for all scripts, to be provided where words are set. */
export const ALL_SCRIPTS: Scripts = { directionOf, breaksOf };

function directionOf(text: string): Direction {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  return { rtl: ((paragraphs[0]?.level ?? 0) & 1) === 1, levels };
}

function breaksOf(text: string): Set<number> {
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

import { formatNumber, type LanguageCode, type Translate } from '@talkoot/i18n';
import type { ItemResult, RoundView } from '@talkoot/protocol';

/** What a result says, as a person would. */
export function scoreWords(
  { score, spread, at, answers }: ItemResult,
  { rules }: RoundView,
  language: LanguageCode,
  t: Translate,
): string {
  switch (rules.method) {
    case 'dots':
      return t('round.dots', { count: score });
    case 'budget':
    case 'ranking':
      return t('round.points', { count: score });
    case 'rating':
    case 'form':
      return t('round.mean', { mean: meanOf(score, language), answers });
    case 'consent':
      return t('round.consentResult', {
        agree: spread?.['1'] ?? 0,
        concern: spread?.['2'] ?? 0,
        object: spread?.['3'] ?? 0,
      });
    case 'placement':
      return t('round.placed', {
        x: Math.round((at?.[0] ?? 0) * 8) + 1,
        y: Math.round((at?.[1] ?? 0) * 8) + 1,
      });
  }
}

function meanOf(score: number, language: LanguageCode): string {
  return formatNumber(Math.round(score * 10) / 10, language);
}

/** The same in as few letters as stand on a note. */
export function scoreShort({ score, spread, at }: ItemResult, { rules }: RoundView, language: LanguageCode): string {
  switch (rules.method) {
    case 'consent':
      return ['1', '2', '3'].map((answer) => spread?.[answer] ?? 0).join(' · ');
    case 'placement':
      return at ? at.map((along) => Math.round(along * 8) + 1).join(' · ') : '';
    default:
      return meanOf(score, language);
  }
}

/** What rounds say of one element, the latest first. */
export interface Judged {
  round: RoundView;
  result: ItemResult;
}

/** The results of all rounds that show them, by element; who got nothing in a round has none of it. */
export function resultsByElement(rounds: readonly RoundView[]): ReadonlyMap<string, readonly Judged[]> {
  const found = new Map<string, Judged[]>();
  for (const round of rounds.toReversed()) {
    for (const result of round.results ?? []) {
      if (round.items.length === 0 || (result.answers === 0 && result.score === 0)) continue;
      found.set(result.item, [...(found.get(result.item) ?? []), { round, result }]);
    }
  }
  return found;
}

/** The results of an element in words: "5 votes", and of which question where there were several rounds. */
export function judgedWords(judged: readonly Judged[], language: LanguageCode, t: Translate): string[] {
  return judged.map(({ round, result }) => {
    const words = scoreWords(result, round, language, t);
    return judged.length > 1 && round.rules.question
      ? t('round.resultOf', { question: round.rules.question, result: words })
      : words;
  });
}

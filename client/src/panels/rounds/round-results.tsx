import { Badge, Text } from '@mantine/core';
import { formatNumber, pickLanguage } from '@talkoot/i18n';
import type { ItemResult, RoundView } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import type { RoundItem } from './items.ts';
import classes from './rounds.module.css';

/** The result of a round: bars, the best first, and free words. In the panel, on phones and on the room screen. */
export function RoundResults({ round, items }: { round: RoundView; items: readonly RoundItem[] }): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const { results, words, answered } = round;
  if (!results) return <Text>{t('round.tooFew', { count: round.rules.least })}</Text>;
  const wordsOf = new Map(items.map((item) => [item.id, item.words]));
  const top = Math.max(
    ...results.map(({ score }) => Math.abs(score)),
    round.rules.method === 'rating' ? round.rules.scale : 1,
  );
  return (
    <div>
      <Text c="dimmed">{t('round.answered', { count: answered })}</Text>
      <ol className={classes.results}>
        {results.map((result) => (
          <li key={result.item} className={classes.result}>
            <span className={classes.words}>{wordsOf.get(result.item) ?? t('round.gone')}</span>
            <span className={classes.bar} aria-hidden>
              <span style={{ inlineSize: `${(Math.max(0, barOf(result, round)) / top) * 100}%` }} />
            </span>
            <span className={classes.score}>
              {scoreWords(result, round, pickLanguage([language]), t)}
              {result.tied ? (
                <Badge ml="xs" size="sm" variant="light">
                  {t('round.tied')}
                </Badge>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      {words.length > 0 ? (
        <>
          <Text fw={600} mt="md">
            {t('round.wordsTitle')}
          </Text>
          <ul className={classes.said}>
            {words.map((said, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells them apart, and they do not change
              <li key={at}>{said}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function barOf(result: ItemResult, round: RoundView): number {
  return round.rules.method === 'consent' ? (result.spread?.['1'] ?? 0) : result.score;
}

/** What a result says, as a person would. */
function scoreWords(
  { score, spread, at, answers }: ItemResult,
  { rules }: RoundView,
  language: Parameters<typeof formatNumber>[1],
  t: ReturnType<typeof useT>,
): string {
  switch (rules.method) {
    case 'dots':
      return t('round.dots', { count: score });
    case 'budget':
    case 'ranking':
      return t('round.points', { count: score });
    case 'rating':
    case 'form':
      return t('round.mean', { mean: formatNumber(Math.round(score * 10) / 10, language), answers });
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

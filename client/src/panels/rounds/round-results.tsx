import { Badge, Text } from '@mantine/core';
import { pickLanguage } from '@talkoot/i18n';
import type { ItemResult, RoundView } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import type { RoundItem } from './items.ts';
import { scoreWords } from './result-words.ts';
import classes from './rounds.module.css';

/** The result of a round: bars, the best first, and free words. In the panel, on phones and on the room screen. */
export function RoundResults(props: {
  round: RoundView;
  items: readonly RoundItem[];
  /** Only the best so many, where there is no room to scroll. */
  most?: number;
}): ReactNode {
  const { round, items, most } = props;
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
        {results.slice(0, most).map((result) => (
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
      {most !== undefined && results.length > most ? (
        <Text>{t('round.others', { count: results.length - most })}</Text>
      ) : null}
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

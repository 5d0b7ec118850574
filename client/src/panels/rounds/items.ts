import { type BoardElement, inReadingOrder } from '@talkoot/board';
import { type RoundView, SELF } from '@talkoot/protocol';
import type { BoardSession } from '../../sync/session.ts';
import { clusterName } from '../clusters/cluster-words.ts';
import { noWordsKey, wordsOf } from '../outline-words.ts';
import type { Translate } from '@talkoot/i18n';

/** What is judged in a round, with its words. */
export interface RoundItem {
  id: string;
  words: string;
}

/** The items of a round in reading order; those that are gone come last, without words. */
export function itemsOf(session: Pick<BoardSession, 'model'>, round: RoundView, t: Translate): RoundItem[] {
  if (round.items.length === 0) return [{ id: SELF, words: round.rules.question }];
  const wanted = new Set(round.items);
  const there = inReadingOrder(session.model).filter(({ id }) => wanted.has(id));
  const gone = round.items.filter((id) => !session.model.get(id));
  return [
    ...there.map((element) => ({ id: element.id, words: wordsFor(session, element, t) })),
    ...gone.map((id) => ({ id, words: t('round.gone') })),
  ];
}

/** A cluster without a name is known by what stands in it. */
function wordsFor({ model }: Pick<BoardSession, 'model'>, element: BoardElement, t: Translate): string {
  if (model.kindOf(element.id)?.gathers) return clusterName(model, element, t);
  return wordsOf(element, t(noWordsKey(element)));
}

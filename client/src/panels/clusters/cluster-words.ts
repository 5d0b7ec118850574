import type { BoardElement, BoardModel } from '@talkoot/board';
import type { Translate } from '@talkoot/i18n';
import { membersOf } from '../../sync/clusters.ts';
import { shortened, wordsOf } from '../outline-words.ts';

/** The name of a cluster, or what stands first in it. */
export function clusterName(model: BoardModel, cluster: BoardElement, t: Translate): string {
  if (cluster.text.trim()) return shortened(cluster.text);
  const first = membersOf(model, cluster.id)
    .map((member) => wordsOf(member, ''))
    .find(Boolean);
  return first ? t('cluster.unnamedWith', { words: shortened(first) }) : t('cluster.unnamed');
}

import type { ReactNode } from 'react';
import { itemsOf } from '../../panels/rounds/items.ts';
import { NoteCounts } from '../../panels/rounds/note-counts.tsx';
import { RoundResults } from '../../panels/rounds/round-results.tsx';
import { useModelVersion } from '../../panels/use-model.ts';
import { useT } from '../../ui/i18n.tsx';
import type { SceneProps } from './display-layout.tsx';
import { shownRound } from './scene.ts';
import classes from './display.module.css';

/** As many as can be read from the back of a room at once. */
const MOST_SHOWN = 7;

/** What came out of a round, or how many notes wait to be shown, as bars. */
export function ResultScene({ session }: SceneProps): ReactNode {
  const t = useT();
  useModelVersion(session.model);
  if (session.view().counts) {
    return (
      <section className={classes.results} data-testid="display-results">
        <NoteCounts session={session} />
      </section>
    );
  }
  const round = shownRound(session.view(), session.serverNow());
  if (!round) return null;
  return (
    <section className={classes.results} data-testid="display-results">
      <h2 className={classes.question}>{round.rules.question || t(`round.method.${round.rules.method}`)}</h2>
      <RoundResults round={round} items={itemsOf(session, round, t)} most={MOST_SHOWN} />
    </section>
  );
}

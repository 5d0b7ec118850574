import { REACTIONS } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import type { Reactions } from '../../canvas/reactions.ts';
import { useT } from '../../ui/i18n.tsx';
import { EMOJI } from './emoji.ts';
import classes from './people.module.css';

/** What can be sent to everybody's screen for a moment. */
export function ReactionBar({ reactions }: { reactions: Reactions }): ReactNode {
  const t = useT();
  return (
    <div className={classes.reactions} data-testid="reaction-bar">
      {REACTIONS.map((is) => (
        <button
          key={is}
          type="button"
          className={classes.reaction}
          aria-label={t(`reaction.is.${is}`)}
          title={t(`reaction.is.${is}`)}
          onClick={() => reactions.send(is)}
        >
          <span aria-hidden="true">{EMOJI[is]}</span>
        </button>
      ))}
    </div>
  );
}

import type { ReactNode } from 'react';
import type { Reactions } from '../../canvas/reactions.ts';
import { useT } from '../../ui/i18n.tsx';
import { PopoverAt } from '../../ui/popover-at.tsx';
import type { OpenAt } from '../../ui/use-opener.ts';
import { ReactionBar } from './reaction-bar.tsx';

/** The reactions, opened at their button. */
export function ReactionPopover({ at, reactions }: { at: OpenAt; reactions: Reactions }): ReactNode {
  const t = useT();
  return (
    <PopoverAt at={at} label={t('reaction.title')}>
      <ReactionBar reactions={reactions} />
    </PopoverAt>
  );
}

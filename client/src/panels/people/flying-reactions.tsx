import { LIMITS, type Reaction, REACTIONS } from '@talkoot/protocol';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Reactions, ShownReaction } from '../../canvas/reactions.ts';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { EMOJI } from './emoji.ts';
import classes from './people.module.css';

/** In a large hall more would only cover each other. */
const MOST = 60;
/** People who listen hear a summary no more often than this. */
const SUMMARY_MS = 10_000;
/** What comes together is told together. */
const GATHER_MS = 1_000;
/** Reactions of one face stand beside each other, those with names below each other, px. */
const LANE = 15;
const ROW = 58;
const LANES = [0, 1, -1, 2, -2];

interface Flying extends ShownReaction {
  left: number;
  top: number;
  /** The face does not stand in the bar: the name is told. */
  named: boolean;
}

/** Where a reaction flies from: its sender's face, else the number of people, else the upper right corner. */
function placeOf({ user }: ShownReaction): Pick<Flying, 'left' | 'top' | 'named'> {
  for (const id of [user.id, '']) {
    const box = document.querySelector(`[data-face="${CSS.escape(id)}"]`)?.getBoundingClientRect();
    if (box && box.width > 0) return { left: box.x + box.width / 2, top: box.bottom, named: id === '' };
  }
  return { left: window.innerWidth - 90, top: 16, named: true };
}

/** Reactions float for a moment at the faces of who sent them, and are summed up for people who listen. */
export function FlyingReactions(props: { reactions: Reactions; namesHidden: () => boolean }): ReactNode {
  const { reactions, namesHidden } = props;
  const [flying, setFlying] = useState<readonly Flying[]>([]);
  const count = useRef(0);
  useSummary(reactions);
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = reactions.subscribe((reaction) => {
      const { left, top, named: told } = placeOf(reaction);
      const named = told && !namesHidden();
      const at = count.current++ % LANES.length;
      const place = named ? { left, top: top + at * ROW } : { left: left + (LANES[at] ?? 0) * LANE, top };
      const shown = { ...reaction, ...place, named };
      setFlying((before) => [...before, shown].slice(-MOST));
      const timer = setTimeout(() => {
        timers.delete(timer);
        setFlying((before) => before.filter((other) => other !== shown));
      }, LIMITS.reactionMs);
      timers.add(timer);
    });
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [reactions, namesHidden]);
  // On the page and not on the canvas: they fly from the faces in the bar above it.
  return createPortal(
    <div className={classes.flight} aria-hidden="true">
      {flying.map(({ key, is, user, left, top, named }) => (
        <div key={key} className={classes.flying} style={{ left, top }} data-testid="reaction" data-is={is}>
          <span className={classes.sign}>{EMOJI[is]}</span>
          {named ? <span className={classes.sender}>{user.name}</span> : null}
        </div>
      ))}
    </div>,
    document.body,
  );
}

function useSummary(reactions: Reactions): void {
  const t = useT();
  const announce = useAnnounce();
  useEffect(() => {
    const counts = new Map<Reaction, number>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let told = Number.NEGATIVE_INFINITY;
    const tell = (): void => {
      timer = undefined;
      told = performance.now();
      const list = REACTIONS.filter((is) => counts.has(is)).map((is) =>
        t('reaction.counted', { name: t(`reaction.is.${is}`), count: counts.get(is) ?? 0 }),
      );
      counts.clear();
      announce(t('reaction.summary', { list: list.join(', ') }));
    };
    const stop = reactions.subscribe(({ is, mine }) => {
      if (mine) return;
      counts.set(is, (counts.get(is) ?? 0) + 1);
      timer ??= setTimeout(tell, Math.max(GATHER_MS, told + SUMMARY_MS - performance.now()));
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [reactions, t, announce]);
}

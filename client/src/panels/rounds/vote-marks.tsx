import type { RoundView } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { useBoardLayer } from '../../canvas/use-board-layer.ts';
import { useFromCanvas } from '../../canvas/use-canvas.ts';
import { useSession } from '../../pages/board/use-session.ts';
import { useT } from '../../ui/i18n.tsx';
import { useModelVersion } from '../use-model.ts';
import { leftOf } from './ballot-form.tsx';
import { itemsOf } from './items.ts';
import classes from './rounds.module.css';
import { type Give, useBallot } from './use-ballot.ts';

/**
 * Dots at the elements that are judged: one's own while the round is open, a press gives one more; the result
 * afterwards. For the pointer: by keyboard the panel says and does the same.
 */
export function VoteMarks({ canvas, give }: { canvas: CanvasController; give: Give }): ReactNode {
  const rounds = useSession(canvas.session)
    .view()
    .rounds.filter(({ rules, items }) => (rules.method === 'dots' || rules.method === 'budget') && items.length > 0);
  const open = rounds.find(({ closedAt }) => closedAt === null);
  const last = open ?? rounds.at(-1);
  if (!last) return null;
  return open ? <OwnDots canvas={canvas} round={open} give={give} /> : <Marks canvas={canvas} round={last} />;
}

function OwnDots({ canvas, round, give }: { canvas: CanvasController; round: RoundView; give: Give }): ReactNode {
  const own = useSession(canvas.session).own();
  const { ballot, answer } = useBallot(round, own.ballots[round.id], give);
  if (!own.entitled.includes(round.id)) return null;
  const left = leftOf(round, ballot);
  const more = (id: string): void => {
    const given = Number(ballot.marks[id] ?? 0);
    // One press more than there may be takes all back, so that a finger alone can correct.
    const next = left > 0 && given < round.rules.perItem ? given + 1 : 0;
    const { [id]: _before, ...others } = ballot.marks;
    answer({ ...ballot, marks: next === 0 ? others : { ...others, [id]: next } });
  };
  return <Marks canvas={canvas} round={round} own={ballot.marks} onPress={more} />;
}

interface MarksProps {
  canvas: CanvasController;
  round: RoundView;
  own?: Readonly<Record<string, unknown>>;
  onPress?: (id: string) => void;
}

function Marks({ canvas, round, own, onPress }: MarksProps): ReactNode {
  const t = useT();
  useModelVersion(canvas.model);
  const zoom = useFromCanvas(canvas, ({ camera }) => camera.zoom);
  const layer = useBoardLayer(canvas);
  const scores = new Map((round.results ?? []).map(({ item, score }) => [item, score]));
  const marks = itemsOf(canvas.session, round, t).flatMap(({ id, words }) => {
    const box = canvas.model.bounds(id);
    const count = own ? Number(own[id] ?? 0) : scores.get(id);
    return box && count !== undefined && (own || count > 0) ? [{ id, words, box, count }] : [];
  });
  return (
    <div ref={layer} className={classes.marks} data-canvas-overlay="" data-testid="vote-marks">
      {marks.map(({ id, words, box, count }) => (
        <button
          key={id}
          type="button"
          tabIndex={-1}
          className={classes.dots}
          data-mine={count > 0 || undefined}
          disabled={!onPress}
          style={{ left: (box.x + box.width) * zoom, top: (box.y + box.height) * zoom }}
          aria-label={t(own ? 'round.ownOn' : 'round.resultOn', { count, words })}
          title={t(own ? 'round.ownOn' : 'round.resultOn', { count, words })}
          onClick={() => onPress?.(id)}
        >
          {count}
        </button>
      ))}
    </div>
  );
}

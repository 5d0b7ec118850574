import { pickLanguage } from '@talkoot/i18n';
import type { RoundView } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { useBoardLayer } from '../../canvas/use-board-layer.ts';
import { useFromCanvas } from '../../canvas/use-canvas.ts';
import { useSession } from '../../pages/board/use-session.ts';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { useModelVersion } from '../use-model.ts';
import { leftOf } from './ballot-form.tsx';
import { itemsOf } from './items.ts';
import { resultsByElement, scoreShort, scoreWords } from './result-words.ts';
import classes from './rounds.module.css';
import { type Give, useBallot } from './use-ballot.ts';

/** Marks at one element: no more rounds than these, or they would cover its words. */
const ROUNDS_SHOWN = 3;

/**
 * At the elements that are judged: one's own dots while the round is open, a press gives one more; what the rounds
 * came to afterwards, the latest first. For the pointer: by keyboard the panel and the list view say and do the same.
 */
export function VoteMarks({ canvas, give }: { canvas: CanvasController; give: Give }): ReactNode {
  const { rounds } = useSession(canvas.session).view();
  const open = rounds.find(
    ({ closedAt, rules, items }) =>
      closedAt === null && (rules.method === 'dots' || rules.method === 'budget') && items.length > 0,
  );
  if (open) return <OwnDots canvas={canvas} round={open} give={give} />;
  return <Results canvas={canvas} rounds={rounds} />;
}

interface Mark {
  id: string;
  dots: { key: string; words: string; label: string; strong: boolean; onPress?: () => void }[];
}

function OwnDots({ canvas, round, give }: { canvas: CanvasController; round: RoundView; give: Give }): ReactNode {
  const t = useT();
  const own = useSession(canvas.session).own();
  const { ballot, answer } = useBallot(round, own.ballots[round.id], give);
  if (!own.entitled.includes(round.id)) return null;
  const left = leftOf(round, ballot);
  const more = (id: string, given: number): void => {
    // One press more than there may be takes all back, so that a finger alone can correct.
    const next = left > 0 && given < round.rules.perItem ? given + 1 : 0;
    const { [id]: _before, ...others } = ballot.marks;
    answer({ ...ballot, marks: next === 0 ? others : { ...others, [id]: next } });
  };
  const marks = itemsOf(canvas.session, round, t).map(({ id, words }): Mark => {
    const count = Number(ballot.marks[id] ?? 0);
    const label = t('round.ownOn', { count, words });
    return {
      id,
      dots: [{ key: round.id, words: String(count), label, strong: count > 0, onPress: () => more(id, count) }],
    };
  });
  return <Marks canvas={canvas} marks={marks} />;
}

function Results({ canvas, rounds }: { canvas: CanvasController; rounds: readonly RoundView[] }): ReactNode {
  const t = useT();
  const [code] = useLanguage();
  const language = pickLanguage([code]);
  const marks = [...resultsByElement(rounds)].map(([id, judged]): Mark => {
    const dots = judged.slice(0, ROUNDS_SHOWN).map(({ round, result }, at) => ({
      key: round.id,
      words: scoreShort(result, round, language),
      label: t('round.resultOn', {
        words: round.rules.question || t(`round.method.${round.rules.method}`),
        result: scoreWords(result, round, language, t),
      }),
      strong: at === 0,
    }));
    return { id, dots };
  });
  return marks.length > 0 ? <Marks canvas={canvas} marks={marks} /> : null;
}

function Marks({ canvas, marks }: { canvas: CanvasController; marks: readonly Mark[] }): ReactNode {
  useModelVersion(canvas.model);
  const zoom = useFromCanvas(canvas, ({ camera }) => camera.zoom);
  const layer = useBoardLayer(canvas);
  return (
    <div ref={layer} className={classes.marks} data-canvas-overlay="" data-testid="vote-marks">
      {marks.map(({ id, dots }) => {
        const box = canvas.model.bounds(id);
        return box ? (
          <div
            key={id}
            className={classes.mark}
            style={{ left: (box.x + box.width) * zoom, top: (box.y + box.height) * zoom }}
          >
            {dots.map(({ key, words, label, strong, onPress }) => (
              <button
                key={key}
                type="button"
                tabIndex={-1}
                className={classes.dots}
                data-strong={strong || undefined}
                disabled={!onPress}
                aria-label={label}
                title={label}
                onClick={onPress}
              >
                {words}
              </button>
            ))}
          </div>
        ) : null;
      })}
    </div>
  );
}

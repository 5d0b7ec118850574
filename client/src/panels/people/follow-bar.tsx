import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { useFromCanvas } from '../../canvas/use-canvas.ts';
import { useT } from '../../ui/i18n.tsx';
import classes from './people.module.css';

/** In these Escape is about something nearer. */
const NEARER = '[contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]';

/** Whom this view goes along with, and how many go along with it; nothing while nobody does. */
export function FollowBar({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  const leader = useFromCanvas(canvas, ({ people }) => people.following?.leader ?? null);
  const followers = useFromCanvas(canvas, ({ people }) => people.following?.followers ?? 0);
  useEscape(canvas, leader !== null);
  return (
    <div role="status" aria-label={t('follow.label')} className={classes.follow} data-canvas-overlay="">
      {leader ? (
        <div className={classes.leader} style={{ borderColor: leader.color }} data-testid="follow-bar">
          <span className={classes.dot} style={{ background: leader.color }} aria-hidden="true" />
          <span className={classes.leaderName}>{t('follow.now', { name: leader.name })}</span>
          <Button
            size="sm"
            variant="light"
            className={classes.stop ?? ''}
            onClick={() => canvas.people.following?.stop()}
          >
            {t('follow.stop')}
          </Button>
        </div>
      ) : null}
      {followers > 0 ? (
        <div className={classes.followers} data-testid="followers">
          {t('follow.followers', { count: followers })}
        </div>
      ) : null}
    </div>
  );
}

/** Escape lets go wherever the focus is, before the board takes the key for something else. */
function useEscape(canvas: CanvasController, follows: boolean): void {
  useEffect(() => {
    if (!follows) return undefined;
    const stop = new AbortController();
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || (event.target instanceof Element && event.target.closest(NEARER))) return;
      canvas.people.following?.stop();
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', listen, { signal: stop.signal, capture: true });
    return () => stop.abort();
  }, [canvas, follows]);
}

import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { BoardCanvas, type BoardCanvasHandle } from '../canvas/board-canvas.tsx';
import type { CanvasController } from '../canvas/controller.ts';
import type { ImagePort } from '../canvas/paint/pictures.ts';
import { BoardBars } from '../panels/board-bars.tsx';
import { CommentMarks } from '../panels/comments/comment-marks.tsx';
import { useBoardComments } from '../panels/comments/use-comments.ts';
import { useAnnounce } from '../ui/live-region.tsx';
import classes from './gallery.module.css';
import { localImages } from './local-images.ts';
import { type LocalSession, lockLocally } from './local-session.ts';

const NAMES: Record<string, string> = { aino: 'Aino', eero: 'Eero' };

export const nameOf = (id: string): string | undefined => NAMES[id];

export function useLocalImages(): ImagePort {
  const announce = useAnnounce();
  const [images] = useState(() => localImages((error) => announce(String(error))));
  return images;
}

export interface BoardProps {
  session: () => LocalSession;
  /** All bars, or those that are given. */
  bars?: boolean | ((canvas: CanvasController) => ReactNode);
  /** Shows everything once it is there. */
  fit?: boolean;
  /** What the person there does before anybody looks. */
  act?(canvas: CanvasController): void;
  className?: string;
}

/** A board of its own in the gallery. */
export function Board({ session: made, bars, fit, act, className }: BoardProps): ReactNode {
  const scheme = useComputedColorScheme('light');
  const announce = useAnnounce();
  const images = useLocalImages();
  const [session] = useState(made);
  const comments = useBoardComments(session);
  const [handle, setHandle] = useState<BoardCanvasHandle | null>(null);
  useEffect(() => {
    if (!handle) return undefined;
    // The canvas takes its size first.
    const frame = requestAnimationFrame(() => {
      if (fit) handle.fit();
      act?.(handle.controller);
    });
    return () => cancelAnimationFrame(frame);
  }, [handle, fit, act]);
  return (
    <div className={className ?? classes.board}>
      <BoardCanvas
        session={session}
        colorScheme={scheme}
        onRefused={announce}
        onUnreachable={() => {}}
        onWordsFull={() => {}}
        images={images}
        nameOf={nameOf}
        handleRef={setHandle}
      >
        {(canvas) => (
          <>
            <CommentMarks canvas={canvas} comments={comments} onShow={() => {}} />
            {typeof bars === 'function' && bars(canvas)}
            {bars === true && (
              <BoardBars canvas={canvas} actions={{ onLock: (ids, locked) => lockLocally(session, ids, locked) }} />
            )}
          </>
        )}
      </BoardCanvas>
    </div>
  );
}

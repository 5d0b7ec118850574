import { useComputedColorScheme } from '@mantine/core';
import { setField } from '@talkoot/board';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { BoardCanvas, type BoardCanvasHandle } from '../canvas/board-canvas.tsx';
import { BoardBars } from '../panels/board-bars.tsx';
import { useBoardComments } from '../panels/comments/use-comments.ts';
import { Outline } from '../panels/outline.tsx';
import { useAnnounce } from '../ui/live-region.tsx';
import { fillGallery, fillMany, fillWorkshop } from './gallery-board.ts';
import { localImages } from './local-images.ts';
import { LocalSession } from './local-session.ts';

const NAMES: Record<string, string> = { aino: 'Aino', eero: 'Eero' };

const nameOf = (id: string): string | undefined => NAMES[id];

/**
 * Every kind in every state, on a canvas without a server. `?board=workshop`
 * or `?board=10000` for other boards, `&outline` for the list view.
 */
export function Gallery(): ReactNode {
  const scheme = useComputedColorScheme('light');
  const announce = useAnnounce();
  const handle = useRef<BoardCanvasHandle>(null);
  const [session] = useState(galleryOf);
  const comments = useBoardComments(session);
  const [images] = useState(() => localImages((error) => announce(String(error))));
  useEffect(() => handle.current?.fit(), []);
  if (new URLSearchParams(window.location.search).has('outline')) {
    return (
      <div style={{ position: 'fixed', inset: 0 }}>
        <Outline
          session={session}
          colorScheme={scheme}
          nameOf={nameOf}
          onRefused={announce}
          images={images}
          comments={comments}
          onLock={(ids, locked) => lockLocally(session, ids, locked)}
        />
      </div>
    );
  }
  return (
    <div style={{ position: 'fixed', inset: 0 }}>
      <BoardCanvas
        session={session}
        colorScheme={scheme}
        onRefused={announce}
        onUnreachable={() => {}}
        onWordsFull={() => {}}
        images={images}
        nameOf={nameOf}
        handleRef={handle}
      >
        {(canvas) => (
          <BoardBars canvas={canvas} actions={{ onLock: (ids, locked) => lockLocally(session, ids, locked) }} />
        )}
      </BoardCanvas>
    </div>
  );
}

/** On a real board the server does this. */
function lockLocally(session: LocalSession, ids: string[], locked: boolean): void {
  session.edit('board', (doc) => {
    for (const id of ids) setField(doc, id, 'locked', locked);
  });
}

function galleryOf(): LocalSession {
  const session = new LocalSession();
  const board = new URLSearchParams(window.location.search).get('board') ?? '';
  const doc = session.document('board');
  if (!doc) return session;
  if (/^\d+$/.test(board)) fillMany(doc, Number(board));
  else if (board === 'workshop') fillWorkshop(doc);
  else if (board !== 'empty') fillGallery(doc);
  return session;
}

import { type ReactNode, useCallback, useEffect } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { useFromCanvas } from '../../canvas/use-canvas.ts';
import { hidesNames } from '../../sync/hidden-names.ts';
import { useT } from '../../ui/i18n.tsx';
import { toast } from '../../ui/toasts.tsx';
import { FollowBar } from './follow-bar.tsx';
import { FlyingReactions } from './flying-reactions.tsx';

/** What is told about others over the canvas: whom one follows, who follows, reactions. */
export function PeopleLayer({ canvas }: { canvas: CanvasController }): ReactNode {
  const namesHidden = useCallback(() => hidesNames(canvas.session), [canvas]);
  return (
    <>
      <FollowBar canvas={canvas} />
      <LeaderLeft canvas={canvas} />
      <FlyingReactions reactions={canvas.people.reactions} namesHidden={namesHidden} />
    </>
  );
}

/** Says it when the person who was followed is gone. Draws nothing itself. */
function LeaderLeft({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  const left = useFromCanvas(canvas, ({ people }) => people.following?.left ?? null);
  useEffect(() => {
    if (left) toast(t('follow.left', left));
  }, [left, t]);
  return null;
}

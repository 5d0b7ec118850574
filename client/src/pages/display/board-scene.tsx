import { useComputedColorScheme } from '@mantine/core';
import { boxAround } from '@talkoot/board';
import type { SessionView } from '@talkoot/protocol';
import { type ReactNode, useEffect, useRef } from 'react';
import { BoardCanvas } from '../../canvas/board-canvas.tsx';
import type { CanvasController } from '../../canvas/controller.ts';
import { usePeople } from '../../sync/use-session.ts';
import { useT } from '../../ui/i18n.tsx';
import { useImages } from '../board/use-images.ts';
import { useNameOf } from '../board/use-name-of.ts';
import type { SceneProps } from './display-layout.tsx';
import { withoutEmptyFoot } from './scene.ts';
import classes from './display.module.css';

/** Air around what is shown, px; and how large a small thing becomes at most. */
const AIR = 16;
const MOST_ZOOM = 3;

const nothing = (): void => {};

/** The board where the room is to look, as large as there is room. Nobody can touch it. */
export function BoardScene({ session }: SceneProps): ReactNode {
  const t = useT();
  const people = usePeople(session);
  const scheme = useComputedColorScheme();
  const images = useImages(session.workshopId);
  const nameOf = useNameOf(session, people);
  const focus = useFocus(session.view());
  const open = session.view().rounds.some(({ closedAt }) => closedAt === null);
  return (
    <section className={classes.board}>
      {open ? (
        <p className={classes.notice} role="status">
          {t('display.voting')}
        </p>
      ) : null}
      <div className={classes.stage} inert aria-hidden>
        <BoardCanvas
          session={session}
          colorScheme={scheme}
          onRefused={nothing}
          onUnreachable={nothing}
          onWordsFull={nothing}
          images={images}
          nameOf={nameOf}
        >
          {(canvas) => <Look canvas={canvas} ids={focus} />}
        </BoardCanvas>
      </div>
    </section>
  );
}

/** What is pointed at, or where all were called to since the step began, or the frames of the step; nothing is all. */
function useFocus({ step, bring, spotlight, rights }: SessionView): readonly string[] {
  const began = useRef({ step: step?.id, call: bring?.number ?? 0 });
  if (began.current.step !== step?.id) began.current = { step: step?.id, call: bring?.number ?? 0 };
  if (spotlight !== null) return [spotlight];
  const called = bring !== null && bring.number > began.current.call && bring.groupId === null;
  // Where they hold, the rights of the step name everybody's own copies too.
  const frames = rights?.frames ?? step?.frames ?? [];
  return (called || frames.length === 0 ? bring?.frames : frames) ?? [];
}

/** Keeps elements whole in view, while they grow and the window changes too. Draws nothing. */
function Look({ canvas, ids }: { canvas: CanvasController; ids: readonly string[] }): null {
  const wanted = ids.join(' ');
  useEffect(() => {
    let shown = '';
    const look = (): void => {
      const { camera, model } = canvas;
      if (!camera.ready) return;
      const named = wanted === '' ? [] : wanted.split(' ');
      const boxes = named.flatMap((id) => model.box(id) ?? []);
      const all = [...model.all()].flatMap(({ id }) => model.box(id) ?? []);
      const inside = named.flatMap((id) => model.descendantsOf(id)).flatMap((id) => model.box(id) ?? []);
      const whole = boxAround(boxes.length > 0 ? boxes : all);
      const box = whole && withoutEmptyFoot(whole, boxAround(inside), camera.viewport);
      const key = JSON.stringify([box, camera.viewport]);
      if (!box || key === shown) return;
      shown = key;
      canvas.takeView();
      camera.fit(box, AIR, MOST_ZOOM);
    };
    look();
    const stops = [canvas.model.subscribe(look), canvas.camera.subscribe(look)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [canvas, wanted]);
  return null;
}

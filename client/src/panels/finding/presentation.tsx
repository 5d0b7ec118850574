import { FocusTrap, FocusTrapInitialFocus } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import classes from './presentation.module.css';
import { wordsOf } from './search.ts';
import { type PresentationState, usePresentation, usePresentationKeys } from './use-presentation.ts';

/** A finger that moved this far sideways asks for the next frame, px. */
const SWIPE = 50;

export interface PresentationProps {
  canvas: CanvasController;
  /** The frame to begin with; the first one when it is left out. */
  from?: string | undefined;
  onEnd(): void;
}

/** One frame after another on the whole screen, with nothing around and nothing to edit. */
export function Presentation({ canvas, from, onEnd }: PresentationProps): ReactNode {
  const t = useT();
  const announce = useAnnounce();
  const state = usePresentation(canvas, from);
  usePresentationKeys(state, onEnd);
  const swipes = useSwipes(canvas, state);
  const { frame, at, total, go } = state;
  const name = frame?.text.trim() || t('outline.untitled');
  const words = (frame && wordsOf(frame)) || name;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    const host = section.current?.closest<HTMLElement>('[data-canvas-host]');
    return () => host?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (total === 0) onEnd();
  }, [total, onEnd]);
  useEffect(() => {
    if (total > 0) announce(t('present.at', { words, at: at + 1, total }));
  }, [announce, t, words, at, total]);
  return (
    <FocusTrap active>
      <section
        ref={section}
        className={classes.presentation}
        aria-label={t('present.label')}
        data-canvas-overlay=""
        data-testid="presentation"
        {...swipes}
      >
        <FocusTrapInitialFocus />
        <Edge side="previous" disabled={at === 0} onPress={() => go(at - 1)} />
        <Edge side="next" disabled={at >= total - 1} onPress={() => go(at + 1)} />
        <div className={classes.bar}>
          <h1 className={classes.name}>{name}</h1>
          <span className={classes.position}>{t('present.position', { at: at + 1, total })}</span>
          <button
            type="button"
            className={classes.end}
            aria-label={t('present.end')}
            title={t('present.end')}
            onClick={onEnd}
          >
            <IconX size={22} stroke={1.75} aria-hidden />
          </button>
        </div>
      </section>
    </FocusTrap>
  );
}

function Edge(props: { side: 'previous' | 'next'; disabled: boolean; onPress(): void }): ReactNode {
  const t = useT();
  const Icon = props.side === 'next' ? IconChevronRight : IconChevronLeft;
  return (
    <button
      type="button"
      className={classes.edge}
      data-side={props.side}
      aria-label={t(`canvas.frames.${props.side}`)}
      // Kept in place at the ends, so that a press by keyboard does not lose the focus.
      aria-disabled={props.disabled}
      onClick={() => !props.disabled && props.onPress()}
    >
      <Icon size={30} stroke={1.75} aria-hidden />
    </button>
  );
}

/** A finger wipes to the next frame; a mouse moves the view, to look at something nearer. */
function useSwipes(canvas: CanvasController, { at, go }: PresentationState) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const last = useRef({ x: 0, y: 0 });
  return {
    onPointerDown: (event: PointerEvent): void => {
      if (!event.isPrimary || (event.target as Element).closest('button')) return;
      from.current = { x: event.clientX, y: event.clientY };
      last.current = from.current;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent): void => {
      if (!from.current || !event.isPrimary || event.pointerType === 'touch') return;
      canvas.camera.panBy(event.clientX - last.current.x, event.clientY - last.current.y);
      last.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp: (event: PointerEvent): void => {
      const start = from.current;
      if (!start || !event.isPrimary) return;
      from.current = null;
      const dx = event.clientX - start.x;
      if (event.pointerType !== 'touch' || Math.abs(dx) < Math.max(SWIPE, Math.abs(event.clientY - start.y))) return;
      go(at + (dx < 0 ? 1 : -1));
    },
    onPointerCancel: (): void => {
      from.current = null;
    },
  };
}

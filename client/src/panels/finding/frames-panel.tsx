import { ActionIcon, Button, Text, UnstyledButton } from '@mantine/core';
import { type BoardElement, framesInOrder } from '@talkoot/board';
import { IconPresentation } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { useFromCanvas } from '../../canvas/use-canvas.ts';
import { useT } from '../../ui/i18n.tsx';
import { useCalmVersion } from '../use-calm-version.ts';
import { useAddable } from '../use-rights.ts';
import classes from './frames.module.css';

export interface FramesPanelProps {
  canvas: CanvasController;
  /** The person has chosen a frame to look at. */
  onChosen(): void;
  /** Starts the presentation, from a frame or from the first one. */
  onPresent(from?: string): void;
}

/** All frames in the order in which they are read and presented, with the way to each. */
export function FramesPanel({ canvas, onChosen, onPresent }: FramesPanelProps): ReactNode {
  const t = useT();
  const { model } = canvas;
  const version = useCalmVersion(model);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model changes inside; its version tells
  const frames = useMemo(() => framesInOrder(model), [model, version]);
  const shown = useFromCanvas(canvas, ({ lookedAt }) => lookedAt);
  if (frames.length === 0) return <NoFrames canvas={canvas} />;
  return (
    <div className={classes.frames} data-testid="frame-list">
      <Button leftSection={<IconPresentation size={20} aria-hidden />} onClick={() => onPresent()}>
        {t('present.start')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('frames.explain')}
      </Text>
      <ol className={classes.list}>
        {frames.map(({ frame, depth }, at) => (
          <li key={frame.id} className={classes.row} style={{ paddingInlineStart: depth * 20 }}>
            <FrameButton
              frame={frame}
              position={at + 1}
              inside={model.childrenOf(frame.id).length}
              current={frame.id === shown}
              onPress={() => {
                canvas.zoomTo(frame.id);
                onChosen();
              }}
            />
            <ActionIcon
              color="gray"
              size={36}
              aria-label={t('frames.presentFrom', { name: frame.text.trim() || t('outline.untitled') })}
              title={t('frames.presentFromHere')}
              onClick={() => onPresent(frame.id)}
            >
              <IconPresentation size={18} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
    </div>
  );
}

function FrameButton(props: {
  frame: BoardElement;
  position: number;
  inside: number;
  current: boolean;
  onPress(): void;
}): ReactNode {
  const t = useT();
  const { frame, inside, current } = props;
  return (
    <UnstyledButton className={classes.frame ?? ''} aria-current={current ? true : undefined} onClick={props.onPress}>
      <span className={classes.position} aria-hidden>
        {props.position}
      </span>
      <span className={classes.words}>
        <span className={classes.name}>{frame.text.trim() || t('outline.untitled')}</span>{' '}
        <span className={classes.details}>{t('frames.inside', { count: inside })}</span>
      </span>
    </UnstyledButton>
  );
}

function NoFrames({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  const mayAdd = useAddable(canvas.session, canvas.types).some(({ container }) => container);
  return <Text c="dimmed">{t(mayAdd ? 'frames.emptyAdd' : 'frames.empty')}</Text>;
}

import { Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconHandStop, IconPointer } from '@tabler/icons-react';
import { type ReactNode, useCallback, useSyncExternalStore } from 'react';
import type { CanvasController, Tool } from '../canvas/controller.ts';
import { useFromCanvas } from '../canvas/use-canvas.ts';
import type { BoardSession } from '../sync/session.ts';
import { useT } from '../ui/i18n.tsx';
import classes from './bars.module.css';
import { KindIcon } from './kind-icon.tsx';
import { useAddable } from './use-rights.ts';

/** A button of a bar: an icon with its name and key in a tooltip. */
export function BarButton(props: {
  label: string;
  keys?: string;
  pressed?: boolean;
  disabled?: boolean;
  className?: string | undefined;
  onClick(event: React.MouseEvent): void;
  children: ReactNode;
}): ReactNode {
  const { label, keys, pressed, disabled = false, onClick, children } = props;
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label} events={{ hover: true, focus: true, touch: false }}>
      <button
        type="button"
        className={props.className ?? classes.tool}
        aria-label={label}
        aria-keyshortcuts={keys}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </button>
    </Tooltip>
  );
}

/** The tools at the lower edge: select, what can be added, undo and redo. */
export function Toolbar({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  const tool = useFromCanvas(canvas, (controller) => controller.tool);
  const addable = useAddable(canvas.session, canvas.types);
  const pick = (next: Tool) => () => {
    canvas.tool = next;
  };
  return (
    <div
      className={`${classes.bar} ${classes.tools}`}
      role="toolbar"
      aria-label={t('canvas.toolbar')}
      data-canvas-overlay=""
      data-testid="toolbar"
    >
      <BarButton label={t('canvas.tool.select')} keys="V" pressed={tool === 'select'} onClick={pick('select')}>
        <IconPointer size={22} stroke={1.75} />
      </BarButton>
      <BarButton label={t('canvas.tool.hand')} keys="H" pressed={tool === 'hand'} onClick={pick('hand')}>
        <IconHandStop size={22} stroke={1.75} />
      </BarButton>
      <span className={classes.divider} />
      {addable.map((type) => (
        <BarButton
          key={type.kind}
          label={type.strokes ? t(type.strokes.pens[0].labelKey) : t('canvas.tool.add', { kind: t(type.nameKey) })}
          keys={type.shortcut.toUpperCase()}
          pressed={tool === type || (tool === 'eraser' && type.strokes !== undefined)}
          onClick={(event) => {
            if (canvas.inks && type.strokes) canvas.tool = 'select';
            // A press of Enter or Space has no place on the board: the new one comes into the middle of the view.
            else if (event.detail === 0 && !type.strokes) canvas.addInView(type);
            else canvas.tool = tool === type ? 'select' : type;
          }}
        >
          <KindIcon name={type.icon} />
        </BarButton>
      ))}
      <span className={classes.divider} />
      <UndoButtons session={canvas.session} />
    </div>
  );
}

/** The person's own last steps back, and forward again. */
export function UndoButtons(props: { session: BoardSession; className?: string | undefined }): ReactNode {
  const t = useT();
  const { className } = props;
  const { undo } = props.session;
  const follow = useCallback((listener: () => void) => undo.onChange(listener), [undo]);
  const canUndo = useSyncExternalStore(follow, () => undo.canUndo);
  const canRedo = useSyncExternalStore(follow, () => undo.canRedo);
  return (
    <>
      <BarButton
        label={t('canvas.undo')}
        keys="Ctrl+Z"
        className={className}
        disabled={!canUndo}
        onClick={() => undo.undo()}
      >
        <IconArrowBackUp size={22} stroke={1.75} />
      </BarButton>
      <BarButton
        label={t('canvas.redo')}
        keys="Ctrl+Shift+Z"
        className={className}
        disabled={!canRedo}
        onClick={() => undo.redo()}
      >
        <IconArrowForwardUp size={22} stroke={1.75} />
      </BarButton>
    </>
  );
}

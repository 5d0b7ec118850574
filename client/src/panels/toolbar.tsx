import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconFlare,
  IconHandStop,
  IconMoodSmile,
  IconPointer,
} from '@tabler/icons-react';
import { type ReactNode, useCallback, useSyncExternalStore } from 'react';
import type { CanvasController, Tool } from '../canvas/controller.ts';
import { useFromCanvas } from '../canvas/use-canvas.ts';
import type { BoardSession } from '../sync/session.ts';
import { useT } from '../ui/i18n.tsx';
import { latePart } from '../ui/late-part.tsx';
import { useOpener } from '../ui/use-opener.ts';
import { useTip } from '../ui/use-tip.ts';
import classes from './bars.module.css';
import { KindIcon } from './kind-icon.tsx';
import { useAddable } from './use-rights.ts';

const ReactionPopover = latePart(async () => (await import('./people/reaction-popover.tsx')).ReactionPopover);
const Tip = latePart(async () => (await import('../ui/tip.tsx')).Tip);

/** A button of a bar: an icon with its name and key in a tooltip. */
export function BarButton(props: {
  label: string;
  keys?: string | undefined;
  pressed?: boolean;
  /** It opens something; is that open? */
  expanded?: boolean;
  disabled?: boolean;
  className?: string | undefined;
  onClick(event: React.MouseEvent): void;
  children: ReactNode;
}): ReactNode {
  const { label, keys, pressed, expanded, disabled = false, onClick, children } = props;
  const { tip, at } = useTip();
  return (
    <>
      <button
        {...tip}
        type="button"
        className={props.className ?? classes.tool}
        aria-label={label}
        aria-keyshortcuts={keys}
        aria-pressed={pressed}
        aria-expanded={expanded}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </button>
      {at && <Tip at={{ ...at, opened: at.opened && !expanded }} label={keys ? `${label} (${keys})` : label} />}
    </>
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
      <BarButton
        label={t('canvas.tool.laser')}
        keys="K"
        pressed={tool === 'laser'}
        onClick={pick(tool === 'laser' ? 'select' : 'laser')}
      >
        <IconFlare size={22} stroke={1.75} />
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
      <ReactionButton canvas={canvas} />
      <UndoButtons session={canvas.session} />
    </div>
  );
}

function ReactionButton({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  const { opener, at } = useOpener(ReactionPopover);
  return (
    <>
      <span ref={opener.ref} className={classes.target}>
        <BarButton label={t('reaction.title')} expanded={opener['aria-expanded']} onClick={opener.onClick}>
          <IconMoodSmile size={22} stroke={1.75} />
        </BarButton>
      </span>
      {at && <ReactionPopover at={at} reactions={canvas.people.reactions} />}
    </>
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

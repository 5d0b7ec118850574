import type { Control, ControlOption, ElementType } from '@talkoot/elements';
import { IconEraser } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { useFromCanvas } from '../canvas/use-canvas.ts';
import { useT } from '../ui/i18n.tsx';
import classes from './bars.module.css';
import { KindIcon } from './kind-icon.tsx';
import { Swatch } from './selection-controls.tsx';
import { BarButton } from './toolbar.tsx';
import { mayAdd } from '../sync/actions-add.ts';
import { useSessionVersion } from './use-rights.ts';

/** Pens, eraser, colours and widths, above the tools while one of them is in the hand. */
export function PenBar({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  useFromCanvas(canvas, ({ version }) => version);
  useSessionVersion(canvas.session);
  const { tool } = canvas;
  const drawn = typeof tool === 'string' ? [...canvas.types.values()].find(({ strokes }) => strokes) : tool;
  const type = drawn && mayAdd(canvas.session, drawn) ? drawn : undefined;
  return (
    <div
      className={`${classes.bar} ${classes.pens}`}
      role="toolbar"
      aria-label={t('canvas.pens')}
      data-canvas-overlay=""
      data-above-tools="2"
      data-testid="pen-bar"
      onKeyDown={(event) => leaveByKey(event, canvas)}
    >
      <div className={classes.penGroup}>
        {type?.strokes?.pens.map(({ icon, labelKey }, at) => (
          <BarButton
            key={labelKey}
            label={t(labelKey)}
            pressed={tool === type && canvas.pens.at(type) === at}
            onClick={() => canvas.takePen(type, at)}
            {...(at < 2 ? { keys: `${at === 0 ? '' : 'Shift+'}${type.shortcut.toUpperCase()}` } : {})}
          >
            <KindIcon name={icon} />
          </BarButton>
        ))}
        <BarButton
          label={t('canvas.tool.eraser')}
          keys="E"
          pressed={tool === 'eraser'}
          onClick={() => {
            canvas.tool = 'eraser';
          }}
        >
          <IconEraser size={22} stroke={1.75} />
        </BarButton>
      </div>
      {type && tool !== 'eraser' && <Choices canvas={canvas} type={type} />}
    </div>
  );
}

/** Escape puts the pen away and goes back to the board. */
function leaveByKey(event: KeyboardEvent<HTMLElement>, canvas: CanvasController): void {
  if (event.key !== 'Escape') return;
  event.currentTarget.closest<HTMLElement>('[data-canvas-host]')?.focus({ preventScroll: true });
  canvas.tool = 'select';
}

type SwatchControl = Extract<Control, { type: 'swatches' }>;

/** With what the pen in hand draws. */
function Choices({ canvas, type }: { canvas: CanvasController; type: ElementType }): ReactNode {
  const t = useT();
  const fields = canvas.pens.fieldsOf(type);
  const controls = type.controls.filter((control): control is SwatchControl => control.type === 'swatches');
  return controls.map(({ field, labelKey, options }) => (
    <fieldset
      key={field}
      className={classes.penGroup}
      aria-label={t(labelKey)}
      data-wide={options.length > 4 || undefined}
    >
      {options.map((option) => (
        <Choice
          key={String(option.value)}
          canvas={canvas}
          option={option}
          chosen={fields[field] === option.value}
          onChoose={() => canvas.choosePen(type, field, option.value)}
        />
      ))}
    </fieldset>
  ));
}

function Choice(props: {
  canvas: CanvasController;
  option: ControlOption;
  chosen: boolean;
  onChoose(): void;
}): ReactNode {
  const t = useT();
  const { canvas, option, chosen } = props;
  return (
    <button
      type="button"
      className={classes.penChoice}
      aria-pressed={chosen}
      aria-label={t(option.labelKey)}
      title={t(option.labelKey)}
      onClick={props.onChoose}
    >
      <Swatch option={option} palette={canvas.painter.palette} />
    </button>
  );
}

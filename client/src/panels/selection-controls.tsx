import { Menu, Popover, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Palette } from '@talkoot/board';
import type { Control, ControlOption, ElementType } from '@talkoot/elements';
import { type ReactNode, useEffect, useState } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { setField } from '../sync/actions.ts';
import { useT } from '../ui/i18n.tsx';
import classes from './bars.module.css';
import { KindIcon } from './kind-icon.tsx';
import { BarButton } from './toolbar.tsx';

/** The controls that every selected element has. */
export function sharedControls(canvas: Pick<CanvasController, 'typeOf'>, ids: string[]): Control[] {
  const types = new Set(ids.map((id) => canvas.typeOf(id)).filter((type) => type !== undefined));
  const [first, ...others] = [...types] as [ElementType, ...ElementType[]];
  if (!first) return [];
  return first.controls.filter(({ field }) =>
    others.every(({ controls }) => controls.some((other) => other.field === field)),
  );
}

interface ControlProps<C extends Control = Control> {
  control: C;
  canvas: CanvasController;
  ids: string[];
}

/** What a control may be asked about: which field of which elements. */
interface ControlView {
  control: Control;
  canvas: Pick<CanvasController, 'model' | 'session' | 'typeOf'>;
  ids: readonly string[];
}

/** The value that all elements have in the control's field. */
export function sharedValue({ canvas, ids, control }: ControlView): unknown {
  const values = new Set(ids.map((id) => canvas.model.get(id)?.fields[control.field] ?? startOf(canvas, id, control)));
  return values.size === 1 ? [...values][0] : undefined;
}

/** What an element shows whose field nobody has set: as a new one, else the first option. */
function startOf(canvas: ControlView['canvas'], id: string, control: Control): unknown {
  if (!('options' in control)) return undefined;
  return canvas.typeOf(id)?.defaults.fields[control.field] ?? control.options[0]?.value;
}

/** What sets one field of the selection. */
export function ControlButton(props: ControlProps): ReactNode {
  const { control } = props;
  if (control.type === 'swatches') return <Swatches {...props} control={control} />;
  if (control.type === 'choice') return <Choice {...props} control={control} />;
  if (control.type === 'toggle') return <Toggle {...props} control={control} />;
  return <Line {...props} control={control} />;
}

function Swatches(props: ControlProps<Extract<Control, { type: 'swatches' }>>): ReactNode {
  const { control, canvas } = props;
  const t = useT();
  const [open, setOpen] = useState(false);
  const value = sharedValue(props);
  const current = control.options.find((option) => option.value === value);
  const allowed = control.options.filter((option) => mayUse(props, option));
  if (allowed.length === 0) return null;
  return (
    // Without its roles, which would stand on the span that has none itself.
    <Popover opened={open} onChange={setOpen} position="top" trapFocus returnFocus withinPortal withRoles={false}>
      <Popover.Target>
        <span>
          <BarButton label={t(control.labelKey)} expanded={open} onClick={() => setOpen(!open)}>
            {current ? (
              <Swatch option={current} palette={canvas.painter.palette} ring={control.ring} />
            ) : (
              <span className={`${classes.swatch} ${classes.mixed}`} />
            )}
          </BarButton>
        </span>
      </Popover.Target>
      <Popover.Dropdown p={6} data-canvas-overlay="">
        <fieldset className={classes.swatches} aria-label={t(control.labelKey)}>
          {allowed.map((option) => (
            <button
              key={String(option.value)}
              type="button"
              aria-pressed={option.value === value}
              aria-label={t(option.labelKey)}
              title={t(option.labelKey)}
              className={classes.tool}
              onClick={() => {
                canvas.setField(control.field, option.value);
                setOpen(false);
              }}
            >
              <Swatch option={option} palette={canvas.painter.palette} ring={control.ring} />
            </button>
          ))}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}

/** A colour with its mark, for those who see no colours; that of a line as a ring. */
export function Swatch(props: { option: ControlOption; palette: Palette; ring?: true | undefined }): ReactNode {
  const { option, palette, ring } = props;
  const colour = palette(option.colour ?? 'paper');
  if (ring) {
    return (
      <span className={`${classes.swatch} ${classes.ring}`} style={{ borderColor: colour }}>
        {option.mark && <Mark d={option.mark.d} />}
      </span>
    );
  }
  return (
    <span className={classes.swatch} style={{ background: colour }}>
      {option.mark && <Mark d={option.mark.d} fill={palette(option.mark.colour)} />}
    </span>
  );
}

function Mark({ d, fill = 'currentColor' }: { d: string; fill?: string }): ReactNode {
  return (
    <svg viewBox="-12 -12 24 24" width="100%" height="100%" aria-hidden="true">
      <path d={d} fill={fill} />
    </svg>
  );
}

/** Is this value open to the person for the first of the selection? The rest is judged when it is set. */
export function mayUse({ canvas, ids, control }: ControlView, option: ControlOption): boolean {
  const element = ids[0] ? canvas.model.get(ids[0]) : undefined;
  if (!element) return false;
  return canvas.session.may({ type: 'set', id: element.id, field: control.field, value: option.value }, element.scope)
    .allowed;
}

function Choice(props: ControlProps<Extract<Control, { type: 'choice' }>>): ReactNode {
  const { control, canvas } = props;
  const t = useT();
  const value = sharedValue(props);
  const current = control.options.find((option) => option.value === value);
  if (!control.options.some((option) => mayUse(props, option))) return null;
  const words = t(current ? current.labelKey : control.labelKey);
  return (
    <Menu position="top" withinPortal>
      <Menu.Target>
        <button
          type="button"
          className={`${classes.tool} ${classes.choice}`}
          aria-label={
            current
              ? t('canvas.choice', { name: t(control.labelKey), value: t(current.labelKey) })
              : t(control.labelKey)
          }
          title={t(control.labelKey)}
        >
          {current?.mark ? <Glyph d={current.mark.d} /> : words}
          <IconChevronDown size={14} stroke={2} className={classes.chevron} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown data-canvas-overlay="">
        <Menu.Label>{t(control.labelKey)}</Menu.Label>
        {control.options.map((option) => (
          <Menu.Item
            key={String(option.value)}
            fw={option.value === value ? 700 : 400}
            leftSection={option.mark ? <Glyph d={option.mark.d} /> : null}
            onClick={() => canvas.setField(control.field, option.value)}
          >
            {t(option.labelKey)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Glyph({ d }: { d: string }): ReactNode {
  return (
    <span className={classes.glyph}>
      <Mark d={d} />
    </span>
  );
}

function Toggle(props: ControlProps<Extract<Control, { type: 'toggle' }>>): ReactNode {
  const { control, canvas } = props;
  const t = useT();
  const on = sharedValue(props) === true;
  if (!mayUse(props, { value: !on, labelKey: control.labelKey })) return null;
  return (
    <BarButton label={t(control.labelKey)} pressed={on} onClick={() => canvas.setField(control.field, !on)}>
      <KindIcon name={control.icon} size={20} />
    </BarButton>
  );
}

function Line(props: ControlProps<Extract<Control, { type: 'line' }>>): ReactNode {
  const { control, canvas, ids } = props;
  const t = useT();
  const [open, setOpen] = useState(false);
  const value = sharedValue(props);
  const [draft, setDraft] = useState('');
  const asks = control.asked === true && ids[0] !== undefined && canvas.asking === ids[0];
  useEffect(() => {
    if (!asks) return;
    canvas.asking = null;
    setDraft('');
    setOpen(true);
  }, [asks, canvas]);
  if (ids.length !== 1 || !mayUse(props, { value: '', labelKey: control.labelKey })) return null;
  const save = (): void => {
    setOpen(false);
    if (draft !== (value ?? '')) canvas.tell(setField(canvas.session, ids, control.field, draft));
  };
  const toggle = (): void => {
    setDraft(typeof value === 'string' ? value : '');
    setOpen(!open);
  };
  return (
    <Popover
      opened={open}
      onChange={(next) => !next && save()}
      position="top"
      trapFocus
      returnFocus
      withinPortal
      width={320}
    >
      <Popover.Target>
        <button type="button" className={`${classes.tool} ${classes.count}`} style={{ width: 'auto' }} onClick={toggle}>
          {t(control.labelKey)}
        </button>
      </Popover.Target>
      <Popover.Dropdown data-canvas-overlay="">
        <TextInput
          label={t(control.labelKey)}
          value={draft}
          maxLength={control.maxLength}
          data-autofocus
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

import { Menu } from '@mantine/core';
import type { Control } from '@talkoot/elements';
import {
  IconArrowDown,
  IconArrowUp,
  IconArrowUpRight,
  IconChevronLeft,
  IconClipboard,
  IconCopyPlus,
  IconCut,
  IconDots,
  IconEye,
  IconFrame,
  IconPencil,
  IconTag,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { lineType } from '../canvas/growing.ts';
import { mayAdd } from '../sync/actions-add.ts';
import { readingNeighbour } from '../sync/reading-moves.ts';
import { useT } from '../ui/i18n.tsx';
import classes from './outline.module.css';
import type { OpenPart } from './outline-keys.ts';
import { frameName } from './outline-words.ts';
import { mayUse, sharedControls, sharedValue } from './selection-controls.tsx';
import type { OutlineState } from './use-outline.ts';

/** Without keys: the one that opens the menu would count as pressed outside it. */
const OUTSIDE = ['mousedown', 'touchstart'];
const ICON = 18;

interface MenuProps {
  outline: OutlineState;
  id: string;
}

/** Everything that can be done with a line, or with all that are selected with it. */
export function OutlineMenu({ outline, id, name }: MenuProps & { name: string }): ReactNode {
  const t = useT();
  const { host, open, setOpen } = outline;
  const button = (
    <button
      type="button"
      className={classes.dots}
      tabIndex={-1}
      aria-label={t('outline.actions', { words: name })}
      onMouseDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        if (!host.selection.has(id)) host.selection.set([id]);
        setOpen({ menu: id, part: 'all' });
      }}
    >
      <IconDots size={ICON} aria-hidden />
    </button>
  );
  if (!open || !('menu' in open) || open.menu !== id) return button;
  return (
    <Menu
      opened
      onChange={(opened) => {
        if (!opened) outline.close();
      }}
      position="bottom-end"
      withinPortal
      trapFocus
      withInitialFocusPlaceholder={false}
      returnFocus={false}
      clickOutsideEvents={OUTSIDE}
    >
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown
        mah="min(480px, 80dvh)"
        className={classes.menu ?? ''}
        // React hands events on to the line, which would take them as its own.
        onClick={(event) => event.stopPropagation()}
        onMouseDown={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        <Part key={open.part} outline={outline} id={id} part={open.part} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Part({ outline, id, part }: MenuProps & { part: Extract<OpenPart, { menu: string }>['part'] }): ReactNode {
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const items = [...(start.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([disabled])') ?? [])];
    (items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
  }, []);
  const control = sharedControls(outline.host, [...outline.host.selection.ids]).find(
    ({ field }) => part === `control ${field}`,
  );
  return (
    <div ref={start}>
      {part === 'frames' ? (
        <Frames outline={outline} id={id} />
      ) : control ? (
        <Choices outline={outline} id={id} control={control} />
      ) : (
        <All outline={outline} id={id} />
      )}
    </div>
  );
}

function All(props: MenuProps): ReactNode {
  const t = useT();
  const { outline, id } = props;
  const { host, actions } = outline;
  const ids = [...host.selection.ids];
  const common = actions.common();
  return (
    <>
      {ids.length > 1 && <Menu.Label>{t('outline.actionsSelected', { count: ids.length })}</Menu.Label>}
      {host.selection.only === id && <OfOne {...props} />}
      <Looks {...props} />
      <Menu.Divider />
      <Menu.Item
        closeMenuOnClick={false}
        leftSection={<IconFrame size={ICON} aria-hidden />}
        rightSection={<Keys keys="M" />}
        onClick={() => outline.setOpen({ menu: id, part: 'frames' })}
      >
        {t('outline.moveToFrame')}
      </Menu.Item>
      <Connect {...props} />
      {common
        .filter(({ removes, labelKey }) => !removes && labelKey !== 'canvas.edit')
        .map(({ labelKey, values, keys, Icon }) => (
          <Menu.Item
            key={`${labelKey} ${values?.words ?? ''}`}
            leftSection={<Icon size={ICON} aria-hidden />}
            rightSection={<Keys keys={labelKey === 'canvas.connect' ? undefined : keys} />}
            onClick={() => actions.run(labelKey, values)}
          >
            {t(labelKey, values)}
          </Menu.Item>
        ))}
      <Clipboard {...props} />
      <Menu.Divider />
      {common
        .filter(({ removes }) => removes)
        .map(({ labelKey, keys, Icon }) => (
          <Menu.Item
            key={labelKey}
            color="red"
            leftSection={<Icon size={ICON} aria-hidden />}
            rightSection={<Keys keys={keys} />}
            onClick={() => actions.run(labelKey)}
          >
            {t(labelKey)}
          </Menu.Item>
        ))}
    </>
  );
}

/** What is done with one element alone. */
function OfOne({ outline, id }: MenuProps): ReactNode {
  const t = useT();
  const { host, actions, onShow } = outline;
  const { session, model } = host;
  return (
    <>
      {model.kindOf(id)?.text && (
        <Menu.Item
          leftSection={<IconPencil size={ICON} aria-hidden />}
          rightSection={<Keys keys="Enter" />}
          onClick={() => host.edit(id)}
        >
          {t('outline.edit')}
        </Menu.Item>
      )}
      {onShow && (
        <Menu.Item
          leftSection={<IconEye size={ICON} aria-hidden />}
          rightSection={<Keys keys="S" />}
          onClick={() => onShow(id)}
        >
          {t('outline.show')}
        </Menu.Item>
      )}
      {readingNeighbour(session, id, -1) && (
        <Menu.Item
          leftSection={<IconArrowUp size={ICON} aria-hidden />}
          rightSection={<Keys keys="Alt+↑" />}
          onClick={() => actions.reorder(-1)}
        >
          {t('outline.up')}
        </Menu.Item>
      )}
      {readingNeighbour(session, id, 1) && (
        <Menu.Item
          leftSection={<IconArrowDown size={ICON} aria-hidden />}
          rightSection={<Keys keys="Alt+↓" />}
          onClick={() => actions.reorder(1)}
        >
          {t('outline.down')}
        </Menu.Item>
      )}
    </>
  );
}

/** What the kinds let people set, and the tags. */
function Looks({ outline, id }: MenuProps): ReactNode {
  const t = useT();
  const { host, actions, setOpen } = outline;
  const ids = [...host.selection.ids];
  const tagged = ids.every((one) => host.typeOf(one)?.tagged);
  return (
    <>
      {sharedControls(host, ids).map((control) => {
        const label = t(control.labelKey);
        const view = { control, canvas: host, ids };
        if (control.type === 'toggle') {
          const on = sharedValue(view) === true;
          if (!mayUse(view, { value: !on, labelKey: control.labelKey })) return null;
          return (
            <Menu.CheckboxItem
              key={control.field}
              value={control.field}
              checked={on}
              closeMenuOnClick
              onChange={() => actions.setValue(control.field, !on, label)}
            >
              {label}
            </Menu.CheckboxItem>
          );
        }
        if (control.type === 'line') {
          if (ids.length > 1 || !mayUse(view, { value: '', labelKey: control.labelKey })) return null;
          return (
            <Menu.Item key={control.field} onClick={() => setOpen({ dialog: `line ${control.field}` })}>
              {t('outline.line', { control: label })}
            </Menu.Item>
          );
        }
        if (!control.options.some((option) => mayUse(view, option))) return null;
        return (
          <Menu.Item
            key={control.field}
            closeMenuOnClick={false}
            onClick={() => setOpen({ menu: id, part: `control ${control.field}` })}
          >
            {t('outline.line', { control: label })}
          </Menu.Item>
        );
      })}
      {tagged && (
        <Menu.Item
          leftSection={<IconTag size={ICON} aria-hidden />}
          rightSection={<Keys keys="#" />}
          onClick={() => setOpen({ dialog: 'tags' })}
        >
          {t('outline.line', { control: t('canvas.tags') })}
        </Menu.Item>
      )}
    </>
  );
}

/** The values of one control, one of which is chosen. */
function Choices({ outline, id, control }: MenuProps & { control: Control }): ReactNode {
  const t = useT();
  const { host, actions, setOpen } = outline;
  const view = { control, canvas: host, ids: [...host.selection.ids] };
  if (control.type !== 'swatches' && control.type !== 'choice') return null;
  const value = sharedValue(view);
  return (
    <>
      <Back label={t(control.labelKey)} onBack={() => setOpen({ menu: id, part: 'all' })} />
      <Menu.RadioGroup value={value === undefined ? null : String(value)}>
        {control.options
          .filter((option) => mayUse(view, option))
          .map((option) => (
            <Menu.RadioItem
              key={String(option.value)}
              value={String(option.value)}
              closeMenuOnClick
              onChange={() => actions.setValue(control.field, option.value, t(option.labelKey))}
            >
              {t(option.labelKey)}
            </Menu.RadioItem>
          ))}
      </Menu.RadioGroup>
    </>
  );
}

function Frames({ outline, id }: MenuProps): ReactNode {
  const t = useT();
  const { host, actions, setOpen, env } = outline;
  const { model, selection } = host;
  const from = new Set([...selection.ids].map((one) => model.get(one)?.place.frame ?? null));
  const frames = [...model.containers()].filter(
    (frame) => !selection.has(frame) && !(from.size === 1 && from.has(frame)) && !isWithin(outline, frame),
  );
  return (
    <>
      <Back label={t('outline.moveToFrame')} onBack={() => setOpen({ menu: id, part: 'all' })} />
      {frames.map((frame) => (
        <Menu.Item key={frame} onClick={() => actions.moveTo(frame)}>
          {frameName(model, frame, env.t)}
        </Menu.Item>
      ))}
      {!(from.size === 1 && from.has(null)) && (
        <Menu.Item onClick={() => actions.moveTo(null)}>{t('outline.toBoard')}</Menu.Item>
      )}
    </>
  );
}

/** Does a frame stand in one of the selected ones? */
function isWithin({ host }: OutlineState, frame: string): boolean {
  return [...host.selection.ids].some((one) => host.model.descendantsOf(one).includes(frame));
}

function Connect({ outline }: MenuProps): ReactNode {
  const t = useT();
  const { host, setOpen } = outline;
  const line = lineType(host);
  const solid = [...host.selection.ids].every((one) => !host.model.kindOf(one)?.connects);
  if (!line || !solid || !mayAdd(host.session, line)) return null;
  return (
    <Menu.Item
      leftSection={<IconArrowUpRight size={ICON} aria-hidden />}
      rightSection={<Keys keys={line.shortcut.toUpperCase()} />}
      onClick={() => setOpen({ dialog: 'connect' })}
    >
      {t('outline.connect')}
    </Menu.Item>
  );
}

function Clipboard({ outline }: MenuProps): ReactNode {
  const t = useT();
  const { actions } = outline;
  return (
    <>
      <Menu.Item
        leftSection={<IconCopyPlus size={ICON} aria-hidden />}
        rightSection={<Keys keys="Ctrl+C" />}
        onClick={actions.copy}
      >
        {t('shortcuts.copy')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconCut size={ICON} aria-hidden />}
        rightSection={<Keys keys="Ctrl+X" />}
        onClick={() => {
          actions.copy();
          actions.run('canvas.delete');
        }}
      >
        {t('shortcuts.cut')}
      </Menu.Item>
      {actions.canPaste && (
        <Menu.Item
          leftSection={<IconClipboard size={ICON} aria-hidden />}
          rightSection={<Keys keys="Ctrl+V" />}
          onClick={actions.paste}
        >
          {t('outline.paste')}
        </Menu.Item>
      )}
    </>
  );
}

function Back({ label, onBack }: { label: string; onBack(): void }): ReactNode {
  return (
    <Menu.Item
      closeMenuOnClick={false}
      leftSection={<IconChevronLeft size={ICON} aria-hidden />}
      fw={700}
      onClick={onBack}
    >
      {label}
    </Menu.Item>
  );
}

function Keys({ keys }: { keys: string | undefined }): ReactNode {
  return keys ? (
    <span className={classes.keys} aria-hidden>
      {keys}
    </span>
  ) : null;
}

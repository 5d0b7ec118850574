import { Menu } from '@mantine/core';
import { IconDots, IconFrame } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../../ui/i18n.tsx';
import classes from '../outline.module.css';
import type { OpenPart } from '../outline-keys.ts';
import { sharedControls } from '../selection-controls.tsx';
import { Clipboard, Connect, OfOne } from './common.tsx';
import { Choices, Looks, WordLooks } from './looks.tsx';
import { ICON, Keys, type MenuProps } from './parts.tsx';
import { ArrangeItem, Arrangements, Frames } from './places.tsx';

/** Without keys: the one that opens the menu would count as pressed outside it. */
const OUTSIDE = ['mousedown', 'touchstart'];

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
      ) : part === 'arrange' ? (
        <Arrangements outline={outline} id={id} />
      ) : part === 'words' ? (
        <WordLooks outline={outline} id={id} />
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
      <ArrangeItem {...props} />
      <Connect {...props} />
      {common
        .filter(({ removes, labelKey }) => !removes && labelKey !== 'canvas.edit')
        .map(({ labelKey, values, keys, Icon }) => (
          <Menu.Item
            key={`${labelKey} ${values?.words ?? ''}`}
            leftSection={<Icon size={ICON} aria-hidden />}
            rightSection={<Keys keys={labelKey === 'canvas.connect' ? undefined : keys} />}
            onClick={() =>
              labelKey === 'cluster.move' ? outline.setOpen({ dialog: 'clusters' }) : actions.run(labelKey, values)
            }
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

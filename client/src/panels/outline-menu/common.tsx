import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconArrowUpRight,
  IconClipboard,
  IconCopyPlus,
  IconCut,
  IconEye,
  IconPencil,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { lineType } from '../../canvas/growing.ts';
import { mayAdd } from '../../sync/actions-add.ts';
import { readingNeighbour } from '../../sync/reading-moves.ts';
import { useT } from '../../ui/i18n.tsx';
import { ICON, Keys, type MenuProps } from './parts.tsx';

/** What is done with one element alone. */
export function OfOne({ outline, id }: MenuProps): ReactNode {
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

/** Runs a line from the selected elements to another. */
export function Connect({ outline }: Pick<MenuProps, 'outline'>): ReactNode {
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

/** Copy, cut and paste. */
export function Clipboard({ outline }: Pick<MenuProps, 'outline'>): ReactNode {
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

import { Menu } from '@mantine/core';
import {
  type Icon,
  IconGridDots,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { ARRANGEMENTS, type Arrangement, arrange, canArrange } from '../sync/arrange.ts';
import { useT } from '../ui/i18n.tsx';
import classes from './bars.module.css';

/** What stands for each way to put elements in order. */
export const ARRANGEMENT_ICONS: Readonly<Record<Arrangement, Icon>> = {
  left: IconLayoutAlignLeft,
  centre: IconLayoutAlignCenter,
  right: IconLayoutAlignRight,
  top: IconLayoutAlignTop,
  middle: IconLayoutAlignMiddle,
  bottom: IconLayoutAlignBottom,
  row: IconLayoutDistributeVertical,
  column: IconLayoutDistributeHorizontal,
  tidy: IconGridDots,
};

/** Puts what is selected in order; there when two or more are. */
export function ArrangeMenu({ canvas, ids }: { canvas: CanvasController; ids: string[] }): ReactNode {
  const t = useT();
  if (!canArrange(canvas.model, ids)) return null;
  return (
    <Menu position="top" withinPortal>
      <Menu.Target>
        <button type="button" className={classes.tool} aria-label={t('canvas.arrange')} title={t('canvas.arrange')}>
          <IconGridDots size={20} stroke={1.75} />
        </button>
      </Menu.Target>
      <Menu.Dropdown data-canvas-overlay="">
        {ARRANGEMENTS.map((how) => {
          const Shown = ARRANGEMENT_ICONS[how];
          return (
            <Menu.Item
              key={how}
              leftSection={<Shown size={18} stroke={1.75} />}
              onClick={() => canvas.tell(arrange(canvas.session, ids, how))}
            >
              {t(`canvas.arrange.${how}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

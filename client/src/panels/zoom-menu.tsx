import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { showSelection } from '../canvas/going.ts';
import { useFromCanvas } from '../canvas/use-canvas.ts';
import { useT } from '../ui/i18n.tsx';
import { MenuAt } from '../ui/menu-at.tsx';
import type { OpenAt } from '../ui/use-opener.ts';
import classes from './bars.module.css';

const LEVELS = [0.5, 1, 2];

/** How near the board can be seen, opened at the bar's button. */
export function ZoomMenu({ at, canvas }: { at: OpenAt; canvas: CanvasController }): ReactNode {
  const t = useT();
  const selects = useFromCanvas(canvas, ({ selection }) => selection.ids.size > 0);
  return (
    <MenuAt at={at} position="top" overCanvas>
      <Menu.Item rightSection={<Key name="1" />} onClick={() => canvas.fit()}>
        {t('canvas.zoomFit')}
      </Menu.Item>
      <Menu.Item rightSection={<Key name="2" />} disabled={!selects} onClick={() => showSelection(canvas)}>
        {t('canvas.zoomSelection')}
      </Menu.Item>
      <Menu.Divider />
      {LEVELS.map((level) => (
        <Menu.Item
          key={level}
          rightSection={level === 1 ? <Key name="0" /> : null}
          onClick={() => canvas.camera.zoomBy(level / canvas.camera.zoom)}
        >
          {t('canvas.zoomLevel', { percent: level * 100 })}
        </Menu.Item>
      ))}
    </MenuAt>
  );
}

function Key({ name }: { name: string }): ReactNode {
  return <span className={classes.key}>{name}</span>;
}

import { Menu } from '@mantine/core';
import { boxAround } from '@talkoot/board';
import { IconDots } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { useFromCanvas } from '../canvas/use-canvas.ts';
import { useT } from '../ui/i18n.tsx';
import { ArrangeMenu } from './arrange-menu.tsx';
import classes from './bars.module.css';
import { CopyLinkItem } from './finding/copy-link-item.tsx';
import { FormatControl } from './format-control.tsx';
import { type PageActions, selectionActions } from './selection-actions.ts';
import { ControlButton, sharedControls } from './selection-controls.tsx';
import { TagsControl } from './tags-control.tsx';
import { BarButton } from './toolbar.tsx';
import { useSessionVersion } from './use-rights.ts';

/** Clear of the dots beside the selection, from which lines are drawn. */
const ABOVE = 30;
const EDGE = 8;
/** Height of the bar with its distance; below this from the top it goes under the selection. */
const ROOM = 82;

export interface SelectionBarProps {
  canvas: CanvasController;
  actions: PageActions;
}

/** What can be done with the selection, right above it. */
export function SelectionBar({ canvas, actions }: SelectionBarProps): ReactNode {
  const t = useT();
  useFromCanvas(canvas, ({ version }) => version);
  useSessionVersion(canvas.session);
  const ids = [...canvas.selection.ids];
  if (ids.length === 0 || canvas.editing || canvas.acting) return null;
  return (
    <div
      className={`${classes.bar} ${classes.selection}`}
      style={placeOf(canvas, ids)}
      role="toolbar"
      aria-label={t('canvas.bar')}
      data-canvas-overlay=""
      data-above-tools="1"
      data-testid="selection-bar"
    >
      {ids.length > 1 && <span className={classes.count}>{t('canvas.selected', { count: ids.length })}</span>}
      {sharedControls(canvas, ids)
        .filter((control) => control.type !== 'choice' || !control.rare)
        .map((control) => (
          <ControlButton key={control.field} control={control} canvas={canvas} ids={ids} />
        ))}
      <FormatControl canvas={canvas} ids={ids} />
      <TagsControl canvas={canvas} ids={ids} />
      <span className={classes.divider} />
      <Actions canvas={canvas} ids={ids} actions={actions} />
    </div>
  );
}

/** Above the selection, under it when there is no room, always on the canvas. Phones place it by their style. */
function placeOf(canvas: CanvasController, ids: string[]): CSSProperties {
  const around = boxAround(ids.map((id) => canvas.scene.shownBox(id)).filter((box) => box !== undefined));
  if (!around) return { display: 'none' };
  const { viewport } = canvas.camera;
  const from = canvas.camera.toScreen(around);
  const to = canvas.camera.toScreen({ x: around.x + around.width, y: around.y + around.height });
  const above = from.y - ABOVE > ROOM;
  const top = above ? from.y - ABOVE : Math.min(to.y + ABOVE, viewport.height - 2 * ROOM);
  const left = (from.x + to.x) / 2;
  const place = {
    '--bar-left': `${left}px`,
    '--bar-top': `${Math.max(EDGE + (above ? ROOM : 0), top)}px`,
    '--bar-rise': above ? '-100%' : '0',
  };
  return place as CSSProperties;
}

function Actions(props: SelectionBarProps & { ids: string[] }): ReactNode {
  const { canvas, ids } = props;
  const t = useT();
  const actions = selectionActions(canvas, ids, props.actions);
  const rare = actions.filter((action) => action.rare);
  return (
    <>
      {actions
        .filter((action) => !action.rare)
        .map(({ labelKey, keys, pressed, Icon, run }) => (
          <BarButton
            key={labelKey}
            label={t(labelKey)}
            onClick={run}
            {...(keys ? { keys } : {})}
            {...(pressed === undefined ? {} : { pressed })}
          >
            <Icon size={20} stroke={1.75} />
          </BarButton>
        ))}
      <ArrangeMenu canvas={canvas} ids={ids} />
      <Menu position="top" withinPortal>
        <Menu.Target>
          <button type="button" className={classes.tool} aria-label={t('canvas.more')}>
            <IconDots size={20} stroke={1.75} />
          </button>
        </Menu.Target>
        <Menu.Dropdown data-canvas-overlay="">
          {rare.map(({ labelKey, values, Icon, run }) => (
            <Menu.Item key={`${labelKey} ${values?.words ?? ''}`} leftSection={<Icon size={18} />} onClick={run}>
              {t(labelKey, values)}
            </Menu.Item>
          ))}
          <CopyLinkItem canvas={canvas} />
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

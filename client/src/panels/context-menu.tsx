import { Menu } from '@mantine/core';
import type { Point } from '@talkoot/board';
import { IconArrowsMaximize, IconClipboard, IconCopyPlus, IconCut, IconMarquee2 } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { useFromCanvas } from '../canvas/use-canvas.ts';
import { useT } from '../ui/i18n.tsx';
import classes from './bars.module.css';
import { ClusterDialog } from './clusters/cluster-dialog.tsx';
import { CopyLinkItem } from './finding/copy-link-item.tsx';
import { KindIcon } from './kind-icon.tsx';
import { type PageActions, type SelectionAction, selectionActions } from './selection-actions.ts';
import { useAddable } from './use-rights.ts';

/** So far from the edges of the screen it stays, CSS pixels. */
const EDGE = 8;

/** What can be done with what lies under the pointer: by the right button, a long press or the menu key. */
export function ContextMenu({ canvas, actions }: { canvas: CanvasController; actions: PageActions }): ReactNode {
  const at = useFromCanvas(canvas, (controller) => controller.menuAt);
  // The menu stays where it was while it fades. What opens at its first render would not give the focus back.
  const [shown, setShown] = useState<Point | null>(null);
  useEffect(() => {
    if (at) setShown(at);
  }, [at]);
  const ids = [...canvas.selection.ids];
  return (
    <>
      <ClusterDialog canvas={canvas} />
      <Menu
        opened={at !== null && shown !== null}
        onClose={() => canvas.openMenu(null)}
        position="bottom-start"
        offset={2}
        // Longer than the room under the point, as on a phone: it moves up over it, and what is left scrolls.
        middlewares={{ flip: false, shift: { crossAxis: true, padding: EDGE } }}
        withinPortal
        trapFocus
        returnFocus
      >
        <Menu.Target>
          <span
            aria-hidden
            style={{ position: 'absolute', left: shown?.x ?? 0, top: shown?.y ?? 0, width: 1, height: 1 }}
          />
        </Menu.Target>
        <Menu.Dropdown
          className={classes.menu ?? ''}
          mah={`calc(100dvh - ${2 * EDGE}px)`}
          data-canvas-overlay=""
          data-testid="context-menu"
        >
          {ids.length > 0 ? <OfSelection canvas={canvas} ids={ids} actions={actions} /> : <OfBoard canvas={canvas} />}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function OfSelection(props: { canvas: CanvasController; ids: string[]; actions: PageActions }): ReactNode {
  const t = useT();
  const { canvas } = props;
  const actions = selectionActions(canvas, props.ids, props.actions);
  return (
    <>
      <Menu.Item
        leftSection={<IconCopyPlus size={18} stroke={1.75} />}
        rightSection={<Keys keys="Ctrl+C" />}
        onClick={() => canvas.clipboard?.copySelected()}
      >
        {t('shortcuts.copy')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconCut size={18} stroke={1.75} />}
        rightSection={<Keys keys="Ctrl+X" />}
        onClick={() => canvas.clipboard?.cutSelected()}
      >
        {t('shortcuts.cut')}
      </Menu.Item>
      <Paste canvas={canvas} />
      <Actions actions={actions.filter(({ removes }) => !removes)} />
      <CopyLinkItem canvas={canvas} />
      <Menu.Divider />
      <Actions actions={actions.filter(({ removes }) => removes)} />
    </>
  );
}

function Actions({ actions }: { actions: SelectionAction[] }): ReactNode {
  const t = useT();
  return actions.map(({ labelKey, values, keys, Icon, run }) => (
    <Menu.Item
      key={`${labelKey} ${values?.words ?? ''}`}
      leftSection={<Icon size={18} stroke={1.75} />}
      rightSection={<Keys keys={keys} />}
      onClick={run}
    >
      {t(labelKey, values)}
    </Menu.Item>
  ));
}

/** Puts what was copied where the menu was opened. */
function Paste({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  if (!canvas.clipboard?.holds) return null;
  const paste = (): void => {
    const at = canvas.menuAt;
    void canvas.clipboard?.putHeld(at ? canvas.camera.toBoard(at) : undefined);
  };
  return (
    <Menu.Item
      leftSection={<IconClipboard size={18} stroke={1.75} />}
      rightSection={<Keys keys="Ctrl+V" />}
      onClick={paste}
    >
      {t('outline.paste')}
    </Menu.Item>
  );
}

function OfBoard({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  const addable = useAddable(canvas.session, canvas.types);
  const add = (type: (typeof addable)[number]) => () => {
    const at = canvas.menuAt ?? { x: 0, y: 0 };
    canvas.add({ type, at: canvas.camera.toBoard(at) });
  };
  return (
    <>
      {addable.map((type) => (
        <Menu.Item
          key={type.kind}
          leftSection={<KindIcon name={type.icon} size={18} />}
          rightSection={<Keys keys={type.shortcut.toUpperCase()} />}
          onClick={add(type)}
        >
          {t('canvas.tool.add', { kind: t(type.nameKey) })}
        </Menu.Item>
      ))}
      {addable.length > 0 && <Menu.Divider />}
      <Paste canvas={canvas} />
      <Menu.Item
        leftSection={<IconMarquee2 size={18} stroke={1.75} />}
        rightSection={<Keys keys="Ctrl+A" />}
        onClick={() => canvas.selectAll()}
      >
        {t('canvas.selectAll')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowsMaximize size={18} stroke={1.75} />}
        rightSection={<Keys keys="1" />}
        onClick={() => canvas.fit()}
      >
        {t('canvas.zoomFit')}
      </Menu.Item>
    </>
  );
}

function Keys({ keys }: { keys: string | undefined }): ReactNode {
  return keys ? (
    <span className={classes.keys} aria-hidden>
      {keys}
    </span>
  ) : null;
}

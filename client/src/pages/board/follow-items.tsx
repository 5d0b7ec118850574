import { Menu } from '@mantine/core';
import { IconEye, IconEyeOff, IconFocus2 } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useCallback, useSyncExternalStore } from 'react';
import type { BoardCanvasHandle } from '../../canvas/board-canvas.tsx';
import { useT } from '../../ui/i18n.tsx';

const ICON = 18;

export interface FollowItemsProps {
  /** Participant whose view it is about. */
  id: string;
  canvas: RefObject<BoardCanvasHandle | null>;
  /** Something was chosen. */
  onChosen?: () => void;
}

/** Ways to what another person sees, in a menu. */
export function FollowItems({ id, canvas, onChosen }: FollowItemsProps): ReactNode {
  const t = useT();
  const controller = canvas.current?.controller;
  const following = controller?.people.following;
  const listen = useCallback(
    (listener: () => void) => controller?.session.presence.subscribe(listener) ?? (() => {}),
    [controller],
  );
  const seen = useSyncExternalStore(listen, () => Boolean(following?.viewOf(id)));
  const may = useSyncExternalStore(listen, () => Boolean(following?.mayFollow(id)));
  if (!following) return null;
  const choose = (act: () => void) => () => {
    act();
    onChosen?.();
  };
  return (
    <>
      {following.leader?.id === id ? (
        <Menu.Item leftSection={<IconEyeOff size={ICON} aria-hidden />} onClick={choose(() => following.stop())}>
          {t('follow.stop')}
        </Menu.Item>
      ) : (
        <Menu.Item
          leftSection={<IconEye size={ICON} aria-hidden />}
          disabled={!may}
          onClick={choose(() => following.start(id))}
        >
          {t(seen && !may ? 'follow.followsYou' : 'follow.follow')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconFocus2 size={ICON} aria-hidden />}
        disabled={!seen}
        onClick={choose(() => following.goTo(id))}
      >
        {t('follow.goTo')}
      </Menu.Item>
    </>
  );
}

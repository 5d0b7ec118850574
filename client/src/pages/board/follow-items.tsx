import { Menu } from '@mantine/core';
import { IconEye, IconEyeOff, IconFocus2 } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
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
  const following = canvas.current?.controller.people.following;
  if (!following) return null;
  const seen = following.viewOf(id) !== null;
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
          disabled={!following.mayFollow(id)}
          onClick={choose(() => following.start(id))}
        >
          {t(seen && !following.mayFollow(id) ? 'follow.followsYou' : 'follow.follow')}
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

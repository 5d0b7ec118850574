import { ActionIcon, Popover } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Reactions } from '../../canvas/reactions.ts';
import { ReactionBar } from '../../panels/people/reaction-bar.tsx';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';

/** What can be sent to everybody's screen for a moment. */
export function ReactionRow({ session }: { session: BoardSession }): ReactNode {
  const t = useT();
  const announce = useAnnounce();
  const [opened, setOpened] = useState(false);
  const reactions = useMemo(() => new Reactions(session), [session]);
  useEffect(() => {
    const stop = reactions.subscribe(({ is }) => announce(t('phone.reacted', { reaction: t(`reaction.is.${is}`) })));
    return () => {
      stop();
      reactions.stop();
    };
  }, [reactions, announce, t]);
  const { role } = session.me();
  if (role === 'observer' || role === 'display') return null;
  return (
    <Popover opened={opened} onChange={setOpened} position="top-end" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={48}
          aria-label={t('reaction.title')}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <IconMoodSmile size={24} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('reaction.title')} p={4}>
        <ReactionBar reactions={reactions} />
      </Popover.Dropdown>
    </Popover>
  );
}

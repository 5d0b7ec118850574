import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { isFacilitating, type PeopleView, type WorkshopView } from '@talkoot/protocol';
import { IconDots, IconLayoutBoard, IconListTree, IconSearch, IconShare2 } from '@tabler/icons-react';
import { type ReactNode, type RefObject, Suspense, useState } from 'react';
import type { BoardCanvasHandle } from '../../canvas/board-canvas.tsx';
import type { BoardSession } from '../../sync/session.ts';
import { Brand } from '../../ui/brand.tsx';
import { useT } from '../../ui/i18n.tsx';
import { latePart } from '../../ui/late-part.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useOpener } from '../../ui/use-opener.ts';
import { CommentsButton } from '../../panels/comments/comments-button.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import classes from './board.module.css';
import { PeopleHere } from './people-here.tsx';
import { SaveLine } from './save-line.tsx';
import type { CommandRunner } from './use-command-runner.ts';
import { useSession } from './use-session.ts';

const RenameDialog = lazyPart(async () => (await import('../home/rename-dialog.tsx')).RenameDialog);
const BoardMenu = latePart(async () => (await import('./board-menu.tsx')).BoardMenu);

/** What can stand beside the canvas, one at a time. */
export type PanelName =
  | 'agenda'
  | 'outline'
  | 'people'
  | 'rules'
  | 'groups'
  | 'rounds'
  | 'unsaved'
  | 'tray'
  | 'shortcuts'
  | 'search'
  | 'frames'
  | 'comments'
  | 'versions'
  | 'properties'
  | 'console'
  | 'clusters';

export interface TopBarProps {
  session: BoardSession;
  workshop: WorkshopView;
  people: PeopleView;
  canvas: RefObject<BoardCanvasHandle | null>;
  panel: PanelName | null;
  onPanel: (panel: PanelName | null) => void;
  /** Mentions of this person that they have not read. */
  unread: number;
  onShare: () => void;
  onPresent: () => void;
  onExport: () => void;
  run: CommandRunner;
}

const ICON = 20;

/** The board's bar: what this is, whether work is safe, who is here, and the ways to panels and sharing. */
export function TopBar(props: TopBarProps): ReactNode {
  const t = useT();
  const { session, panel, onPanel } = props;
  const { role } = useSession(session).me();
  const facilitates = isFacilitating(role);
  const outline = panel === 'outline';
  return (
    <div className={classes.bar}>
      <Brand compact label={t('common.toHome')} />
      <TitleBox workshop={props.workshop} editable={facilitates} />
      <span className={classes.wideOnly}>
        <StateBadge state={session.view().state} />
      </span>
      <SaveLine session={session} />
      <span className={classes.grow} />
      <PeopleHere
        people={props.people}
        me={session.me().participantId}
        canvas={props.canvas}
        pressed={panel === 'people'}
        onPress={() => onPanel(panel === 'people' ? null : 'people')}
      />
      <ActionIcon
        size={44}
        visibleFrom="sm"
        color="gray"
        variant={panel === 'search' ? 'light' : 'subtle'}
        className={classes.tool ?? ''}
        aria-label={t('find.title')}
        aria-keyshortcuts="Control+F"
        title={`${t('find.title')} (Ctrl+F)`}
        aria-pressed={panel === 'search'}
        onClick={() => onPanel(panel === 'search' ? null : 'search')}
      >
        <IconSearch size={ICON} aria-hidden />
      </ActionIcon>
      <CommentsButton
        unread={props.unread}
        pressed={panel === 'comments'}
        className={classes.tool}
        onPress={() => onPanel(panel === 'comments' ? null : 'comments')}
      />
      <ActionIcon
        size={44}
        color="gray"
        variant={outline ? 'light' : 'subtle'}
        className={classes.tool ?? ''}
        aria-label={t('board.outline')}
        title={t(outline ? 'board.showCanvas' : 'board.outline')}
        aria-pressed={outline}
        onClick={() => onPanel(outline ? null : 'outline')}
      >
        {outline ? <IconLayoutBoard size={ICON} aria-hidden /> : <IconListTree size={ICON} aria-hidden />}
      </ActionIcon>
      {facilitates || props.workshop.joinCode !== null ? <ShareButton onShare={props.onShare} /> : null}
      <MenuButton {...props} facilitates={facilitates} />
    </div>
  );
}

function TitleBox({ workshop, editable }: { workshop: WorkshopView; editable: boolean }): ReactNode {
  const t = useT();
  const [renaming, setRenaming] = useState(false);
  const { title, language } = workshop;
  return (
    <div className={classes.titleBox}>
      <h1 className={classes.titleHeading} lang={language}>
        {editable ? (
          <UnstyledButton
            className={classes.title ?? ''}
            title={title}
            aria-label={t('board.rename', { title })}
            onClick={() => setRenaming(true)}
          >
            {title}
          </UnstyledButton>
        ) : (
          <span className={classes.title} title={title}>
            {title}
          </span>
        )}
      </h1>
      {renaming ? (
        <Suspense fallback={null}>
          <RenameDialog workshop={workshop} opened onClose={() => setRenaming(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function MenuButton(props: TopBarProps & { facilitates: boolean }): ReactNode {
  const t = useT();
  const { opener, at } = useOpener(BoardMenu);
  return (
    <>
      <ActionIcon {...opener} size={44} color="gray" className={classes.tool ?? ''} aria-label={t('board.menu')}>
        <IconDots size={ICON} aria-hidden />
      </ActionIcon>
      {at && <BoardMenu {...props} at={at} />}
    </>
  );
}

function ShareButton({ onShare }: { onShare: () => void }): ReactNode {
  const t = useT();
  return (
    <>
      <Button visibleFrom="sm" leftSection={<IconShare2 size={18} aria-hidden />} onClick={onShare}>
        {t('board.share')}
      </Button>
      <ActionIcon hiddenFrom="sm" size={44} variant="filled" aria-label={t('board.share')} onClick={onShare}>
        <IconShare2 size={ICON} aria-hidden />
      </ActionIcon>
    </>
  );
}

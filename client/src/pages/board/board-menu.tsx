import { Menu } from '@mantine/core';
import { LIMITS } from '@talkoot/protocol';
import {
  IconAdjustments,
  IconChecklist,
  IconCircleDashed,
  IconDeviceMobile,
  IconUsersGroup,
  IconAdjustmentsHorizontal,
  IconFrame,
  IconFileExport,
  IconHistory,
  IconInbox,
  IconKeyboard,
  IconListNumbers,
  IconLock,
  IconLockOpen,
  IconMessage,
  IconNotes,
  IconPresentation,
  IconSearch,
} from '@tabler/icons-react';
import { type ReactNode, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { useT } from '../../ui/i18n.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { LanguageItems, SchemeItems } from '../../ui/preferences-items.tsx';
import { keepPhonePage } from '../../ui/preferences.ts';
import { MenuAt } from '../../ui/menu-at.tsx';
import { toast } from '../../ui/toasts.tsx';
import type { OpenAt } from '../../ui/use-opener.ts';
import classes from './board.module.css';
import type { TopBarProps } from './top-bar.tsx';
import { useSession } from './use-session.ts';

const ConfirmDialog = lazyPart(async () => (await import('../../ui/confirm-dialog.tsx')).ConfirmDialog);

const ICON = 18;

/** What is needed seldom, opened at the bar's last button: rules, opening and closing, unsaved text, language, appearance. */
export function BoardMenu(props: TopBarProps & { at: OpenAt; facilitates: boolean }): ReactNode {
  const t = useT();
  const { session, facilitates, onPanel, run } = props;
  const [closing, setClosing] = useState(false);
  const unsaved = useSession(session).unsaved().length;
  const close = async (): Promise<void> => {
    setClosing(false);
    await run({ type: 'close' });
  };
  return (
    <>
      <MenuAt at={props.at} className={classes.menu}>
        {facilitates ? <FacilitatorItems {...props} onClose={() => setClosing(true)} /> : null}
        {unsaved > 0 ? (
          <Menu.Item leftSection={<IconNotes size={ICON} aria-hidden />} onClick={() => onPanel('unsaved')}>
            {t('unsaved.button', { count: unsaved })}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<IconSearch size={ICON} aria-hidden />} onClick={() => onPanel('search')}>
          {t('find.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconMessage size={ICON} aria-hidden />} onClick={() => onPanel('comments')}>
          {t('comments.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFrame size={ICON} aria-hidden />} onClick={() => onPanel('frames')}>
          {t('frames.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCircleDashed size={ICON} aria-hidden />} onClick={() => onPanel('clusters')}>
          {t('cluster.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPresentation size={ICON} aria-hidden />} onClick={() => props.onPresent()}>
          {t('present.start')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileExport size={ICON} aria-hidden />} onClick={props.onExport}>
          {t('export.menu')}
        </Menu.Item>
        <Menu.Item
          component={Link}
          to={`/phone/${session.workshopId}`}
          leftSection={<IconDeviceMobile size={ICON} aria-hidden />}
          onClick={() => keepPhonePage(true)}
        >
          {t('phone.page')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={ICON} aria-hidden />} onClick={() => onPanel('shortcuts')}>
          {t('shortcuts.title')}
        </Menu.Item>
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <SchemeItems />
      </MenuAt>
      {closing ? (
        <Suspense fallback={null}>
          <ConfirmDialog
            opened
            title={t('board.closeTitle')}
            text={t('board.closeText', { count: LIMITS.closingMs / 1_000 })}
            confirmLabel={t('board.close')}
            danger
            onConfirm={() => void close()}
            onCancel={() => setClosing(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function FacilitatorItems(props: TopBarProps & { onClose: () => void }): ReactNode {
  const t = useT();
  const { session, onPanel, run } = props;
  const { state, closesAt } = session.view();
  const late = session.tray().length;
  const open = async (): Promise<void> => {
    if (await run({ type: 'open' })) toast(t('board.opened'));
  };
  return (
    <>
      <Menu.Item leftSection={<IconListNumbers size={ICON} aria-hidden />} onClick={() => onPanel('agenda')}>
        {t('agenda.title')}
      </Menu.Item>
      <Menu.Item leftSection={<IconChecklist size={ICON} aria-hidden />} onClick={() => onPanel('rounds')}>
        {t('round.title')}
      </Menu.Item>
      <Menu.Item leftSection={<IconUsersGroup size={ICON} aria-hidden />} onClick={() => onPanel('groups')}>
        {t('group.title')}
      </Menu.Item>
      <Menu.Item leftSection={<IconAdjustmentsHorizontal size={ICON} aria-hidden />} onClick={() => onPanel('console')}>
        {t('console.title')}
      </Menu.Item>
      <Menu.Item leftSection={<IconAdjustments size={ICON} aria-hidden />} onClick={() => onPanel('rules')}>
        {t('board.rules')}
      </Menu.Item>
      <Menu.Item leftSection={<IconInbox size={ICON} aria-hidden />} onClick={() => onPanel('tray')}>
        {late > 0 ? t('tray.button', { count: late }) : t('tray.title')}
      </Menu.Item>
      <Menu.Item leftSection={<IconHistory size={ICON} aria-hidden />} onClick={() => onPanel('versions')}>
        {t('versions.menu')}
      </Menu.Item>
      {closesAt !== null ? (
        <Menu.Item leftSection={<IconLockOpen size={ICON} aria-hidden />} onClick={() => void run({ type: 'open' })}>
          {t('closing.keepOpen')}
        </Menu.Item>
      ) : state === 'open' ? (
        <Menu.Item leftSection={<IconLock size={ICON} aria-hidden />} onClick={props.onClose}>
          {t('board.close')}
        </Menu.Item>
      ) : (
        <Menu.Item leftSection={<IconLockOpen size={ICON} aria-hidden />} onClick={() => void open()}>
          {t('board.open')}
        </Menu.Item>
      )}
    </>
  );
}

import { ActionIcon, Button, CloseButton, Group, Title } from '@mantine/core';
import { IconLayoutBoard, IconMaximize } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { useT } from '../../ui/i18n.tsx';
import classes from './board.module.css';

/**
 * A panel beside the canvas; on a phone it covers the board. It takes room instead of lying on top, so that focus
 * on the canvas is never hidden under it. Opening moves the focus to its heading, closing gives it back.
 */
export function SidePanel(props: {
  title: string;
  onClose: () => void;
  /** Offers to stand in the place of the canvas; it does not close then. */
  instead?: { on: boolean; toggle: () => void };
  /** Takes the focus instead of the heading. */
  focusOn?: RefObject<HTMLElement | null>;
  children: ReactNode;
}): ReactNode {
  const t = useT();
  const { focusOn, instead } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const label = useId();
  useEffect(() => {
    const opener = document.activeElement;
    (focusOn?.current ?? heading.current)?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [focusOn]);
  return (
    <aside
      className={classes.panel}
      data-instead={instead?.on ? true : undefined}
      aria-labelledby={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || instead?.on) return;
        event.stopPropagation();
        props.onClose();
      }}
    >
      <Group justify="space-between" wrap="nowrap" className={classes.panelHead ?? ''}>
        <Title order={2} id={label} ref={heading} tabIndex={-1}>
          {props.title}
        </Title>
        <Group gap={4} wrap="nowrap">
          {instead?.on ? (
            <Button
              variant="subtle"
              color="gray"
              aria-keyshortcuts="Control+Shift+L"
              title="Ctrl+Shift+L"
              leftSection={<IconLayoutBoard size={20} aria-hidden />}
              onClick={instead.toggle}
            >
              {t('outline.beside')}
            </Button>
          ) : instead ? (
            <ActionIcon
              size={44}
              color="gray"
              aria-label={t('outline.instead')}
              aria-keyshortcuts="Control+Shift+L"
              title={`${t('outline.instead')} (Ctrl+Shift+L)`}
              onClick={instead.toggle}
            >
              <IconMaximize size={20} aria-hidden />
            </ActionIcon>
          ) : null}
          {instead?.on ? null : (
            <CloseButton size="lg" aria-label={`${t('common.close')}: ${props.title}`} onClick={props.onClose} />
          )}
        </Group>
      </Group>
      <div className={classes.panelBody}>{props.children}</div>
    </aside>
  );
}

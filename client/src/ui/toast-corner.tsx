import { MantineThemeProvider, type MantineThemeOverride, Notification } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type ReactNode, useMemo } from 'react';
import { useT } from './i18n.tsx';

/** Where toasts appear. Toasts are made outside of the page's tree, so their button learns its name here. */
export function ToastCorner(): ReactNode {
  const t = useT();
  const theme = useMemo((): MantineThemeOverride => {
    const defaultProps = { closeButtonProps: { 'aria-label': t('common.close') } };
    return { components: { Notification: Notification.extend({ defaultProps }) } };
  }, [t]);
  return (
    <MantineThemeProvider theme={theme}>
      <Notifications position="bottom-left" limit={3} />
    </MantineThemeProvider>
  );
}

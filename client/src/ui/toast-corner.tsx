import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

/** Where toasts appear. */
export function ToastCorner(): ReactNode {
  return <Notifications position="bottom-left" limit={3} />;
}

import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from './i18n.tsx';

/** The end of a form in a dialog: the way out, and the button that sends it. */
export function FormEnd(props: {
  send: string;
  busy: boolean;
  onClose: () => void;
  /** Instead of "Cancel", where nothing is lost by leaving. */
  leave?: string;
}): ReactNode {
  const t = useT();
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={props.onClose}>
        {props.leave ?? t('common.cancel')}
      </Button>
      <Button type="submit" loading={props.busy}>
        {props.send}
      </Button>
    </Group>
  );
}

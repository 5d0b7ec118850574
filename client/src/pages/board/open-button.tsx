import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useT } from '../../ui/i18n.tsx';
import { toast } from '../../ui/toasts.tsx';
import type { CommandRunner } from './use-command-runner.ts';

/** Opens the workshop: whoever waits comes in, and the code lets people straight in. */
export function OpenButton({ run }: { run: CommandRunner }): ReactNode {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    setBusy(true);
    if (await run({ type: 'open' })) toast(t('board.opened'));
    setBusy(false);
  };
  return (
    <Button loading={busy} onClick={() => void open()}>
      {t('board.open')}
    </Button>
  );
}

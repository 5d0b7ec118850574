import { Button, type ButtonProps } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { copyText } from './copy.ts';
import { useT } from './i18n.tsx';
import { useAnnounce } from './live-region.tsx';
import { toastProblem } from './toasts.tsx';

const SHOWN_MS = 2_500;

/** Copies `value` and says so, in sight and aloud. */
export function CopyButton({ value, label, ...rest }: { value: string; label: string } & ButtonProps): ReactNode {
  const t = useT();
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    const done = await copyText(value);
    setCopied(done);
    if (done) announce(t('common.copied'));
    else toastProblem(t('common.copyFailed'));
  };
  return (
    <Button
      variant="default"
      leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
      {...rest}
      onClick={() => void copy()}
    >
      {copied ? t('common.copied') : label}
    </Button>
  );
}

import { Menu } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { copyText } from '../../ui/copy.ts';
import { useT } from '../../ui/i18n.tsx';
import { toast, toastProblem } from '../../ui/toasts.tsx';
import { elementLink } from './element-link.ts';

/** Copies the address of the one selected element. */
export function CopyLinkItem({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  const { only } = canvas.selection;
  if (only === null) return null;
  const copy = async (): Promise<void> => {
    const done = await copyText(elementLink(window.location.origin, canvas.session.workshopId, only));
    if (done) toast(t('link.copied'));
    else toastProblem(t('common.copyFailed'));
  };
  return (
    <Menu.Item leftSection={<IconLink size={18} stroke={1.75} aria-hidden />} onClick={() => void copy()}>
      {t('link.copy')}
    </Menu.Item>
  );
}

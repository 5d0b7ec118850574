import { Modal } from '@mantine/core';
import { type ReactNode, useSyncExternalStore } from 'react';
import { CLUSTER_ASKING } from '../../canvas/cluster-asking.ts';
import type { CanvasController } from '../../canvas/controller.ts';
import { useT } from '../../ui/i18n.tsx';
import { ClusterChoice } from './cluster-choice.tsx';

/** Asks into which cluster goes what is selected on the canvas. */
export function ClusterDialog({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  const asked = useSyncExternalStore(CLUSTER_ASKING.subscribe, () => CLUSTER_ASKING.host) === canvas;
  const close = (): void => CLUSTER_ASKING.ask(null);
  const done = (made?: string): void => {
    close();
    if (made === undefined) return;
    canvas.selection.set([made]);
    canvas.reveal(made);
    // The dialog gives the focus back first.
    setTimeout(() => canvas.edit(made));
  };
  return (
    <Modal
      opened={asked && canvas.selection.ids.size > 0}
      onClose={close}
      title={t('cluster.move')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ClusterChoice host={canvas} onDone={done} />
    </Modal>
  );
}

import { LIMITS, type WorkshopView } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import { useWorkshopChanges } from '../../api/queries.ts';
import { useT } from '../../ui/i18n.tsx';
import { NameDialog } from '../../ui/name-dialog.tsx';

/** Another title for a workshop. */
export function RenameDialog(props: { workshop: WorkshopView; opened: boolean; onClose: () => void }): ReactNode {
  const t = useT();
  const { workshop, opened, onClose } = props;
  const { patch } = useWorkshopChanges();
  return (
    <NameDialog
      opened={opened}
      title={t('home.renameTitle')}
      label={t('home.workshopTitle')}
      missing={t('home.titleMissing')}
      maxLength={LIMITS.titleLength}
      name={workshop.title}
      onSave={async (title) => {
        await patch.mutateAsync({ id: workshop.id, title });
        return true;
      }}
      onClose={onClose}
    />
  );
}

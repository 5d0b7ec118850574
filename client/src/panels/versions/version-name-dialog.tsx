import { LIMITS } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import { useT } from '../../ui/i18n.tsx';
import { NameDialog } from '../../ui/name-dialog.tsx';

/** Asks for the name of a version, a new one or one that is there. */
export function VersionNameDialog(props: {
  title: string;
  name: string;
  onSave(name: string): Promise<void>;
  onClose(): void;
}): ReactNode {
  const t = useT();
  return (
    <NameDialog
      {...props}
      opened
      label={t('versions.name')}
      missing={t('versions.nameMissing')}
      maxLength={LIMITS.titleLength}
      onSave={async (name) => {
        await props.onSave(name);
        return true;
      }}
    />
  );
}

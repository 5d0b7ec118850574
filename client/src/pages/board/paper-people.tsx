import { Button, Group } from '@mantine/core';
import { LIMITS, type PersonView } from '@talkoot/protocol';
import { IconPencil, IconUserPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/endpoints.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { NameDialog } from '../../ui/name-dialog.tsx';
import { PaperNotes } from './paper-notes.tsx';

/** For who looks after a room: adds those in it who have no device, and writes down what they say. */
export function PaperPeople(props: {
  session: BoardSession;
  workshopId: string;
  onPaper: readonly PersonView[];
}): ReactNode {
  const { session, workshopId, onPaper } = props;
  const t = useT();
  const [open, setOpen] = useState<'person' | 'notes' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setOpen('person')}>
        {t('people.addOnPaper')}
      </Button>
      {onPaper.length > 0 ? (
        <Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setOpen('notes')}>
          {t('people.writeFor')}
        </Button>
      ) : null}
      <NameDialog
        opened={open === 'person'}
        title={t('people.addOnPaper')}
        label={t('people.onPaperName')}
        missing={t('join.nameMissing')}
        maxLength={LIMITS.nameLength}
        name={t('people.onPaperNumber', { number: String(onPaper.length + 1) })}
        onSave={async (name) => {
          await api.addPaperPerson(workshopId, name);
          return true;
        }}
        onClose={close}
      />
      {open === 'notes' ? (
        <PaperNotes session={session} workshopId={workshopId} onPaper={onPaper} onClose={close} />
      ) : null}
    </Group>
  );
}

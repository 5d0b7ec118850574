import { Button, Menu, Text } from '@mantine/core';
import { framesInOrder, type Restoring } from '@talkoot/board';
import { formatDate } from '@talkoot/i18n';
import { IconArrowBackUp, IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/endpoints.ts';
import { problemCode } from '../../api/problem.ts';
import { countsOf, restore, restoringOf, restoringRefused } from '../../sync/restoring.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { toast, toastProblem, toastWithUndo } from '../../ui/toasts.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import type { Looking } from './use-looking.ts';
import { useVersionsChanged } from './use-versions.ts';
import { nameOfVersion } from './version-words.ts';
import classes from './versions.module.css';

/** What is to be brought back: the whole board, or the frame of this id and name. */
interface Wanted {
  frame: { id: string; name: string } | null;
  plan: Restoring;
}

/** Says that the canvas shows a version, and offers the ways back: to now, or of the version itself. */
export function LookingBanner(props: { session: BoardSession; looking: Looking; onBack: () => void }): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const { session, looking, onBack } = props;
  const name = nameOfVersion(looking.version, t);
  const { wanted, busy, ask, confirm, cancel } = useRestore(session, looking, onBack);
  return (
    <div className={classes.banner} role="status" data-testid="looking">
      <Text>{t('versions.looking', { name, time: formatDate(looking.version.createdAt, language) })}</Text>
      <Button size="sm" leftSection={<IconArrowBackUp size={18} aria-hidden />} onClick={onBack}>
        {t('versions.backToNow')}
      </Button>
      <Button size="sm" variant="default" onClick={() => ask(null)}>
        {t('versions.restoreBoard')}
      </Button>
      <FramesMenu looking={looking} onChosen={ask} />
      {wanted ? (
        <RestoreDialog
          title={
            wanted.frame ? t('versions.askFrame', { frame: wanted.frame.name, name }) : t('versions.askBoard', { name })
          }
          counts={countsOf(wanted.plan)}
          busy={busy}
          onConfirm={() => void confirm()}
          onCancel={cancel}
        />
      ) : null}
    </div>
  );
}

function FramesMenu({
  looking,
  onChosen,
}: {
  looking: Looking;
  onChosen: (frame: Wanted['frame']) => void;
}): ReactNode {
  const t = useT();
  const frames = framesInOrder(looking.session.model);
  if (frames.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="sm" variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t('versions.restoreFrame')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.frames ?? ''}>
        {frames.map(({ frame, depth }) => {
          const name = frame.text.trim() || t('outline.untitled');
          return (
            <Menu.Item
              key={frame.id}
              style={{ paddingInlineStart: 12 + depth * 16 }}
              onClick={() => onChosen({ id: frame.id, name })}
            >
              {name}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Asks before it brings anything back; keeps what is there now as a version first. */
function useRestore(session: BoardSession, looking: Looking, onBack: () => void) {
  const t = useT();
  const changed = useVersionsChanged(session.workshopId);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [busy, setBusy] = useState(false);
  const planOf = (frame: Wanted['frame']): Restoring | null =>
    restoringOf(session, looking.session.doc, frame?.id ?? null);

  const ask = (frame: Wanted['frame']): void => {
    const refused = restoringRefused(session);
    if (refused) return toast(t(refused === 'closed' ? 'versions.refused' : `refused.${refused}`));
    const plan = planOf(frame);
    if (!plan) return;
    const { created, changed, removed } = countsOf(plan);
    if (created + changed + removed === 0) toast(t('versions.same'));
    else setWanted({ frame, plan });
  };
  const confirm = async (): Promise<void> => {
    if (!wanted) return;
    setBusy(true);
    try {
      await api.command(session.workshopId, { type: 'saveVersion', name: null });
    } catch (error) {
      toastProblem(t(`problem.${problemCode(error)}`));
      return;
    } finally {
      setBusy(false);
    }
    // Others worked on while the question was open.
    const plan = planOf(wanted.frame);
    setWanted(null);
    if (plan) restore(session, plan);
    onBack();
    toastWithUndo(t('versions.restored'), t('common.undo'), () => session.undo.undo());
    await changed();
  };
  return { wanted, busy, ask, confirm, cancel: () => setWanted(null) };
}

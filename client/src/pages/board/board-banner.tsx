import { Button, Text } from '@mantine/core';
import { isFacilitating } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { latePart } from '../../ui/late-part.tsx';
import classes from './board.module.css';
import { OpenButton } from './open-button.tsx';
import { saveWords } from './save-line.tsx';
import type { PanelName } from './top-bar.tsx';
import type { CommandRunner } from './use-command-runner.ts';
import { useSession, useSteadySaveState } from './use-session.ts';

const ClosingBanner = latePart(async () => (await import('./closing-banner.tsx')).ClosingBanner);

/** One line under the bar when something about the whole board needs to be known; otherwise nothing. */
export function BoardBanner(props: {
  session: BoardSession;
  run: CommandRunner;
  onPanel: (panel: PanelName) => void;
}): ReactNode {
  const t = useT();
  const session = useSession(props.session);
  const { role } = session.me();
  const { state } = session.view();
  const facilitates = isFacilitating(role);
  const unsaved = session.unsaved().length;
  const late = session.tray().length;
  return (
    <div>
      <ClosingBanner session={session} run={props.run} />
      {state !== 'closed' && (unsaved > 0 || late > 0) ? (
        <div className={classes.banner} role="status">
          <WaitingWords unsaved={unsaved} late={late} onPanel={props.onPanel} />
        </div>
      ) : null}
      {state === 'draft' && facilitates ? (
        <div className={classes.banner}>
          <Text>{t('board.draftBanner')}</Text>
          <OpenButton run={props.run} />
        </div>
      ) : null}
      {state === 'closed' ? (
        <div className={classes.banner} role="status">
          <Text>{t('board.closedBanner')}</Text>
          <WaitingWords unsaved={unsaved} late={late} onPanel={props.onPanel} />
          {facilitates ? <OpenButton run={props.run} /> : null}
        </div>
      ) : null}
      {state === 'draft' && !facilitates ? <Line words={t('board.draftWaits')} /> : null}
      {state === 'open' && role === 'observer' ? <Line words={t('board.observerBanner')} /> : null}
      <SaveBanner session={session} />
    </div>
  );
}

/** How many words wait somewhere else than on the board, and the ways there. */
function WaitingWords(props: { unsaved: number; late: number; onPanel: (panel: PanelName) => void }): ReactNode {
  const t = useT();
  const { unsaved, late, onPanel } = props;
  return (
    <>
      {unsaved > 0 ? (
        <Button size="sm" variant="default" onClick={() => onPanel('unsaved')}>
          {t('unsaved.button', { count: unsaved })}
        </Button>
      ) : null}
      {late > 0 ? (
        <Button size="sm" variant="default" onClick={() => onPanel('tray')}>
          {t('tray.button', { count: late })}
        </Button>
      ) : null}
    </>
  );
}

function Line({ words }: { words: string }): ReactNode {
  return (
    <div className={classes.banner} role="status">
      <Text>{words}</Text>
    </div>
  );
}

/** On a phone the bar has room for a mark only: what is wrong with saving is said here in words. */
function SaveBanner({ session }: { session: BoardSession }): ReactNode {
  const t = useT();
  const state = useSteadySaveState(session);
  if (state.kind !== 'offline' && state.kind !== 'notSavedYet') return null;
  return (
    <div className={classes.saveBanner}>
      <Text size="sm">{saveWords(state, t)}</Text>
    </div>
  );
}

import { Text } from '@mantine/core';
import type { LanguageCode } from '@talkoot/i18n';
import { type ReactNode, useState } from 'react';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { useHash } from '../../ui/use-hash.ts';
import { PageFrame } from '../../ui/page-frame.tsx';
import { LoadingState, MessageState } from '../../ui/states.tsx';
import { useSession } from '../board/use-session.ts';
import { displayHash, readDisplayHash } from './display-link.ts';
import { DisplayLayout } from './display-layout.tsx';
import { DisplaySettings } from './display-settings.tsx';
import { type DisplayOpening, useDisplay } from './use-display.ts';
import { useAwake } from './use-awake.ts';
import { useShownLanguage } from './use-shown-language.ts';
import classes from './display.module.css';

/** A workshop for a room: what its link opens, large, with nothing to press. */
export function DisplayPage(): ReactNode {
  const { secret, languages: inLink } = readDisplayHash(useHash());
  const [own] = useLanguage();
  const [chosen, choose] = useState(inLink);
  const languages = chosen.length > 0 ? chosen : [own];
  const opening = useDisplay(secret);
  useShownLanguage(chosen[0]);
  useAwake();
  const keepLanguages = (next: LanguageCode[]): void => {
    choose(next);
    // A reload, or the same link sent on, shows the same.
    window.history.replaceState(window.history.state, '', displayHash({ secret, languages: next }));
  };
  if (opening.kind === 'unknown') return <Ended />;
  if (opening.kind === 'opening') return <Opening lost={opening.lost} />;
  return (
    <Open {...opening} languages={languages}>
      <DisplaySettings languages={languages} onLanguages={keepLanguages} />
    </Open>
  );
}

function Open(
  props: Extract<DisplayOpening, { kind: 'open' }> & { languages: readonly LanguageCode[]; children: ReactNode },
): ReactNode {
  const session = useSession(props.session);
  if (session.saveState().kind === 'ended') return <Ended />;
  return (
    <DisplayLayout session={session} entry={props.entry} languages={props.languages}>
      {props.children}
    </DisplayLayout>
  );
}

function Opening({ lost }: { lost: boolean }): ReactNode {
  const t = useT();
  return (
    <main className={classes.opening}>
      <LoadingState />
      {lost ? <Text role="status">{t('display.lost')}</Text> : null}
    </main>
  );
}

function Ended(): ReactNode {
  const t = useT();
  return (
    <PageFrame title={t('display.endedTitle')}>
      <MessageState title={t('display.endedTitle')} text={t('problem.display-unknown')} />
    </PageFrame>
  );
}

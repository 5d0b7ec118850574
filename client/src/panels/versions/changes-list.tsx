import { Switch, Text, Title, UnstyledButton } from '@mantine/core';
import { formatTime } from '@talkoot/i18n';
import type { ActivityView } from '@talkoot/protocol';
import { type ReactNode, useCallback, useState, useSyncExternalStore } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { jumpTo } from '../../canvas/going.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { noWordsKey, wordsOf } from '../outline-words.ts';
import { useCalmVersion } from '../use-calm-version.ts';
import { Fetching, More } from './fetching.tsx';
import { useActivity } from './use-versions.ts';
import { byDay } from './version-words.ts';
import classes from './versions.module.css';

interface ChangesListProps {
  session: BoardSession;
  canvas: CanvasController | undefined;
}

/** The one element that is selected on the canvas. */
function useSelected(canvas: CanvasController | undefined): string | undefined {
  const follow = useCallback((listener: () => void) => canvas?.subscribe(listener) ?? (() => {}), [canvas]);
  return useSyncExternalStore(follow, () => {
    const ids = canvas?.selection.ids;
    return ids?.size === 1 ? [...ids][0] : undefined;
  });
}

/** Who did what with which element when; of the selected one alone when that is wanted. */
export function ChangesList({ session, canvas }: ChangesListProps): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const [ofSelected, setOfSelected] = useState(false);
  const selected = useSelected(canvas);
  useCalmVersion(session.model);
  const list = useActivity(session.workshopId, ofSelected ? selected : undefined);
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('versions.changesExplain')}
      </Text>
      {canvas ? (
        <Switch
          label={t('versions.changesOfSelected')}
          checked={ofSelected}
          onChange={(event) => setOfSelected(event.currentTarget.checked)}
        />
      ) : null}
      <Fetching list={list} />
      {list.isSuccess && entries.length === 0 ? <Text c="dimmed">{t('versions.changesEmpty')}</Text> : null}
      {byDay(entries, ({ at }) => at, language).map(({ day, items }) => (
        <section key={day} aria-label={day}>
          <Title order={3} className={classes.day ?? ''}>
            {day}
          </Title>
          <ul className={classes.list}>
            {items.map((entry) => (
              <ChangeRow key={entry.id} entry={entry} session={session} canvas={canvas} />
            ))}
          </ul>
        </section>
      ))}
      <More list={list} />
    </>
  );
}

/** One entry, by the words that the element has now; of one that is gone only its kind is told. */
function ChangeRow({ entry, session, canvas }: ChangesListProps & { entry: ActivityView }): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const element = session.model.get(entry.element);
  const kind = t(`kind.${entry.kind}.name`);
  const words = (
    <>
      <span className={classes.name}>
        {element ? wordsOf(element, t(noWordsKey(element))) : t('versions.gone', { kind })}
      </span>{' '}
      <span className={classes.details}>
        {t(`versions.did.${entry.what}`, { name: entry.by.name })} · {formatTime(entry.at, language)}
      </span>
    </>
  );
  return (
    <li className={classes.row}>
      {element && canvas ? (
        <UnstyledButton className={classes.version ?? ''} onClick={() => jumpTo(canvas, element.id)}>
          {words}
        </UnstyledButton>
      ) : (
        <div className={classes.version}>{words}</div>
      )}
    </li>
  );
}

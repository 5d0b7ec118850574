import { Button, Loader, Modal, Stack, TextInput } from '@mantine/core';
import { type ReactNode, Suspense, useState } from 'react';
import { setControl } from '../sync/controls.ts';
import { useT } from '../ui/i18n.tsx';
import { lazyPart } from '../ui/lazy-part.ts';
import { ClusterChoice } from './clusters/cluster-choice.tsx';
import { search, EMPTY_QUERY } from './finding/search.ts';
import classes from './outline.module.css';
import { countOf, kindOf, shortWords } from './outline-words.ts';
import { sharedControls, sharedValue } from './selection-controls.tsx';
import { TagsEditor } from './tags-editor.tsx';
import type { OutlineState } from './use-outline.ts';

const Properties = lazyPart(async () => (await import('./properties/properties.tsx')).Properties);

/** Elements to pick from, at most; words find the others. */
const MOST = 60;

interface DialogProps {
  outline: OutlineState;
}

/** What needs more than a menu: tags, a line of words, the other end of a line. */
export function OutlineDialog({ outline }: DialogProps): ReactNode {
  const t = useT();
  const { open, close, host } = outline;
  const dialog = open && 'dialog' in open ? open.dialog : null;
  const ids = [...host.selection.ids];
  if (dialog === null || ids.length === 0) return null;
  const control = sharedControls(host, ids).find(({ field }) => dialog === `line ${field}`);
  return (
    <Modal
      opened
      onClose={close}
      title={dialog === 'clusters' ? t('cluster.move') : <Title outline={outline} />}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {dialog === 'properties' ? (
        <Suspense fallback={<Loader />}>
          <Properties host={host} ids={ids} nameOf={outline.env.nameOf} onLock={outline.onLock} />
        </Suspense>
      ) : dialog === 'tags' ? (
        <Tags outline={outline} />
      ) : dialog === 'clusters' ? (
        <Clusters outline={outline} />
      ) : dialog === 'connect' ? (
        <Connect outline={outline} />
      ) : control?.type === 'line' ? (
        <Line outline={outline} control={control} />
      ) : null}
    </Modal>
  );
}

function Title({ outline }: DialogProps): ReactNode {
  const t = useT();
  const { host, env } = outline;
  const only = host.selection.only === null ? undefined : host.model.get(host.selection.only);
  return only ? shortWords(only, env) : countOf(host.model, host.selection.ids, t);
}

function Tags({ outline }: DialogProps): ReactNode {
  const t = useT();
  return (
    <Stack>
      <TagsEditor canvas={outline.host} ids={[...outline.host.selection.ids]} asked />
      <Button onClick={outline.close}>{t('outline.done')}</Button>
    </Stack>
  );
}

function Clusters({ outline }: DialogProps): ReactNode {
  const { host, close, focus } = outline;
  return (
    <ClusterChoice
      host={host}
      onDone={(made) => {
        if (made !== undefined) {
          focus.to(made, { keep: true });
          // The dialog is gone before its words take the focus.
          setTimeout(() => host.edit(made));
        }
        close();
      }}
    />
  );
}

type LineControl = Extract<ReturnType<typeof sharedControls>[number], { type: 'line' }>;

function Line({ outline, control }: DialogProps & { control: LineControl }): ReactNode {
  const t = useT();
  const { host, close } = outline;
  const ids = [...host.selection.ids];
  const [words, setWords] = useState(() => String(sharedValue({ control, canvas: host, ids }) ?? ''));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        host.tell(setControl(host.session, ids, control.field, words));
        close();
      }}
    >
      <Stack>
        <TextInput
          label={t(control.labelKey)}
          value={words}
          maxLength={control.maxLength}
          data-autofocus
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Button type="submit">{t('outline.save')}</Button>
      </Stack>
    </form>
  );
}

function Connect({ outline }: DialogProps): ReactNode {
  const t = useT();
  const { host, env, actions, close } = outline;
  const { model, selection } = host;
  const [words, setWords] = useState('');
  const hits = search(model.all(), model, { ...EMPTY_QUERY, words })
    .filter(({ id }) => !selection.has(id) && !model.kindOf(id)?.connects)
    .slice(0, MOST);
  return (
    <Stack>
      <TextInput
        type="search"
        label={t('outline.connectField')}
        value={words}
        data-autofocus
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {hits.length === 0 && <p className={classes.none}>{t('outline.connectNone')}</p>}
      <ul className={classes.pick}>
        {hits.map((element) => (
          <li key={element.id}>
            <button
              type="button"
              onClick={() => {
                actions.connect(element.id);
                close();
              }}
            >
              {shortWords(element, env)} <span className={classes.keys}>{kindOf(element, t)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

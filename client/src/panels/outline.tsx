import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconKeyboard, IconPlus, IconSelectAll } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { preloadEditor } from '../canvas/editor/editor-code.ts';
import type { ColourScheme } from '../canvas/palette.ts';
import { useT } from '../ui/i18n.tsx';
import { KindIcon } from './kind-icon.tsx';
import classes from './outline.module.css';
import { OutlineDialog } from './outline-dialogs.tsx';
import { OutlineTable } from './outline-table.tsx';
import { OutlineTree } from './outline-tree.tsx';
import { UndoButtons } from './toolbar.tsx';
import { useDigest } from './use-digest.ts';
import { type OutlineSource, type OutlineState, useOutline, VIEWS } from './use-outline.ts';

export interface OutlineProps extends OutlineSource {
  colorScheme: ColourScheme;
}

/** What each view is given. */
export interface OutlineViewProps extends OutlineProps {
  outline: OutlineState;
}

/** The board as a tree or a table to read and edit by keyboard, screen reader or thumb: the canvas' full twin. */
export function Outline(props: OutlineProps): ReactNode {
  const t = useT();
  const outline = useOutline(props);
  useDigest(outline.env);
  useEffect(() => preloadEditor(), []);
  const Lines = outline.view === 'tree' ? OutlineTree : OutlineTable;
  return (
    <section className={classes.outline} aria-label={t('outline.label')} data-testid="outline" ref={outline.section}>
      <Head outline={outline} />
      <Lines {...props} outline={outline} />
      <OutlineDialog outline={outline} />
    </section>
  );
}

function Head({ outline }: { outline: OutlineState }): ReactNode {
  const t = useT();
  const [keys, setKeys] = useState(false);
  const { host, choosing } = outline;
  return (
    <div className={classes.head}>
      <div className={classes.tools}>
        <AddMenu outline={outline} />
        <SegmentedControl
          aria-label={t('outline.view')}
          value={outline.view}
          data={VIEWS.map((value) => ({ value, label: t(`outline.view.${value}`) }))}
          onChange={outline.show}
        />
        <span className={classes.buttons}>
          <UndoButtons session={host.session} className={classes.button} />
          <button
            type="button"
            className={classes.button}
            aria-label={t('outline.select')}
            title={t('outline.select')}
            aria-pressed={choosing}
            onClick={() => outline.setChoosing(!choosing)}
          >
            <IconSelectAll size={20} stroke={1.75} aria-hidden />
          </button>
          <button
            type="button"
            className={classes.button}
            aria-label={t('outline.keys')}
            title={t('outline.keys')}
            aria-expanded={keys}
            onClick={() => setKeys(!keys)}
          >
            <IconKeyboard size={20} stroke={1.75} aria-hidden />
          </button>
        </span>
      </div>
      {keys && <p className={classes.help}>{t('outline.help')}</p>}
    </div>
  );
}

function AddMenu({ outline }: { outline: OutlineState }): ReactNode {
  const t = useT();
  const { addable, add } = outline.actions;
  return (
    <Menu position="bottom-start" withinPortal returnFocus={false}>
      <Menu.Target>
        <Button leftSection={<IconPlus size={18} aria-hidden />} disabled={addable.length === 0}>
          {t('outline.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {addable.map((type) => (
          <Menu.Item
            key={type.kind}
            leftSection={<KindIcon name={type.icon} size={18} />}
            rightSection={<span className={classes.keys}>{type.shortcut.toUpperCase()}</span>}
            onClick={() => add(type)}
          >
            {t(type.nameKey)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

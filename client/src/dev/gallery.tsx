import { Group, SegmentedControl, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { LANGUAGE_CODES } from '@talkoot/i18n';
import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { Outline } from '../panels/outline.tsx';
import { useBoardComments } from '../panels/comments/use-comments.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { Banners } from './gallery-banners.tsx';
import { boardOf } from './gallery-board.ts';
import { Board, nameOf, useLocalImages } from './gallery-canvas.tsx';
import { Controls } from './gallery-controls.tsx';
import classes from './gallery.module.css';
import { States } from './gallery-states.tsx';
import { lockLocally } from './local-session.ts';

const SECTIONS = {
  states: States,
  controls: Controls,
  banners: Banners,
  looks: () => <WholeBoard fill="looks" />,
  frames: () => <WholeBoard fill="frames" />,
  workshop: () => <WholeBoard fill="workshop" />,
  many: () => <WholeBoard fill="many" />,
  outline: OutlineSection,
} as const satisfies Record<string, () => ReactNode>;

type Section = keyof typeof SECTIONS;

function isSection(name: string | null): name is Section {
  return name !== null && Object.hasOwn(SECTIONS, name);
}

/**
 * Every kind in every look and state, and every control in each of its own, without a server: under `npm run dev` at
 * `/gallery.html?show=states`. Kinds come from the registry, so a new one is here by itself.
 */
export function Gallery(): ReactNode {
  const [query, setQuery] = useSearchParams();
  const asked = query.get('show');
  const shown = isSection(asked) ? asked : 'states';
  const [language, setLanguage] = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const Shown = SECTIONS[shown];
  return (
    <div className={classes.page}>
      <Group component="nav" p="xs" gap="xs" className={classes.head ?? ''}>
        <SegmentedControl
          size="xs"
          aria-label="section"
          value={shown}
          data={Object.keys(SECTIONS)}
          onChange={(next) => setQuery({ show: next })}
        />
        <SegmentedControl
          size="xs"
          aria-label="language"
          value={language}
          data={[...LANGUAGE_CODES]}
          onChange={setLanguage}
        />
        <SegmentedControl
          size="xs"
          aria-label="scheme"
          value={scheme}
          data={['light', 'dark']}
          onChange={setColorScheme}
        />
      </Group>
      <main className={classes.body} key={`${shown} ${scheme}`}>
        <Shown />
      </main>
    </div>
  );
}

function WholeBoard({ fill }: { fill: Parameters<typeof boardOf>[0] }): ReactNode {
  return <Board session={() => boardOf(fill)} bars fit className={classes.whole ?? ''} />;
}

function OutlineSection(): ReactNode {
  return <OutlineOf session={boardOf('workshop')} />;
}

function OutlineOf({ session }: { session: ReturnType<typeof boardOf> }): ReactNode {
  const scheme = useComputedColorScheme('light');
  const comments = useBoardComments(session);
  const images = useLocalImages();
  return (
    <Outline
      session={session}
      colorScheme={scheme}
      nameOf={nameOf}
      onRefused={() => {}}
      onWordsFull={() => {}}
      images={images}
      comments={comments}
      onLock={(ids, locked) => lockLocally(session, ids, locked)}
    />
  );
}

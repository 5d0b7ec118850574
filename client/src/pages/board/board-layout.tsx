import { useComputedColorScheme } from '@mantine/core';
import { isFacilitating, type PeopleView, type Refusal, type WorkshopView } from '@talkoot/protocol';
import { type ReactNode, type Ref, Suspense, useRef, useState } from 'react';
import { BoardCanvas, type BoardCanvasHandle } from '../../canvas/board-canvas.tsx';
import { BoardBars } from '../../panels/board-bars.tsx';
import { LinkedElement } from '../../panels/finding/linked-element.tsx';
import { usePeople } from '../../sync/use-session.ts';
import type { WorkshopSession } from '../../sync/workshop-session.ts';
import { useT } from '../../ui/i18n.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { LoadingState } from '../../ui/states.tsx';
import { toast } from '../../ui/toasts.tsx';
import { BoardBanner } from './board-banner.tsx';
import classes from './board.module.css';
import type { PanelProps } from './panels.tsx';
import { type PanelName, TopBar } from './top-bar.tsx';
import { type CommandRunner, useCommandRunner } from './use-command-runner.ts';
import { useImages } from './use-images.ts';
import { useFindKey } from './use-find-key.ts';
import { type Presenting, usePresenting } from './use-presenting.ts';
import { useRefusedToast } from './use-refused-toast.ts';
import { useSession } from './use-session.ts';

const ShareDialog = lazyPart(async () => (await import('./share-dialog.tsx')).ShareDialog);
const Presentation = lazyPart(async () => (await import('../../panels/finding/presentation.tsx')).Presentation);
const ExportDialog = lazyPart(async () => (await import('./export/export-dialog.tsx')).ExportDialog);
const PeopleLayer = lazyPart(async () => (await import('../../panels/people/people-layer.tsx')).PeopleLayer);
const Panel = lazyPart(async () => (await import('./panels.tsx')).Panel);

/** The page of an open board: bar, words about the whole, canvas, and one panel beside it. */
export function BoardLayout({ session, workshop }: { session: WorkshopSession; workshop: WorkshopView }): ReactNode {
  const t = useT();
  const people = usePeople(session);
  const run = useCommandRunner(workshop.id);
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [sharing, setSharing] = useState<boolean | null>(null);
  const [exporting, setExporting] = useState<Exporting | null>(null);
  const canvas = useRef<BoardCanvasHandle>(null);
  usePageTitle(workshop.title === '' ? t('board.untitled') : workshop.title);
  const presenting = usePresenting(session.model, () => setPanel(null));
  useFindKey(panel !== 'search' && presenting.since === null, () => setPanel('search'));
  const onClose = (): void => setPanel(null);
  const panelProps: PanelProps = { session, people, run, canvas, onPresent: presenting.start, onClose };
  return (
    <div className={classes.page} data-presenting={presenting.since ? true : undefined}>
      <header>
        <TopBar
          session={session}
          workshop={workshop}
          people={people}
          canvas={canvas}
          panel={panel}
          onPanel={setPanel}
          onShare={() => setSharing(true)}
          onPresent={presenting.start}
          onExport={() => setExporting({ selected: selectedOn(canvas.current), ofSelection: false })}
          run={run}
        />
        <BoardBanner session={session} run={run} onPanel={setPanel} />
      </header>
      <main className={classes.work}>
        <Canvas
          session={session}
          people={people}
          run={run}
          handleRef={canvas}
          presenting={presenting}
          onHelp={() => setPanel('shortcuts')}
          onExport={(selected) => setExporting({ selected, ofSelection: true })}
        />
        {panel ? (
          <Suspense fallback={<LoadingState />}>
            <Panel key={panel} name={panel} {...panelProps} />
          </Suspense>
        ) : null}
      </main>
      {exporting ? (
        <Suspense fallback={null}>
          <ExportDialog
            {...exporting}
            session={session}
            workshop={workshop}
            nameOf={nameIn(people)}
            onClose={() => setExporting(null)}
          />
        </Suspense>
      ) : null}
      {sharing === null ? null : (
        <Suspense fallback={null}>
          <ShareDialog
            opened={sharing}
            onClose={() => setSharing(false)}
            joinCode={workshop.joinCode}
            state={session.view().state}
            role={session.me().role}
            run={run}
          />
        </Suspense>
      )}
    </div>
  );
}

/** What is to be taken away as a file. */
interface Exporting {
  selected: readonly string[];
  /** It was asked for the selection. */
  ofSelection: boolean;
}

function selectedOn(canvas: BoardCanvasHandle | null): string[] {
  return [...(canvas?.controller.selection.ids ?? [])];
}

function nameIn(people: PeopleView): (id: string) => string | undefined {
  return (id) => people.people.find((person) => person.id === id)?.name;
}

function Canvas(props: {
  session: WorkshopSession;
  people: PeopleView;
  run: CommandRunner;
  handleRef: Ref<BoardCanvasHandle>;
  presenting: Presenting;
  onHelp: () => void;
  onExport: (ids: string[]) => void;
}): ReactNode {
  const { people, run, presenting } = props;
  const session = useSession(props.session);
  const colorScheme = useComputedColorScheme();
  const t = useT();
  const images = useImages(session.workshopId);
  const tellRefusal: (reason: Refusal) => void = useRefusedToast();
  const facilitates = isFacilitating(session.me().role);
  const lock = (elementIds: string[], locked: boolean): void => void run({ type: 'lock', elementIds, locked });
  return (
    <div className={classes.canvas}>
      <BoardCanvas
        session={session}
        colorScheme={colorScheme}
        onRefused={tellRefusal}
        onUnreachable={() => toast(t('problem.unreachable'))}
        onHelp={props.onHelp}
        images={images}
        onExport={props.onExport}
        nameOf={nameIn(people)}
        handleRef={props.handleRef}
      >
        {(controller) => (
          <>
            <LinkedElement canvas={controller} />
            <Suspense fallback={null}>
              <PeopleLayer canvas={controller} />
            </Suspense>
            {presenting.since ? (
              <Suspense fallback={null}>
                <Presentation canvas={controller} from={presenting.since.frame} onEnd={presenting.end} />
              </Suspense>
            ) : (
              <BoardBars canvas={controller} {...(facilitates ? { onLock: lock } : {})} />
            )}
          </>
        )}
      </BoardCanvas>
    </div>
  );
}

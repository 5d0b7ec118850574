import { useComputedColorScheme } from '@mantine/core';
import { isFacilitating, type Refusal, type WorkshopView } from '@talkoot/protocol';
import { type ReactNode, type Ref, Suspense, useCallback, useRef, useState } from 'react';
import { BoardCanvas, type BoardCanvasHandle } from '../../canvas/board-canvas.tsx';
import { BoardBars } from '../../panels/board-bars.tsx';
import type { PageActions } from '../../panels/selection-actions.ts';
import { FrameSteps } from '../../panels/frame-steps.tsx';
import { usePropertiesKey } from '../../panels/properties/use-properties-key.ts';
import { type LookingAt, useLooking } from '../../panels/versions/use-looking.ts';
import { ZoomBar } from '../../panels/late-zoom-bar.ts';
import type { BoardSession } from '../../sync/session.ts';
import { usePeople } from '../../sync/use-session.ts';
import type { WorkshopSession } from '../../sync/workshop-session.ts';
import { useT } from '../../ui/i18n.tsx';
import { latePart } from '../../ui/late-part.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { LoadingState } from '../../ui/states.tsx';
import { toast } from '../../ui/toasts.tsx';
import { BoardBanner } from './board-banner.tsx';
import classes from './board.module.css';
import type { PanelProps } from './panels.tsx';
import { type PanelName, TopBar } from './top-bar.tsx';
import { type CommandRunner, useCommandRunner } from './use-command-runner.ts';
import { type Commenting, useCommenting } from './use-commenting.ts';
import { useImages } from './use-images.ts';
import { useNameOf } from './use-name-of.ts';
import { useOutlineInstead } from './use-outline-instead.ts';
import { useFindKey } from './use-find-key.ts';
import { type Presenting, usePresenting } from './use-presenting.ts';
import { useRefusedToast } from './use-refused-toast.ts';
import { useSession } from './use-session.ts';

const StepBar = latePart(async () => (await import('./running/step-bar.tsx')).StepBar);
const SessionFocus = latePart(async () => (await import('../../panels/running/session-focus.tsx')).SessionFocus);
const ShareDialog = lazyPart(async () => (await import('./share-dialog.tsx')).ShareDialog);
const Presentation = lazyPart(async () => (await import('../../panels/finding/presentation.tsx')).Presentation);
const ExportDialog = lazyPart(async () => (await import('./export/export-dialog.tsx')).ExportDialog);
const CommentsWatch = latePart(async () => (await import('../../panels/comments/comments-watch.tsx')).CommentsWatch);
const GroupsWatch = latePart(async () => (await import('../../panels/groups/groups-watch.tsx')).GroupsWatch);
const RoundsWatch = latePart(async () => (await import('../../panels/rounds/rounds-watch.tsx')).RoundsWatch);
const VoteMarks = lazyPart(async () => (await import('../../panels/rounds/vote-marks.tsx')).VoteMarks);
const CommentsOnBoard = lazyPart(
  async () => (await import('../../panels/comments/comments-on-board.tsx')).CommentsOnBoard,
);
const PeopleLayer = lazyPart(async () => (await import('../../panels/people/people-layer.tsx')).PeopleLayer);
const LookingBanner = lazyPart(async () => (await import('../../panels/versions/looking-banner.tsx')).LookingBanner);
const LinkedElement = latePart(async () => (await import('../../panels/finding/linked-element.tsx')).LinkedElement);
const Panel = lazyPart(async () => (await import('./panels.tsx')).Panel);

/** The page of an open board: bar, words about the whole, canvas, and one panel beside it. */
export function BoardLayout({ session, workshop }: { session: WorkshopSession; workshop: WorkshopView }): ReactNode {
  const t = useT();
  const people = usePeople(session);
  const run = useCommandRunner(workshop.id);
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [sharing, setSharing] = useState<boolean | null>(null);
  const [exporting, setExporting] = useState<Exporting | null>(null);
  const [handle, setHandle] = useState<BoardCanvasHandle | null>(null);
  // Told by state: a panel that opens with the canvas is drawn again when that is there.
  const canvas = { current: handle };
  usePageTitle(workshop.title === '' ? t('board.untitled') : workshop.title);
  const presenting = usePresenting(session.model, () => setPanel(null));
  const outline = useOutlineInstead(panel, setPanel);
  const list = outline.instead && presenting.since === null;
  useFindKey(panel !== 'search' && presenting.since === null, () => outline.choose('search'));
  const commenting = useCommenting(session, () => setPanel('comments'));
  const openRounds = useCallback(() => setPanel('rounds'), []);
  const openGroups = useCallback(() => setPanel('groups'), []);
  const closeGroups = useCallback(() => setPanel((shown) => (shown === 'groups' ? null : shown)), []);
  const looking = useLooking(session, isFacilitating(session.me().role));
  const shown = looking.at?.session ?? session;
  const onClose = (): void => setPanel(null);
  const nameOf = useNameOf(session, people);
  const panelProps: PanelProps = {
    session,
    workshop,
    nameOf,
    looking,
    people,
    run,
    canvas,
    outline,
    commenting,
    onPresent: presenting.start,
    onClose,
  };
  return (
    <div className={classes.page} data-presenting={presenting.since ? true : undefined}>
      <header>
        <TopBar
          session={session}
          workshop={workshop}
          people={people}
          canvas={canvas}
          panel={outline.panel}
          onPanel={outline.choose}
          unread={commenting.unread}
          onShare={() => setSharing(true)}
          onPresent={presenting.start}
          onExport={() => setExporting({ selected: selectedOn(canvas.current), ofSelection: false })}
          run={run}
        />
        <BoardBanner session={session} run={run} onPanel={setPanel} />
        <RoundsWatch session={session} onOpen={openRounds} />
        <GroupsWatch session={session} onOpen={openGroups} onOver={closeGroups} />
        <CommentsWatch
          session={session}
          people={people}
          reading={panel === 'comments'}
          onUnread={commenting.setUnread}
        />
        <StepBar
          session={session}
          workshop={workshop}
          people={people}
          run={run}
          canvas={canvas}
          panel={panel}
          onPanel={setPanel}
        />
        {looking.at ? (
          <Suspense fallback={null}>
            <LookingBanner session={session} looking={looking.at} onBack={looking.back} />
          </Suspense>
        ) : null}
      </header>
      <main className={classes.work}>
        {list ? (
          <Suspense fallback={<LoadingState />}>
            <Panel key={looking.at?.version.id} name="outline" {...panelProps} session={shown} />
          </Suspense>
        ) : (
          <Canvas
            session={session}
            looking={looking}
            nameOf={nameOf}
            run={run}
            onHandle={setHandle}
            presenting={presenting}
            commenting={commenting}
            onHelp={() => setPanel('shortcuts')}
            onProperties={() => setPanel('properties')}
            onExport={(selected) => setExporting({ selected, ofSelection: true })}
          />
        )}
        {panel ? (
          <Suspense fallback={<LoadingState />}>
            <Panel key={panel} name={panel} {...panelProps} {...(panel === 'outline' && { session: shown })} />
          </Suspense>
        ) : null}
      </main>
      {exporting ? (
        <Suspense fallback={null}>
          <ExportDialog
            {...exporting}
            session={shown}
            workshop={workshop}
            nameOf={nameOf}
            onClose={() => setExporting(null)}
          />
        </Suspense>
      ) : null}
      {sharing === null ? null : (
        <Suspense fallback={null}>
          <ShareDialog
            opened={sharing}
            onClose={() => setSharing(false)}
            workshopId={workshop.id}
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

/** A version and the board as it is now are seen from the same place. */
function useSameView(onHandle: (handle: BoardCanvasHandle | null) => void): Ref<BoardCanvasHandle> {
  const last = useRef<BoardCanvasHandle | null>(null);
  return useCallback(
    (handle: BoardCanvasHandle | null) => {
      const before = last.current?.controller;
      if (handle) {
        if (before && before !== handle.controller) {
          handle.controller.takeView();
          handle.controller.camera.set(before.camera.state);
        }
        last.current = handle;
      }
      onHandle(handle);
    },
    [onHandle],
  );
}

function Canvas(props: {
  session: WorkshopSession;
  looking: LookingAt;
  nameOf: (id: string) => string | undefined;
  run: CommandRunner;
  onHandle: (handle: BoardCanvasHandle | null) => void;
  presenting: Presenting;
  commenting: Commenting;
  onHelp: () => void;
  onProperties: () => void;
  onExport: (ids: string[]) => void;
}): ReactNode {
  const { run, presenting, commenting } = props;
  const session = useSession(props.session);
  const still: BoardSession | undefined = props.looking.at?.session;
  const handleRef = useSameView(props.onHandle);
  const colorScheme = useComputedColorScheme();
  const t = useT();
  const images = useImages(session.workshopId);
  const tellRefusal: (reason: Refusal) => void = useRefusedToast();
  const facilitates = isFacilitating(session.me().role);
  const lock = (elementIds: string[], locked: boolean): void => void run({ type: 'lock', elementIds, locked });
  const actions: PageActions = {
    ...(facilitates ? { onLock: lock } : {}),
    give: run,
    onComment: commenting.write,
    onProperties: props.onProperties,
  };
  usePropertiesKey(props.onProperties);
  return (
    <div className={classes.canvas}>
      <BoardCanvas
        session={still ?? session}
        colorScheme={colorScheme}
        onRefused={tellRefusal}
        onUnreachable={() => toast(t('problem.unreachable'))}
        onWordsFull={(count) => toast(t('words.full', { count }))}
        onHelp={props.onHelp}
        images={images}
        onExport={props.onExport}
        nameOf={props.nameOf}
        handleRef={handleRef}
      >
        {(controller) => (
          <>
            {still ? null : (
              <>
                <LinkedElement canvas={controller} />
                <SessionFocus canvas={controller} />
                <Suspense fallback={null}>
                  <PeopleLayer canvas={controller} />
                </Suspense>
              </>
            )}
            {presenting.since ? (
              <Suspense fallback={null}>
                <Presentation canvas={controller} from={presenting.since.frame} onEnd={presenting.end} />
              </Suspense>
            ) : still ? (
              <>
                <FrameSteps canvas={controller} />
                <ZoomBar canvas={controller} />
              </>
            ) : (
              <>
                <BoardBars canvas={controller} actions={actions} />
                <Suspense fallback={null}>
                  <CommentsOnBoard canvas={controller} {...commenting} />
                  <VoteMarks canvas={controller} give={run} />
                </Suspense>
              </>
            )}
          </>
        )}
      </BoardCanvas>
    </div>
  );
}

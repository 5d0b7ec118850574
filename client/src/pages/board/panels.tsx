import { Anchor, useComputedColorScheme } from '@mantine/core';
import { NOTE_TYPE } from '@talkoot/elements';
import { isFacilitating, isHosting, LIMITS, type PeopleView, type WorkshopView } from '@talkoot/protocol';
import { type ReactNode, type RefObject, Suspense, useRef } from 'react';
import { Link } from 'wouter';
import type { BoardCanvasHandle } from '../../canvas/board-canvas.tsx';
import { jumpTo } from '../../canvas/going.ts';
import { AgendaPlan } from '../../panels/agenda/agenda-plan.tsx';
import { CommentsPanel } from '../../panels/comments/comments-panel.tsx';
import { useBoardComments } from '../../panels/comments/use-comments.ts';
import { FramesPanel } from '../../panels/finding/frames-panel.tsx';
import { SearchPanel } from '../../panels/finding/search-panel.tsx';
import { Outline } from '../../panels/outline.tsx';
import type { LookingAt } from '../../panels/versions/use-looking.ts';
import { VersionsPanel } from '../../panels/versions/versions-panel.tsx';
import { addElement } from '../../sync/actions-add.ts';
import type { BoardSession, UnsavedText } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { LoadingState } from '../../ui/states.tsx';
import { toast } from '../../ui/toasts.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { GroupsPanel } from '../../panels/groups/groups-panel.tsx';
import { RoundPanel } from '../../panels/rounds/round-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { ShortcutsPanel } from './shortcuts-panel.tsx';
import { SidePanel } from './side-panel.tsx';
import type { PanelName } from './top-bar.tsx';
import { TrayPanel } from './tray-panel.tsx';
import { UnsavedPanel } from './unsaved-panel.tsx';
import { useImages } from './use-images.ts';
import type { OutlineInstead } from './use-outline-instead.ts';
import type { CommandRunner } from './use-command-runner.ts';
import type { Commenting } from './use-commenting.ts';
import { useRefusedToast } from './use-refused-toast.ts';
import { useSession } from './use-session.ts';

const CanvasProperties = lazyPart(
  async () => (await import('../../panels/properties/canvas-properties.tsx')).CanvasProperties,
);

const ConsolePanel = lazyPart(async () => (await import('./console/console-panel.tsx')).ConsolePanel);

export interface PanelProps {
  session: BoardSession;
  workshop: WorkshopView;
  /** Names of who wrote what; of nobody while they are hidden. */
  nameOf: (id: string) => string | undefined;
  people: PeopleView;
  run: CommandRunner;
  canvas: RefObject<BoardCanvasHandle | null>;
  commenting: Commenting;
  outline: OutlineInstead;
  looking: LookingAt;
  onPresent: (from?: string) => void;
  onClose: () => void;
}

/** The panel of a name, in its frame. */
export function Panel({ name, ...props }: PanelProps & { name: PanelName }): ReactNode {
  switch (name) {
    case 'outline':
      return <OutlinePanel {...props} />;
    case 'agenda':
      return <AgendaInPanel {...props} />;
    case 'people':
      return <PeopleInPanel {...props} />;
    case 'rules':
      return <RulesInPanel {...props} />;
    case 'unsaved':
      return <UnsavedInPanel {...props} />;
    case 'tray':
      return <TrayInPanel {...props} />;
    case 'shortcuts':
      return <ShortcutsInPanel {...props} />;
    case 'search':
      return <SearchInPanel {...props} />;
    case 'frames':
      return <FramesInPanel {...props} />;
    case 'comments':
      return <CommentsInPanel {...props} />;
    case 'versions':
      return <VersionsInPanel {...props} />;
    case 'groups':
      return <GroupsInPanel {...props} />;
    case 'rounds':
      return <RoundsInPanel {...props} />;
    case 'properties':
      return <PropertiesInPanel {...props} />;
    case 'console':
      return <ConsoleInPanel {...props} />;
  }
}

function PeopleInPanel({ session, workshop, people, run, canvas, onClose }: PanelProps): ReactNode {
  const t = useT();
  const { participantId, role } = useSession(session).me();
  return (
    <SidePanel title={t('people.title')} onClose={onClose}>
      <PeoplePanel
        people={people}
        me={{ id: participantId, facilitates: isFacilitating(role), hosts: isHosting(role) }}
        session={session}
        workshopId={workshop.id}
        run={run}
        canvas={canvas}
        onChosen={() => closeIfNarrow(onClose)}
      />
    </SidePanel>
  );
}

function AgendaInPanel({ session, workshop, people, run, onClose }: PanelProps): ReactNode {
  const t = useT();
  return (
    <SidePanel title={t('agenda.title')} onClose={onClose}>
      <AgendaPlan
        session={session}
        workshop={workshop}
        people={people}
        give={run}
        links={
          <>
            <Anchor component={Link} to={`/w/${workshop.id}/plan`}>
              {t('agenda.planPage')}
            </Anchor>
            <Anchor component={Link} to={`/w/${workshop.id}/run-sheet`}>
              {t('agenda.runSheet')}
            </Anchor>
          </>
        }
      />
    </SidePanel>
  );
}

function RulesInPanel({ session, run, onClose }: PanelProps): ReactNode {
  const t = useT();
  return (
    <SidePanel title={t('rules.title')} onClose={onClose}>
      <RulesPanel rules={useSession(session).view().rules} run={run} />
    </SidePanel>
  );
}

/** As in board.module.css: below this the panel covers the board. */
const NARROW = '(max-width: 48em)';

function OutlinePanel({ session, nameOf, run, canvas, outline, commenting, onClose }: PanelProps): ReactNode {
  const t = useT();
  const colorScheme = useComputedColorScheme();
  const tellRefusal = useRefusedToast();
  const images = useImages(session.workshopId);
  const comments = useBoardComments(commenting.session);
  const show = (id: string): void => {
    canvas.current?.zoomTo(id);
    closeIfNarrow(onClose);
  };
  return (
    <SidePanel title={t('board.outline')} onClose={onClose} instead={{ on: outline.instead, toggle: outline.toggle }}>
      <Outline
        session={session}
        colorScheme={colorScheme}
        images={images}
        nameOf={nameOf}
        onRefused={tellRefusal}
        onWordsFull={(count) => toast(t('words.full', { count }))}
        onLock={(elementIds, locked) => void run({ type: 'lock', elementIds, locked })}
        wantsFilter={outline.filterAsked}
        comments={comments}
        onComment={commenting.write}
        followsLinks={outline.instead}
        {...(outline.instead ? {} : { onShow: show })}
      />
    </SidePanel>
  );
}

/** Where the panel covers the board it goes away when something was chosen there. */
function closeIfNarrow(onClose: () => void): void {
  if (window.matchMedia(NARROW).matches) onClose();
}

function VersionsInPanel({ session, looking, canvas, onClose }: PanelProps): ReactNode {
  const t = useT();
  return (
    <SidePanel title={t('versions.menu')} onClose={onClose}>
      <VersionsPanel
        session={session}
        canvas={canvas.current?.controller}
        lookingAt={looking.at?.version.id ?? null}
        onLook={async (version) => {
          await looking.look(version);
          closeIfNarrow(onClose);
        }}
        onBack={() => {
          looking.back();
          closeIfNarrow(onClose);
        }}
      />
    </SidePanel>
  );
}

function SearchInPanel({ nameOf, canvas, onClose }: PanelProps): ReactNode {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const controller = canvas.current?.controller;
  if (!controller) return null;
  return (
    <SidePanel title={t('find.title')} onClose={onClose} focusOn={field}>
      <SearchPanel canvas={controller} nameOf={nameOf} field={field} onChosen={() => closeIfNarrow(onClose)} />
    </SidePanel>
  );
}

function FramesInPanel({ canvas, onPresent, onClose }: PanelProps): ReactNode {
  const t = useT();
  const controller = canvas.current?.controller;
  if (!controller) return null;
  return (
    <SidePanel title={t('frames.title')} onClose={onClose}>
      <FramesPanel canvas={controller} onChosen={() => closeIfNarrow(onClose)} onPresent={onPresent} />
    </SidePanel>
  );
}

function CommentsInPanel({ session, people, run, canvas, commenting, onClose }: PanelProps): ReactNode {
  const t = useT();
  const { target, setTarget } = commenting;
  const comments = useBoardComments(commenting.session);
  const show = (id: string): void => {
    const controller = canvas.current?.controller;
    if (controller) jumpTo(controller, id);
    closeIfNarrow(onClose);
  };
  return (
    <SidePanel title={t('comments.title')} onClose={onClose}>
      <CommentsPanel
        session={session}
        comments={comments}
        people={people.people}
        give={run}
        target={target}
        onTarget={setTarget}
        onShow={show}
      />
    </SidePanel>
  );
}

function GroupsInPanel({ session, people, run, onClose }: PanelProps): ReactNode {
  const t = useT();
  return (
    <SidePanel title={t('group.title')} onClose={onClose}>
      <GroupsPanel session={session} people={people} give={run} />
    </SidePanel>
  );
}

function RoundsInPanel({ session, people, run, canvas, onClose }: PanelProps): ReactNode {
  const t = useT();
  const selected = [...(canvas.current?.controller.selection.ids ?? [])];
  return (
    <SidePanel title={t('round.title')} onClose={onClose}>
      <RoundPanel session={session} people={people} give={run} selected={selected} />
    </SidePanel>
  );
}

function PropertiesInPanel({ canvas, nameOf, run, onClose }: PanelProps): ReactNode {
  const t = useT();
  const controller = canvas.current?.controller;
  if (!controller) return null;
  return (
    <SidePanel title={t('properties.title')} onClose={onClose}>
      <Suspense fallback={<LoadingState />}>
        <CanvasProperties
          canvas={controller}
          nameOf={nameOf}
          onLock={(elementIds, locked) => void run({ type: 'lock', elementIds, locked })}
        />
      </Suspense>
    </SidePanel>
  );
}

function ConsoleInPanel({ session, workshop, people, run, canvas, onClose }: PanelProps): ReactNode {
  const t = useT();
  return (
    <SidePanel title={t('console.title')} onClose={onClose}>
      <Suspense fallback={<LoadingState />}>
        <ConsolePanel session={session} workshop={workshop} people={people} run={run} canvas={canvas.current} />
      </Suspense>
    </SidePanel>
  );
}

function ShortcutsInPanel({ onClose }: PanelProps): ReactNode {
  const t = useT();
  return (
    <SidePanel title={t('shortcuts.title')} onClose={onClose}>
      <ShortcutsPanel />
    </SidePanel>
  );
}

function TrayInPanel({ session, nameOf, run, onClose }: PanelProps): ReactNode {
  const t = useT();
  return (
    <SidePanel title={t('tray.title')} onClose={onClose}>
      <TrayPanel session={session} nameOf={nameOf} run={run} />
    </SidePanel>
  );
}

/** Words in pieces that notes of late words hold. */
function inPieces(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length && pieces.length < LIMITS.handInTexts; from += LIMITS.handInLength) {
    pieces.push(text.slice(from, from + LIMITS.handInLength));
  }
  return pieces.filter((piece) => piece.trim() !== '');
}

function UnsavedInPanel({ session, run, canvas, onClose }: PanelProps): ReactNode {
  const t = useT();
  const tellRefusal = useRefusedToast();
  const putBack = (words: UnsavedText): void => {
    const controller = canvas.current?.controller;
    const view = controller?.camera.view() ?? { x: 0, y: 0, width: 0, height: 0 };
    const middle = { x: view.x + view.width / 2, y: view.y + view.height / 2 };
    const at = controller?.freePoint(middle, NOTE_TYPE) ?? middle;
    const result = addElement(session, { type: NOTE_TYPE, at, text: words.text });
    if (!result.allowed) {
      tellRefusal(result.reason);
      return;
    }
    session.dismissUnsaved(words.id);
    toast(t('unsaved.putBackDone'));
  };
  const handIn = async ({ id, text }: UnsavedText): Promise<void> => {
    // Under the words' own id: handed in once, also when the answer was lost and the button is pressed again.
    if (!(await run({ type: 'handIn', id, texts: inPieces(text) }))) return;
    session.dismissUnsaved(id);
    toast(t('unsaved.handInDone'));
  };
  const closed = useSession(session).view().state === 'closed';
  const mayHandIn = closed && session.me().role !== 'observer';
  return (
    <SidePanel title={t('unsaved.title')} onClose={onClose}>
      <UnsavedPanel
        session={session}
        {...(closed ? {} : { onPutBack: putBack })}
        {...(mayHandIn ? { onHandIn: handIn } : {})}
      />
    </SidePanel>
  );
}

import { useComputedColorScheme } from '@mantine/core';
import { ELEMENT_TYPES } from '@talkoot/elements';
import { isFacilitating, type PeopleView } from '@talkoot/protocol';
import { type ReactNode, type RefObject, useState } from 'react';
import type { BoardCanvasHandle } from '../../canvas/board-canvas.tsx';
import { Outline } from '../../panels/outline.tsx';
import { addElement } from '../../sync/actions-add.ts';
import type { BoardSession, UnsavedText } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { toast } from '../../ui/toasts.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { SidePanel } from './side-panel.tsx';
import type { PanelName } from './top-bar.tsx';
import { UnsavedPanel } from './unsaved-panel.tsx';
import type { CommandRunner } from './use-command-runner.ts';
import { useRefusedToast } from './use-refused-toast.ts';
import { useSession } from './use-session.ts';

export interface PanelProps {
  session: BoardSession;
  people: PeopleView;
  run: CommandRunner;
  canvas: RefObject<BoardCanvasHandle | null>;
  onClose: () => void;
}

/** The panel of a name, in its frame. */
export function Panel({ name, ...props }: PanelProps & { name: PanelName }): ReactNode {
  switch (name) {
    case 'outline':
      return <OutlinePanel {...props} />;
    case 'people':
      return <PeopleInPanel {...props} />;
    case 'rules':
      return <RulesInPanel {...props} />;
    case 'unsaved':
      return <UnsavedInPanel {...props} />;
  }
}

function PeopleInPanel({ session, people, run, onClose }: PanelProps): ReactNode {
  const t = useT();
  const { participantId, role } = useSession(session).me();
  return (
    <SidePanel title={t('people.title')} onClose={onClose}>
      <PeoplePanel people={people} me={{ id: participantId, facilitates: isFacilitating(role) }} run={run} />
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

function OutlinePanel({ session, people, canvas, onClose }: PanelProps): ReactNode {
  const t = useT();
  const colorScheme = useComputedColorScheme();
  const [wide, setWide] = useState(false);
  const tellRefusal = useRefusedToast();
  const show = (id: string): void => {
    canvas.current?.zoomTo(id);
    if (wide || window.matchMedia(NARROW).matches) onClose();
  };
  return (
    <SidePanel title={t('board.outline')} onClose={onClose} wide={{ on: wide, toggle: () => setWide(!wide) }}>
      <Outline
        session={session}
        colorScheme={colorScheme}
        nameOf={(id) => people.people.find((person) => person.id === id)?.name}
        onRefused={tellRefusal}
        onShow={show}
      />
    </SidePanel>
  );
}

/** The kind of new elements that unsaved words come back as. */
const NOTE = 'sticky';

function UnsavedInPanel({ session, canvas, onClose }: PanelProps): ReactNode {
  const t = useT();
  const tellRefusal = useRefusedToast();
  const putBack = (words: UnsavedText): void => {
    const type = ELEMENT_TYPES.get(NOTE);
    if (!type) return;
    const controller = canvas.current?.controller;
    const view = controller?.camera.view() ?? { x: 0, y: 0, width: 0, height: 0 };
    const middle = { x: view.x + view.width / 2, y: view.y + view.height / 2 };
    const at = controller?.freePoint(middle, type) ?? middle;
    const result = addElement(session, { type, at, text: words.text });
    if (!result.allowed) {
      tellRefusal(result.reason);
      return;
    }
    session.dismissUnsaved(words.id);
    toast(t('unsaved.putBackDone'));
  };
  return (
    <SidePanel title={t('unsaved.title')} onClose={onClose}>
      <UnsavedPanel session={session} onPutBack={putBack} />
    </SidePanel>
  );
}

import type { PeopleView, WorkshopView } from '@talkoot/protocol';
import type { BoardCanvasHandle } from '../../../canvas/board-canvas.tsx';
import type { BoardSession } from '../../../sync/session.ts';
import type { PanelName } from '../top-bar.tsx';
import type { CommandRunner } from '../use-command-runner.ts';

/** What everything around a running session is given. */
export interface RunningProps {
  session: BoardSession;
  workshop: Pick<WorkshopView, 'id' | 'language' | 'rehearsal'>;
  people: PeopleView;
  run: CommandRunner;
}

/** What the bar needs beside it. */
export interface StepBarProps extends RunningProps {
  canvas: { readonly current: BoardCanvasHandle | null };
  panel: PanelName | null;
  onPanel: (panel: PanelName | null) => void;
}

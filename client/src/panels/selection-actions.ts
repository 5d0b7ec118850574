import { linksIn } from '@talkoot/board';
import type { MessageKey } from '@talkoot/i18n';
import { isFacilitating } from '@talkoot/protocol';
import { mayComment } from '@talkoot/rights';
import {
  type Icon,
  IconCopy,
  IconExternalLink,
  IconEye,
  IconFileExport,
  IconListDetails,
  IconLock,
  IconLockOpen,
  IconMessagePlus,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import type { CanvasController } from '../canvas/controller.ts';
import type { Selection } from '../canvas/selection.ts';
import { deleteElements } from '../sync/actions-delete.ts';
import { duplicate } from '../sync/copies.ts';
import type { Give } from './rounds/use-ballot.ts';
import { clusterActions, placingActions, tyingActions } from './selection-places.ts';
import { openLink } from '../canvas/open-link.ts';

/** Something that can be done with what is selected. */
export interface SelectionAction {
  labelKey: MessageKey;
  values?: { words: string };
  keys?: string;
  Icon: Icon;
  pressed?: boolean;
  /** Behind the dots of the bar. */
  rare?: boolean;
  /** Takes something away: last in a menu, and set apart. */
  removes?: boolean;
  /** Opens something, and has done nothing yet. */
  opens?: boolean;
  run(): void;
}

/** More links than this would fill the menu. */
const MOST_LINKS = 5;

/** Whose selection it is: the canvas', or the outline's. */
export type ActionHost = Pick<
  CanvasController,
  'session' | 'model' | 'types' | 'typeOf' | 'tell' | 'edit' | 'editing'
> & { selection: Pick<Selection, 'ids' | 'only' | 'set'>; onExport?: ((ids: string[]) => void) | undefined };

/** Locks elements or unlocks them: a command of the server, for facilitators. */
export type Lock = (ids: string[], locked: boolean) => void;

/** Opens the field for a comment on an element. */
export type CommentOn = (element: string) => void;

/** What a page offers beyond the canvas; what is left out, nobody is offered. */
export interface PageActions {
  onLock?: Lock;
  /** Gives other commands, as that one's own private notes come to the board. */
  give?: Give;
  onComment?: CommentOn;
  /** Opens the exact values of what is selected. */
  onProperties?: () => void;
}

/** What can be done with a selection, for the bar above it and the menu under the pointer alike. */
export function selectionActions(canvas: ActionHost, ids: string[], page: PageActions): SelectionAction[] {
  const { session } = canvas;
  const copy = (): void => {
    const result = duplicate(session, ids);
    if (canvas.tell(result) && result.allowed) canvas.selection.set(result.ids);
  };
  const remove = (): void => void canvas.tell(deleteElements(session, ids));
  return [
    ...editing(canvas),
    ...followingLinks(canvas),
    { labelKey: 'canvas.delete', keys: 'Delete', Icon: IconTrash, removes: true, run: remove },
    { labelKey: 'canvas.duplicate', keys: 'Ctrl+D', Icon: IconCopy, run: copy },
    ...commenting(canvas, page),
    ...publishing(canvas, ids, page),
    ...locking(canvas, ids, page),
    ...clusterActions(canvas, ids),
    ...tyingActions(canvas, ids),
    ...placingActions(canvas, ids),
    ...opening(canvas, ids, page),
  ];
}

function editing(canvas: ActionHost): SelectionAction[] {
  const { only } = canvas.selection;
  if (only === null || !canvas.typeOf(only)?.text) return [];
  return [{ labelKey: 'canvas.edit', keys: 'Enter', Icon: IconPencil, run: () => void canvas.edit(only) }];
}

function followingLinks({ model, selection: { only } }: ActionHost): SelectionAction[] {
  const links = linksIn(only === null ? [] : (model.get(only)?.runs ?? [])).slice(0, MOST_LINKS);
  return links.map(({ address, words }) => ({
    labelKey: 'words.openLink',
    values: { words: words.length > 40 ? `${words.slice(0, 39).toWellFormed()}…` : words },
    Icon: IconExternalLink,
    rare: true,
    run: () => openLink(address),
  }));
}

function commenting(
  { session, model, selection: { only } }: ActionHost,
  { onComment }: PageActions,
): SelectionAction[] {
  if (!onComment || only === null || model.get(only)?.scope !== 'board') return [];
  if (mayComment(session.me().role, session.view().state) !== null) return [];
  const run = (): void => onComment(only);
  return [{ labelKey: 'comments.add', keys: 'Shift+F2', Icon: IconMessagePlus, opens: true, run }];
}

function locking({ session, model }: ActionHost, ids: string[], { onLock }: PageActions): SelectionAction[] {
  if (!onLock || !isFacilitating(session.me().role)) return [];
  const locked = ids.every((id) => model.get(id)?.locked);
  return [
    {
      labelKey: locked ? 'canvas.unlock' : 'canvas.lock',
      pressed: locked,
      Icon: locked ? IconLock : IconLockOpen,
      run: () => onLock(ids, !locked),
    },
  ];
}

/** Not while all write privately what is revealed together. */
function publishing({ session, model }: ActionHost, ids: string[], { give }: PageActions): SelectionAction[] {
  const { step } = session.view();
  const waits = step?.writing && !step.writing.own;
  if (!give || waits || !ids.every((id) => model.get(id)?.scope === 'mine')) return [];
  return [
    {
      labelKey: 'canvas.publish',
      Icon: IconEye,
      rare: true,
      run: () => void give({ type: 'publish', from: 'mine', elementIds: ids }),
    },
  ];
}

/** What opens something of the page's. */
function opening({ onExport }: ActionHost, ids: string[], { onProperties }: PageActions): SelectionAction[] {
  const rest = { rare: true, opens: true };
  const actions: SelectionAction[] = [];
  if (onExport) actions.push({ ...rest, labelKey: 'export.selection', Icon: IconFileExport, run: () => onExport(ids) });
  if (onProperties)
    actions.push({
      ...rest,
      labelKey: 'properties.title',
      keys: 'Alt+Enter',
      Icon: IconListDetails,
      run: onProperties,
    });
  return actions;
}

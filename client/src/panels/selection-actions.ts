import { linksIn } from '@talkoot/board';
import type { MessageKey } from '@talkoot/i18n';
import { isFacilitating } from '@talkoot/protocol';
import { mayComment } from '@talkoot/rights';
import {
  type Icon,
  IconArrowUpRight,
  IconCopy,
  IconExternalLink,
  IconFileExport,
  IconLock,
  IconLockOpen,
  IconMessagePlus,
  IconPencil,
  IconRotate,
  IconRotateClockwise,
  IconStackBackward,
  IconStackForward,
  IconTrash,
} from '@tabler/icons-react';
import type { CanvasController } from '../canvas/controller.ts';
import type { Selection } from '../canvas/selection.ts';
import { bringTo } from '../sync/actions.ts';
import { deleteElements } from '../sync/actions-delete.ts';
import { mayAdd } from '../sync/actions-add.ts';
import { duplicate } from '../sync/copies.ts';
import { connectAll } from '../sync/ends.ts';
import { lineType } from '../canvas/growing.ts';
import { openLink } from '../canvas/open-link.ts';
import { canTurn, TURN_STEP, turnSelected } from '../canvas/turn.ts';

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
  run(): void;
}

/** More links than this would fill the menu. */
const MOST_LINKS = 5;

/** Whose selection it is: the canvas', or the outline's. */
export type ActionHost = Pick<
  CanvasController,
  'session' | 'model' | 'types' | 'typeOf' | 'tell' | 'edit' | 'editing'
> & { selection: Pick<Selection, 'ids' | 'only' | 'set'>; onExport?: ((ids: string[]) => void) | undefined };

/** Nobody means a line through more than so many. */
const MOST_JOINED = 50;

/** Locks elements or unlocks them: a command of the server, for facilitators. */
export type Lock = (ids: string[], locked: boolean) => void;

/** Opens the field for a comment on an element. */
export type CommentOn = (element: string) => void;

/** What a page offers beyond the canvas; what is left out, nobody is offered. */
export interface PageActions {
  onLock?: Lock;
  onComment?: CommentOn;
}

/** What can be done with a selection, for the bar above it and the menu under the pointer alike. */
export function selectionActions(
  canvas: ActionHost,
  ids: string[],
  { onLock, onComment }: PageActions,
): SelectionAction[] {
  const { session } = canvas;
  const only = canvas.selection.only;
  const locked = ids.every((id) => canvas.model.get(id)?.locked);
  const copy = (): void => {
    const result = duplicate(session, ids);
    if (canvas.tell(result) && result.allowed) canvas.selection.set(result.ids);
  };
  const to = (end: 'front' | 'back') => () => void canvas.tell(bringTo(session, ids, end));
  const edit: SelectionAction[] =
    only && canvas.typeOf(only)?.text
      ? [{ labelKey: 'canvas.edit', keys: 'Enter', Icon: IconPencil, run: () => void canvas.edit(only) }]
      : [];
  const lock: SelectionAction[] =
    onLock && isFacilitating(session.me().role)
      ? [
          {
            labelKey: locked ? 'canvas.unlock' : 'canvas.lock',
            pressed: locked,
            Icon: locked ? IconLock : IconLockOpen,
            run: () => onLock(ids, !locked),
          },
        ]
      : [];
  const commentable = onComment && only && canvas.model.get(only)?.scope === 'board';
  const comment: SelectionAction[] =
    commentable && mayComment(session.me().role, session.view().state) === null
      ? [{ labelKey: 'comments.add', keys: 'Shift+F2', Icon: IconMessagePlus, run: () => onComment(only) }]
      : [];
  const turns: SelectionAction[] = ids.some((id) => canTurn(canvas, id))
    ? [
        {
          labelKey: 'canvas.turnRight',
          Icon: IconRotateClockwise,
          rare: true,
          run: () => void turnSelected(canvas, TURN_STEP),
        },
        { labelKey: 'canvas.turnLeft', Icon: IconRotate, rare: true, run: () => void turnSelected(canvas, -TURN_STEP) },
      ]
    : [];
  const line = lineType(canvas);
  const solid = ids.filter((id) => !canvas.model.kindOf(id)?.connects);
  const connect = (): void => {
    const result = line && connectAll(session, line, solid);
    if (result) canvas.tell(result);
  };
  const join: SelectionAction[] =
    line && solid.length > 1 && solid.length <= MOST_JOINED && mayAdd(session, line)
      ? [{ labelKey: 'canvas.connect', keys: 'L', Icon: IconArrowUpRight, rare: true, run: connect }]
      : [];
  const { onExport } = canvas;
  const toFile: SelectionAction[] = onExport
    ? [{ labelKey: 'export.selection', Icon: IconFileExport, rare: true, run: () => onExport(ids) }]
    : [];
  const links = linksIn(only ? (canvas.model.get(only)?.runs ?? []) : []).slice(0, MOST_LINKS);
  const open = links.map(({ address, words }): SelectionAction => {
    const values = { words: words.length > 40 ? `${words.slice(0, 39).toWellFormed()}…` : words };
    return { labelKey: 'words.openLink', values, Icon: IconExternalLink, rare: true, run: () => openLink(address) };
  });
  const remove = (): void => void canvas.tell(deleteElements(session, ids));
  return [
    ...edit,
    ...open,
    { labelKey: 'canvas.delete', keys: 'Delete', Icon: IconTrash, removes: true, run: remove },
    { labelKey: 'canvas.duplicate', keys: 'Ctrl+D', Icon: IconCopy, run: copy },
    ...comment,
    ...lock,
    ...join,
    ...turns,
    { labelKey: 'canvas.front', keys: ']', Icon: IconStackForward, rare: true, run: to('front') },
    { labelKey: 'canvas.back', keys: '[', Icon: IconStackBackward, rare: true, run: to('back') },
    ...toFile,
  ];
}

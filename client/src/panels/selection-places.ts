import {
  IconArrowsDiff,
  IconArrowsMinimize,
  IconCircleDashed,
  IconCircleMinus,
  IconCirclePlus,
  IconArrowUpRight,
  IconLayersLinked,
  IconLayersOff,
  IconRotate,
  IconRotateClockwise,
  IconStackBackward,
  IconStackForward,
} from '@tabler/icons-react';
import { lineType } from '../canvas/growing.ts';
import { canTurn, TURN_STEP, turnSelected } from '../canvas/turn.ts';
import { bringTo } from '../sync/actions-move.ts';
import { mayAdd } from '../sync/actions-add.ts';
import { bundle, canBundle, canUnbundle, unbundle } from '../sync/bundles.ts';
import { deleteElements } from '../sync/actions-delete.ts';
import { canGather, clusterOf, clustersAmong, gather, looseOf, takeOut } from '../sync/clusters.ts';
import { CLUSTER_ASKING } from '../canvas/cluster-asking.ts';
import { connectAll } from '../sync/ends.ts';
import { canFitContent, fitContent } from '../sync/fit-content.ts';
import type { ActionHost, SelectionAction } from './selection-actions.ts';

/** Nobody means a line through more than so many. */
const MOST_JOINED = 50;

/** Ties what is selected together, or undoes its bundles. */
export function tyingActions(canvas: ActionHost, ids: readonly string[]): SelectionAction[] {
  const { session } = canvas;
  const actions: SelectionAction[] = [];
  if (canBundle(session, ids)) {
    const run = (): void => void canvas.tell(bundle(session, ids));
    actions.push({ labelKey: 'canvas.bundle', keys: 'Ctrl+G', Icon: IconLayersLinked, run });
  }
  if (canUnbundle(session, ids)) {
    const run = (): void => void canvas.tell(unbundle(session, ids));
    actions.push({ labelKey: 'canvas.unbundle', keys: 'Ctrl+Shift+G', Icon: IconLayersOff, run });
  }
  return actions;
}

/** Puts what is selected together in a cluster, or takes clusters apart. */
export function clusterActions(canvas: ActionHost, ids: readonly string[]): SelectionAction[] {
  const { session, model } = canvas;
  const whole = clustersAmong(model, ids);
  const loose = looseOf(model, ids);
  const actions: SelectionAction[] = [];
  const able = canGather(session, ids);
  if (able && loose.length > 1 && loose.length === ids.length)
    actions.push({ labelKey: 'cluster.make', Icon: IconCirclePlus, run: () => makeCluster(canvas, ids) });
  if (able || whole.some(({ id, scope }) => session.may({ type: 'delete', id }, scope).allowed)) {
    const run = (): void => CLUSTER_ASKING.ask(canvas);
    // On one selected note letters are its words.
    const keys = ids.length > 1 || whole.length > 0 ? { keys: 'G' } : {};
    actions.push({ labelKey: 'cluster.move', ...keys, Icon: IconCircleDashed, rare: true, opens: true, run });
  }
  if (loose.some(({ id }) => clusterOf(model, id) !== null)) {
    const run = (): void => void canvas.tell(takeOut(session, ids));
    actions.push({ labelKey: 'cluster.takeOut', Icon: IconCircleMinus, rare: true, run });
  }
  if (whole.length > 0 && whole.length === ids.length) {
    const run = (): void => void canvas.tell(deleteElements(session, ids));
    actions.push({ labelKey: 'cluster.apart', Icon: IconArrowsDiff, run });
  }
  return actions;
}

/** A new cluster of these, to be named at once. */
function makeCluster(canvas: ActionHost, ids: readonly string[]): void {
  const result = gather(canvas.session, [{ ids, into: null }]);
  const [made] = result.made ?? [];
  if (!canvas.tell(result) || made === undefined) return;
  canvas.selection.set([made]);
  canvas.edit(made);
}

/** Where it is, how large, how turned, and what it is joined with. */
export function placingActions(canvas: ActionHost, ids: readonly string[]): SelectionAction[] {
  const to = (end: 'front' | 'back') => () => void canvas.tell(bringTo(canvas.session, ids, end));
  return [
    ...fitting(canvas),
    ...joining(canvas, ids),
    ...turning(canvas, ids),
    { labelKey: 'canvas.front', keys: ']', Icon: IconStackForward, rare: true, run: to('front') },
    { labelKey: 'canvas.back', keys: '[', Icon: IconStackBackward, rare: true, run: to('back') },
  ];
}

/** Makes a container as large as its content needs. */
function fitting(canvas: ActionHost): SelectionAction[] {
  const { only } = canvas.selection;
  if (only === null || !canFitContent(canvas.session, only)) return [];
  const run = (): void => void canvas.tell(fitContent(canvas.session, only));
  return [{ labelKey: 'canvas.fitContent', Icon: IconArrowsMinimize, rare: true, run }];
}

function joining(canvas: ActionHost, ids: readonly string[]): SelectionAction[] {
  const { session } = canvas;
  const line = lineType(canvas);
  const solid = ids.filter((id) => !canvas.model.kindOf(id)?.connects);
  if (!line || solid.length < 2 || solid.length > MOST_JOINED || !mayAdd(session, line)) return [];
  const run = (): void => void canvas.tell(connectAll(session, line, solid));
  return [{ labelKey: 'canvas.connect', keys: 'L', Icon: IconArrowUpRight, rare: true, run }];
}

function turning(canvas: ActionHost, ids: readonly string[]): SelectionAction[] {
  if (!ids.some((id) => canTurn(canvas, id))) return [];
  const by = (degrees: number) => () => void turnSelected(canvas, degrees);
  return [
    { labelKey: 'canvas.turnRight', Icon: IconRotateClockwise, rare: true, run: by(TURN_STEP) },
    { labelKey: 'canvas.turnLeft', Icon: IconRotate, rare: true, run: by(-TURN_STEP) },
  ];
}

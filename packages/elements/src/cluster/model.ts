import type { Box, KindModel } from '@talkoot/board';

/** Room around what was gathered, board units. */
export const CLUSTER_PADDING = 20;

/** Names grow with their cluster, so that they can be read when the whole board is in view. */
export function nameSize(width: number): number {
  return Math.round(Math.min(44, Math.max(20, width / 24)));
}

/** How far down the name of a cluster reaches. */
export function headOf(width: number): number {
  return Math.round(nameSize(width) * 1.3) + CLUSTER_PADDING;
}

function boxAround({ x, y, width, height }: Box): Box {
  const whole = width + 2 * CLUSTER_PADDING;
  const head = headOf(whole);
  return { x: x - CLUSTER_PADDING, y: y - head, width: whole, height: head + height + CLUSTER_PADDING };
}

export const clusterModel = {
  kind: 'cluster',
  fields: {},
  /** Its name. */
  text: { formats: [], maxLength: 200 },
  container: true,
  gathers: { box: boxAround },
  participantsMayAdd: true,
} as const satisfies KindModel;

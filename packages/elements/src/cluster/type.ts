import type { ElementData, Primitive } from '@talkoot/board';
import { type ElementType, plainRun, type WordsBlock } from '../type.ts';
import { clusterMessages } from './messages.ts';
import { CLUSTER_PADDING, clusterModel, headOf, nameSize } from './model.ts';

/** Things that people put together because they belong together, under a name. */
export const clusterType: ElementType = {
  ...clusterModel,
  icon: 'CircleDashed',
  shortcut: 'g',
  messages: clusterMessages,
  nameKey: 'kind.cluster.name',
  countKey: 'kind.cluster.count',
  defaults: { size: { width: 240, height: 140 }, fields: {} },
  placing: 'box',
  controls: [],
  shape,
  words,
  outlineWords: ({ text }) => text.trim(),
};

/** Nothing in it: only its edge, broken. */
function shape({ size, gathered }: ElementData): Primitive[] {
  const area = { type: 'rect', x: 0, y: 0, ...size, radius: CLUSTER_PADDING, strokeWidth: 1.5 } as const;
  return [
    gathered ? { ...area, stroke: 'frame.line', fill: 'frame.band' } : { ...area, stroke: 'ink.soft', dash: [8, 6] },
  ];
}

/** The name, and how many things it stands for. */
function words({ size: { width }, runs, gathered }: ElementData): WordsBlock[] {
  const size = nameSize(width);
  const count = gathered ? plainRun(String(gathered)) : [];
  const room = size * 2;
  const line = { y: CLUSTER_PADDING / 2, height: headOf(width) - CLUSTER_PADDING };
  const name = { x: CLUSTER_PADDING, width: Math.max(20, width - 2 * CLUSTER_PADDING - room), ...line };
  return [
    { box: name, runs, size: { min: size / 2, max: size }, bold: true, cut: true, fill: 'ink', editable: true },
    {
      box: { x: width - CLUSTER_PADDING - room, width: room, ...line },
      runs: count,
      size: size * 0.8,
      align: 'right',
      cut: true,
      fill: 'ink.soft',
    },
  ];
}

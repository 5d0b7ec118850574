import { type ColourToken, type Point, type Primitive, tenth } from '@talkoot/board';
import type { ConnectorHead } from './model.ts';

/** Length of a head for a line so thick. */
function lengthFor(stroke: number): number {
  return 8 + stroke * 2.5;
}

/** How far a head reaches from its tip to any side. */
export function headReach(head: ConnectorHead, stroke: number): number {
  return head === 'none' ? 0 : lengthFor(stroke) / 2 + stroke;
}

/** By how much the line ends before its end, so that it does not show beyond a pointed head. */
export function headInset(head: ConnectorHead, stroke: number): number {
  if (head === 'none' || head === 'dot') return 0;
  return head === 'arrow' ? stroke * 0.6 : lengthFor(stroke) * 0.8;
}

/** A head whose tip is at a point, seen from a line that comes in at an angle. */
export function headAt(
  head: ConnectorHead,
  tip: Point,
  angle: number,
  stroke: number,
  colour: ColourToken,
): Primitive | null {
  const length = lengthFor(stroke);
  const at = (back: number, aside: number): string => {
    const x = tip.x - Math.cos(angle) * back - Math.sin(angle) * aside;
    const y = tip.y - Math.sin(angle) * back + Math.cos(angle) * aside;
    return `${tenth(x)} ${tenth(y)}`;
  };
  const half = length * 0.5;
  switch (head) {
    case 'none':
      return null;
    case 'arrow':
      return {
        type: 'path',
        d: `M${at(length, half)}L${at(0, 0)}L${at(length, -half)}`,
        stroke: colour,
        strokeWidth: stroke,
      };
    case 'triangle':
      return { type: 'path', d: `M${at(length, half)}L${at(0, 0)}L${at(length, -half)}Z`, fill: colour };
    case 'diamond':
      return {
        type: 'path',
        d: `M${at(length / 2, half * 0.7)}L${at(0, 0)}L${at(length / 2, -half * 0.7)}L${at(length, 0)}Z`,
        fill: colour,
      };
    case 'dot':
      return { type: 'ellipse', cx: tip.x, cy: tip.y, rx: half * 0.7, ry: half * 0.7, fill: colour };
  }
}

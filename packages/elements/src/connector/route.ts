import {
  type Box,
  boxAround,
  centreOf,
  type ElementData,
  type EndAt,
  grow,
  layoutText,
  OPPOSITE_SIDE,
  outwards,
  type Point,
  type Route,
  type Side,
  sidePoint,
  tenth,
} from '@talkoot/board';
import { elbowPoints, type Exit } from './elbow.ts';
import { headInset, headReach } from './heads.ts';
import type { ConnectorHead } from './model.ts';
import { strokeOf } from './stroke.ts';

/** Words on a line are set so large and so wide at most. */
export const LABEL = { fontSize: 15, width: 180, padding: 4 } as const;
/** Corners of an elbow are rounded by this. */
const CORNER = 10;
/** Pieces a curve is cut into for finding it under the pointer. */
const CURVE_PIECES = 24;

/** The way of a connector between where its ends are. */
export function routeOf(element: ElementData, from: EndAt, to: EndAt): Route {
  const { path = 'curved', startHead = 'none', endHead = 'arrow' } = element.fields;
  const stroke = strokeOf(element);
  const insets: [number, number] = [
    headInset(startHead as ConnectorHead, stroke),
    headInset(endHead as ConnectorHead, stroke),
  ];
  const way = path === 'straight' ? straight(from, to) : path === 'elbow' ? elbow(from, to) : curved(from, to);
  const line = boxAround(way.points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))) as Box;
  const reach = Math.max(headReach(startHead as ConnectorHead, stroke), headReach(endHead as ConnectorHead, stroke));
  const drawn = grow(line, Math.max(stroke / 2, reach));
  const label = labelBox(element, way.middle);
  const box = label ? (boxAround([drawn, label]) as Box) : drawn;
  return { box, points: way.points, middle: way.middle, angles: way.angles, d: way.draw(insets, box) };
}

/** The box of the words around a point; null without any. */
export function labelBox({ runs }: ElementData, { x, y }: Point): Box | null {
  if (runs.length === 0) return null;
  const { lines, height } = layoutText(runs, { width: LABEL.width, fontSize: LABEL.fontSize, align: 'center' });
  const widest = Math.max(20, ...lines.map((line) => line.runs.reduce((sum, run) => sum + run.width, 0)));
  return grow({ x: x - widest / 2, y: y - height / 2, width: widest, height }, LABEL.padding);
}

interface Way {
  points: Point[];
  middle: Point;
  angles: [number, number];
  /** Path data counted from the corner of a box, both ends shortened for their heads. */
  draw(insets: readonly [number, number], box: Box): string;
}

function straight(from: EndAt, to: EndAt): Way {
  const p = from.box && !from.side ? edgeTowards(from.box, to.point) : from.point;
  const q = to.box && !to.side ? edgeTowards(to.box, from.point) : to.point;
  return pieces([p, q], 0);
}

function elbow(from: EndAt, to: EndAt): Way {
  const [a, b] = exitsOf(from, to);
  return pieces(elbowPoints(a, b), CORNER);
}

/** A line of straight pieces with round corners. */
function pieces(points: Point[], radius: number): Way {
  const [first, second] = [points[0] as Point, points[1] as Point];
  const [last, beforeLast] = [points.at(-1) as Point, points.at(-2) as Point];
  const angles: [number, number] = [angleOf(second, first), angleOf(beforeLast, last)];
  return {
    points,
    middle: halfWay(points),
    angles,
    draw: (insets, { x, y }) => {
      const drawn = [back(first, angles[0], insets[0]), ...points.slice(1, -1), back(last, angles[1], insets[1])];
      return roundedPath(
        drawn.map((point) => ({ x: point.x - x, y: point.y - y })),
        radius,
      );
    },
  };
}

function curved(from: EndAt, to: EndAt): Way {
  const [a, b] = exitsOf(from, to);
  const bow = Math.min(320, Math.max(30, Math.hypot(b.point.x - a.point.x, b.point.y - a.point.y) * 0.45));
  const control = ({ point, side }: Exit, inset = 0): Point => {
    const out = outwards(side);
    return { x: point.x + out.x * (bow + inset), y: point.y + out.y * (bow + inset) };
  };
  const [p, c, d, q] = [a.point, control(a), control(b), b.point];
  const points = Array.from({ length: CURVE_PIECES + 1 }, (_, index) => cubic(p, c, d, q, index / CURVE_PIECES));
  const angles: [number, number] = [angleOf(c, p), angleOf(d, q)];
  return {
    points,
    middle: cubic(p, c, d, q, 0.5),
    angles,
    draw: (insets, { x, y }) => {
      const [start, end] = [back(p, angles[0], insets[0]), back(q, angles[1], insets[1])];
      const at = (point: Point): string => `${tenth(point.x - x)} ${tenth(point.y - y)}`;
      return `M${at(start)}C${at(c)} ${at(d)} ${at(end)}`;
    },
  };
}

/** Ends that are bound to no side take those that look at each other. */
function exitsOf(from: EndAt, to: EndAt): [Exit, Exit] {
  const [a, b] = [boxOf(from), boxOf(to)];
  const gapX = Math.max(b.x - a.x - a.width, a.x - b.x - b.width);
  const gapY = Math.max(b.y - a.y - a.height, a.y - b.y - b.height);
  const level = gapX >= gapY;
  const [one, other] = [centreOf(a), centreOf(b)];
  const ahead: Side = level ? (other.x >= one.x ? 'right' : 'left') : other.y >= one.y ? 'bottom' : 'top';
  return [exit(from, from.side ?? ahead), exit(to, to.side ?? OPPOSITE_SIDE[ahead])];
}

function exit({ point, box }: EndAt, side: Side): Exit {
  return { point: box ? sidePoint(box, side) : point, side, box };
}

function boxOf({ point, box }: EndAt): Box {
  return box ?? { ...point, width: 0, height: 0 };
}

/** Where the line from a box's middle to a point leaves the box. */
function edgeTowards(box: Box, point: Point): Point {
  const middle = centreOf(box);
  const [dx, dy] = [point.x - middle.x, point.y - middle.y];
  const most = Math.max(Math.abs(dx) / (box.width / 2), Math.abs(dy) / (box.height / 2));
  if (most <= 1) return middle;
  return { x: middle.x + dx / most, y: middle.y + dy / most };
}

function angleOf(from: Point, to: Point): number {
  return Math.atan2(to.y - from.y, to.x - from.x);
}

function back({ x, y }: Point, angle: number, by: number): Point {
  return { x: x - Math.cos(angle) * by, y: y - Math.sin(angle) * by };
}

function cubic(p: Point, c: Point, d: Point, q: Point, t: number): Point {
  const s = 1 - t;
  const [w0, w1, w2, w3] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return { x: w0 * p.x + w1 * c.x + w2 * d.x + w3 * q.x, y: w0 * p.y + w1 * c.y + w2 * d.y + w3 * q.y };
}

function halfWay(points: readonly Point[]): Point {
  const lengths = points.slice(1).map((point, index) => {
    const before = points[index] as Point;
    return Math.hypot(point.x - before.x, point.y - before.y);
  });
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [index, length] of lengths.entries()) {
    const [a, b] = [points[index] as Point, points[index + 1] as Point];
    if (rest <= length && length > 0) {
      return { x: a.x + ((b.x - a.x) * rest) / length, y: a.y + ((b.y - a.y) * rest) / length };
    }
    rest -= length;
  }
  return points[0] as Point;
}

function roundedPath(points: readonly Point[], radius: number): string {
  let d = '';
  for (const [index, point] of points.entries()) {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before) d += `M${tenth(point.x)} ${tenth(point.y)}`;
    else if (!after) d += `L${tenth(point.x)} ${tenth(point.y)}`;
    else {
      const most = Math.min(radius, lengthOf(before, point) / 2, lengthOf(point, after) / 2);
      const start = back(point, angleOf(before, point), most);
      const end = back(point, angleOf(after, point), most);
      d += `L${tenth(start.x)} ${tenth(start.y)}Q${tenth(point.x)} ${tenth(point.y)} ${tenth(end.x)} ${tenth(end.y)}`;
    }
  }
  return d;
}

function lengthOf(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

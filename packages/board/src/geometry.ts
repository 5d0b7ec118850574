/** A rectangle along the axes, board units unless said otherwise. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** Smallest box around several; null for none. */
export function boxAround(boxes: Iterable<Box>): Box | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The same box, wider on every side. */
export function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** Do they share at least a point? */
export function overlaps(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/** Is `inner` wholly in `outer`? */
export function containsBox(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

export function containsPoint(box: Box, point: Point): boolean {
  return point.x >= box.x && point.y >= box.y && point.x <= box.x + box.width && point.y <= box.y + box.height;
}

export function centreOf(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Tenths of a unit: finer than anybody can point, and short in a document. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A point turned about another by degrees, clockwise as seen. */
export function turned(point: Point, about: Point, degrees: number): Point {
  if (degrees === 0) return point;
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [dx, dy] = [point.x - about.x, point.y - about.y];
  return { x: about.x + dx * cos - dy * sin, y: about.y + dx * sin + dy * cos };
}

/** The corners of a box turned about its middle: from the upper left around. */
export function cornersOf(box: Box, degrees = 0): [Point, Point, Point, Point] {
  const middle = centreOf(box);
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const corner = (x: number, y: number): Point => turned({ x, y }, middle, degrees);
  return [corner(box.x, box.y), corner(right, box.y), corner(right, bottom), corner(box.x, bottom)];
}

/** The smallest box along the axes around a box turned about its middle. */
export function boundsOf(box: Box, degrees = 0): Box {
  if (degrees % 360 === 0) return box;
  const corners = cornersOf(box, degrees);
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

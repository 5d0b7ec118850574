import type { Box } from './geometry.ts';
import type { BoardElement, BoardModel } from './model.ts';
import { isFrame } from './kind.ts';
import { compareOrder } from './order.ts';

/** An element with what stands in it, in the order in which a person would read the board. */
export interface ReadingNode {
  element: BoardElement;
  children: ReadingNode[];
}

/**
 * The board as a tree to be read: frames first, by their order, since their order is the workshop's; then what
 * stands loose, in rows from the top, each from the left.
 */
export function readingOrder(model: BoardModel): ReadingNode[] {
  const seen = new Set<string>();
  return nodesOf(model, null, seen);
}

/** All elements one after another, as a person would read the board. */
export function inReadingOrder(model: BoardModel): BoardElement[] {
  const visit = ({ element, children }: ReadingNode): BoardElement[] => [element, ...children.flatMap(visit)];
  return readingOrder(model).flatMap(visit);
}

function nodesOf(model: BoardModel, frame: string | null, seen: Set<string>): ReadingNode[] {
  const children = model.childrenOf(frame).filter(({ id }) => !seen.has(id));
  for (const { id } of children) seen.add(id);
  return asRead(model, children).map((element) => ({ element, children: nodesOf(model, element.id, seen) }));
}

/** An element among those in the same frame, as they are read. */
export function readingSiblings(model: BoardModel, id: string): BoardElement[] {
  const frame = model.get(id)?.place.frame ?? null;
  return asRead(model, model.childrenOf(frame !== null && model.get(frame) ? frame : null));
}

function asRead(model: BoardModel, children: readonly BoardElement[]): BoardElement[] {
  const loose = inRows(
    children.filter(({ id }) => !isFrame(model.kindOf(id))),
    (child) => model.box(child.id) as Box,
  );
  return [...framesAmong(model, children), ...loose];
}

function framesAmong(model: BoardModel, elements: readonly BoardElement[]): BoardElement[] {
  return elements.filter(({ id }) => isFrame(model.kindOf(id))).sort(compareOrder);
}

/** A frame and how many frames stand around it. */
export interface FrameInOrder {
  frame: BoardElement;
  depth: number;
}

/** All frames as they are read: each before those that stand in it. Far cheaper than the whole reading order. */
export function framesInOrder(model: BoardModel): FrameInOrder[] {
  const frames: FrameInOrder[] = [];
  const seen = new Set<string>();
  const visit = (parent: string | null, depth: number): void => {
    for (const frame of framesAmong(model, model.childrenOf(parent))) {
      if (seen.has(frame.id)) continue;
      seen.add(frame.id);
      frames.push({ frame, depth });
      visit(frame.id, depth + 1);
    }
  };
  visit(null, 0);
  return frames;
}

/** Rows top-down, each left to right. Whose middle lies beside the first of a row belongs to that row. */
export function inRows<T>(items: readonly T[], boxOf: (item: T) => Box): T[] {
  const open = items.map((item) => ({ item, box: boxOf(item) })).sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
  const rows: T[] = [];
  for (let start = 0; start < open.length; ) {
    const first = (open[start] as (typeof open)[number]).box;
    let end = start + 1;
    while (end < open.length && middle((open[end] as (typeof open)[number]).box) < first.y + first.height) end++;
    const row = open.slice(start, end).sort((a, b) => a.box.x - b.box.x || a.box.y - b.box.y);
    rows.push(...row.map(({ item }) => item));
    start = end;
  }
  return rows;
}

function middle(box: Box): number {
  return box.y + box.height / 2;
}

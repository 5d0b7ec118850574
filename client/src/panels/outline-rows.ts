import type { BoardElement, BoardModel, ReadingNode } from '@talkoot/board';

/** Siblings shown before the rest is asked for. */
export const PAGE = 150;

/** One line of the outline. */
export interface OutlineRow {
  element: BoardElement;
  level: number;
  /** Position among its siblings, from 1, and how many they are. */
  index: number;
  count: number;
  /** Undefined for what cannot hold others. */
  expanded?: boolean;
}

/** "Show n more" after the siblings of a frame. */
export interface MoreRow {
  more: number;
  frame: string | null;
  level: number;
}

export interface OutlineView {
  collapsed: ReadonlySet<string>;
  /** How many siblings are shown, by frame; {@link PAGE} where nothing is said. */
  shown: ReadonlyMap<string | null, number>;
}

/** The visible lines of the tree, from top to bottom. */
export function rowsOf(nodes: readonly ReadingNode[], model: BoardModel, view: OutlineView): (OutlineRow | MoreRow)[] {
  const rows: (OutlineRow | MoreRow)[] = [];
  const visit = (siblings: readonly ReadingNode[], frame: string | null, level: number): void => {
    const limit = view.shown.get(frame) ?? PAGE;
    siblings.slice(0, limit).forEach(({ element, children }, at) => {
      const container = model.kindOf(element.id)?.container === true;
      const expanded = container ? !view.collapsed.has(element.id) : undefined;
      rows.push({
        element,
        level,
        index: at + 1,
        count: siblings.length,
        ...(expanded === undefined ? {} : { expanded }),
      });
      if (expanded) visit(children, element.id, level + 1);
    });
    if (siblings.length > limit) rows.push({ more: siblings.length - limit, frame, level });
  };
  visit(nodes, null, 1);
  return rows;
}

export function isMore(row: OutlineRow | MoreRow): row is MoreRow {
  return 'more' in row;
}

/** Where a key leads from a line: another line, or a frame to open or close. */
export type Step = { focus: string } | { toggle: string } | null;

/** Movement of a tree by keys, as screen reader users know it. */
export function stepFrom(rows: readonly OutlineRow[], id: string | null, key: string): Step {
  const at = rows.findIndex(({ element }) => element.id === id);
  const row = rows[at];
  if (!row) return rows[0] ? { focus: rows[0].element.id } : null;
  switch (key) {
    case 'ArrowDown':
      return focusOn(rows[at + 1]);
    case 'ArrowUp':
      return focusOn(rows[at - 1]);
    case 'Home':
      return focusOn(rows[0]);
    case 'End':
      return focusOn(rows.at(-1));
    case 'ArrowRight':
      if (row.expanded === false) return { toggle: row.element.id };
      return row.expanded && (rows[at + 1]?.level ?? 0) > row.level ? focusOn(rows[at + 1]) : null;
    case 'ArrowLeft':
      if (row.expanded) return { toggle: row.element.id };
      return focusOn(rows.slice(0, at).findLast(({ level }) => level < row.level));
    default:
      return null;
  }
}

function focusOn(row: OutlineRow | undefined): Step {
  return row ? { focus: row.element.id } : null;
}

import { type BoardModel, type Box, boxAround, grow, isFrame, type ReadingNode, readingOrder } from '@talkoot/board';

/** What of a board is taken: all of it, one frame with what stands in it, or what a person selected. */
export type Taken = { what: 'board' } | { what: 'frame'; id: string } | { what: 'selection'; ids: readonly string[] };

/** Room around what is taken, board units: shadows and lines reach beyond their element's box. */
const MARGIN = 24;

/** Ids of everything that is taken, lowest first. What stands in a taken frame comes with it. */
export function takenIds(model: BoardModel, taken: Taken): string[] {
  const roots = taken.what === 'frame' ? [taken.id] : taken.what === 'selection' ? taken.ids : null;
  if (!roots) return model.sortByRank([...model.all()].map(({ id }) => id));
  const ids = new Set(roots.filter((id) => model.get(id)).flatMap((id) => [id, ...model.descendantsOf(id)]));
  return model.sortByRank([...ids]);
}

/** The same in the order in which a person would read it. */
export function inReadingOrder(model: BoardModel, ids: readonly string[]): string[] {
  const wanted = new Set(ids);
  const found: string[] = [];
  const visit = (nodes: readonly ReadingNode[]): void => {
    for (const { element, children } of nodes) {
      if (wanted.delete(element.id)) found.push(element.id);
      visit(children);
    }
  };
  visit(readingOrder(model));
  return [...found, ...wanted];
}

/** The part of the board that shows these elements whole; a small empty place for none. */
export function viewOf(model: BoardModel, ids: readonly string[]): Box {
  const around = boxAround(ids.map((id) => model.bounds(id)).filter((box) => box !== undefined));
  return grow(around ?? { x: 0, y: 0, width: 100, height: 100 }, MARGIN);
}

/**
 * What is taken, page by page: every outermost frame is a page with what stands in it, in reading order; what stands
 * in none of them shares the last page. Ids are lowest first.
 */
export function pagesOf(model: BoardModel, taken: Taken): string[][] {
  const ids = takenIds(model, taken);
  const inside = new Set(ids);
  const isRoot = (id: string): boolean => {
    const frame = model.get(id)?.place.frame ?? null;
    return frame === null || !inside.has(frame);
  };
  const roots = inReadingOrder(model, ids.filter(isRoot));
  const frames = roots.filter((id) => isFrame(model.kindOf(id)));
  const pages = frames.map((id) => model.sortByRank([id, ...model.descendantsOf(id)]));
  const paged = new Set(pages.flat());
  const loose = ids.filter((id) => !paged.has(id));
  return loose.length > 0 ? [...pages, loose] : pages;
}

import type { KindModel } from './kind.ts';
import type { PlaceLookup } from './frames.ts';

/** What is asked of a board, or of a document. */
interface ItemsView {
  kindOf(id: string): KindModel | undefined;
  placeOf: PlaceLookup;
}

/**
 * What of these elements can be judged: they hold words, own nothing and run between no others. `gathered`: what was
 * gathered is judged as one, and what stands alone by itself.
 */
export function itemsAmong(ids: Iterable<string>, { kindOf, placeOf }: ItemsView, gathered: boolean): string[] {
  const items = new Set<string>();
  for (const id of ids) {
    const kind = kindOf(id);
    if (!kind?.text || kind.container || kind.connects) continue;
    const frame = placeOf(id)?.frame ?? null;
    items.add(gathered && frame !== null && kindOf(frame)?.gathers ? frame : id);
  }
  return [...items];
}

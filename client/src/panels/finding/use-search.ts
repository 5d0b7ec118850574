import { type BoardElement, type BoardModel, framesInOrder, inReadingOrder } from '@talkoot/board';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useCalmVersion } from '../use-calm-version.ts';
import { EMPTY_QUERY, isEmptyQuery, type SearchQuery, search } from './search.ts';

/** The number of hits is told when nobody has typed for so long, ms. */
const TELL_MS = 700;

const NO_HITS: BoardElement[] = [];

export type SearchState = ReturnType<typeof useSearch>;

/** What is looked for, what was found, and which hit is looked at. */
export function useSearch(canvas: CanvasController) {
  const { model } = canvas;
  const version = useCalmVersion(model);
  const [query, setQuery] = useState<SearchQuery>(EMPTY_QUERY);
  const [current, setCurrent] = useState<string | null>(null);
  const asked = useDeferredValue(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model changes inside; its version tells
  const inOrder = useMemo(() => inReadingOrder(model), [model, version]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model changes inside; its version tells
  const choices = useMemo(() => choicesOf(model), [model, version]);
  const hits = useMemo(() => (isEmptyQuery(asked) ? NO_HITS : search(inOrder, model, asked)), [inOrder, model, asked]);
  useOutlines(canvas, hits);
  useTold(hits.length, isEmptyQuery(query));
  const at = hits.findIndex(({ id }) => id === current);
  const ask = (part: Partial<SearchQuery>): void => {
    setQuery({ ...query, ...part });
    setCurrent(null);
  };
  /** The hit so many after the present one; after the last comes the first. */
  const stepped = (step: 1 | -1): BoardElement | undefined =>
    at < 0 ? hits.at(step > 0 ? 0 : -1) : hits[(at + step + hits.length) % hits.length];
  return { query, ask, asksNothing: isEmptyQuery(query), words: asked.words, hits, at, setCurrent, stepped, choices };
}

/** What the filters may be set to on this board. */
function choicesOf(model: BoardModel) {
  const authors = new Set<string>();
  const tags = new Set<string>();
  const kinds = new Set<string>();
  for (const element of model.all()) {
    if (element.author) authors.add(element.author);
    for (const tag of element.tags) tags.add(tag);
    kinds.add(element.kind);
  }
  return { authors, tags: [...tags].sort((a, b) => a.localeCompare(b)), kinds, frames: framesInOrder(model) };
}

/** Hits are outlined on the board for as long as somebody looks for them. */
function useOutlines(canvas: CanvasController, hits: readonly BoardElement[]): void {
  useEffect(() => {
    canvas.found = hits.map(({ id }) => id);
    canvas.scene.refreshActive();
    return () => {
      canvas.found = [];
      canvas.scene.refreshActive();
    };
  }, [canvas, hits]);
}

function useTold(count: number, silent: boolean): void {
  const t = useT();
  const announce = useAnnounce();
  useEffect(() => {
    if (silent) return;
    const timer = setTimeout(() => announce(t('find.hits', { count })), TELL_MS);
    return () => clearTimeout(timer);
  }, [count, silent, t, announce]);
}

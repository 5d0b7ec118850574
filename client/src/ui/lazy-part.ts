import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { allWords } from './words.ts';

const AGAIN_MS = 3_000;

/** What `load` brings; while the server is away it tries again. */
export function untilLoaded<Value>(load: () => Promise<Value>): Promise<Value> {
  return load().catch(() => new Promise((again) => setTimeout(() => again(untilLoaded(load)), AGAIN_MS)));
}

/** Brings with some code the words that it may show, when those of the first picture may not be enough. */
export function withWords<Value>(load: () => Promise<Value>): () => Promise<Value> {
  return async () => (await Promise.all([load(), allWords()]))[0];
}

/**
 * A part of an open page whose code comes when it is first shown. While the server is away it waits, as
 * `React.lazy` does not: there one lost request takes the whole page down with the work on it.
 */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => untilLoaded(withWords(async () => ({ default: await load() }))));
}

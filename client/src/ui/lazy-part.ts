import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

const AGAIN_MS = 3_000;

/**
 * A part of an open page whose code comes when it is first shown. While the server is away it waits, as
 * `React.lazy` does not: there one lost request takes the whole page down with the work on it.
 */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  const untilThere = (): Promise<{ default: ComponentType<Props> }> =>
    load().then(
      (part) => ({ default: part }),
      () => new Promise((again) => setTimeout(() => again(untilThere()), AGAIN_MS)),
    );
  return lazy(untilThere);
}

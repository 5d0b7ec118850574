import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { LoadingState } from '../ui/states.tsx';

/** The code of a page, which comes when it is first shown or ahead of that. */
export class PageCode<Props extends object = object> {
  readonly #load: () => Promise<ComponentType<Props>>;
  #page: ComponentType<Props> | null = null;
  #coming: Promise<void> | null = null;

  constructor(load: () => Promise<ComponentType<Props>>) {
    this.#load = load;
  }

  /** The page when its code is here. */
  get page(): ComponentType<Props> | null {
    return this.#page;
  }

  /** Waits for the code; tries again after it failed. */
  fetch(): Promise<void> {
    this.#coming ??= this.#load()
      .then((page) => {
        this.#page = page;
      })
      .finally(() => {
        this.#coming = null;
      });
    return this.#coming;
  }

  /** Fetches the code before anybody asks for the page; when that fails it is fetched then. */
  fetchAhead(): void {
    if (!this.#page) this.fetch().catch(() => {});
  }
}

/**
 * Shows a page as soon as its code is here. `React.lazy` with Suspense holds back what it shows for 300 ms after its
 * fallback: a page within a page came that much later twice.
 */
export function Page<Props extends object>({ code, props }: { code: PageCode<Props>; props: Props }): ReactNode {
  const [Shown, show] = useState(() => code.page);
  const [failure, fail] = useState<{ error: unknown } | null>(null);
  useEffect(() => {
    if (Shown) return;
    code.fetch().then(
      () => show(() => code.page),
      (error: unknown) => fail({ error }),
    );
  }, [code, Shown]);
  // For the boundary around the pages.
  if (failure) throw failure.error;
  return Shown ? <Shown {...props} /> : <LoadingState />;
}

import { untilLoaded } from './lazy-part.ts';

/** What to fetch when the page has nothing more urgent to do; null once that has begun. */
let waiting: LateCode<unknown>[] | null = [];

/**
 * Code that nobody needs at the first picture: it comes after that, see {@link fetchLateCode}, or as soon as somebody
 * asks. While the server is away it is asked for again.
 */
export class LateCode<Code> {
  readonly #load: () => Promise<Code>;
  #coming: Promise<Code> | null = null;
  #code: Code | null = null;

  constructor(load: () => Promise<Code>) {
    this.#load = load;
    if (waiting) waiting.push(this);
    else whenIdle(this);
  }

  /** The code when it is here. */
  get code(): Code | null {
    return this.#code;
  }

  fetch(): Promise<Code> {
    this.#coming ??= untilLoaded(this.#load).then((code) => {
      this.#code = code;
      return code;
    });
    return this.#coming;
  }
}

/** Fetches all late code, now that what was asked for is on the screen. */
export function fetchLateCode(): void {
  for (const late of waiting ?? []) whenIdle(late);
  waiting = null;
}

function whenIdle(late: LateCode<unknown>): void {
  const fetch = (): void => void late.fetch();
  // Safari knows no idle time.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(fetch, { timeout: 2_000 });
  else setTimeout(fetch, 200);
}

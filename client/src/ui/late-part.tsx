import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { untilLoaded } from './lazy-part.ts';

/** A component whose code comes later; it draws nothing until then. */
export interface LatePart<Props extends object> {
  (props: Props): ReactNode;
  /** Asks for the code, as when somebody points at what will need it. */
  fetch(): void;
}

/** What to fetch when the page has nothing more urgent to do; null once that has begun. */
let waiting: (() => void)[] | null = [];

class LateCode<Props extends object> {
  readonly #load: () => Promise<ComponentType<Props>>;
  part: ComponentType<Props> | null = null;
  #coming: Promise<void> | null = null;

  constructor(load: () => Promise<ComponentType<Props>>) {
    this.#load = load;
  }

  fetch(): Promise<void> {
    this.#coming ??= untilLoaded(this.#load).then((part) => {
      this.part = part;
    });
    return this.#coming;
  }
}

function Late<Props extends object>({ code, props }: { code: LateCode<Props>; props: Props }): ReactNode {
  const [Shown, show] = useState(() => code.part);
  useEffect(() => {
    if (Shown) return undefined;
    let left = false;
    void code.fetch().then(() => {
      if (!left) show(() => code.part);
    });
    return () => {
      left = true;
    };
  }, [code, Shown]);
  return Shown ? <Shown {...props} /> : null;
}

/**
 * A part that nobody needs at the first picture: it comes after that, see {@link fetchLateParts}, or as soon as it is
 * to be shown. While the server is away it is asked for again. Once its code is here it is drawn at once, which
 * `React.lazy` holds back for up to 300 ms.
 */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): LatePart<Props> {
  const code = new LateCode(load);
  const fetch = (): void => void code.fetch();
  if (waiting) waiting.push(fetch);
  else whenIdle(fetch);
  return Object.assign((props: Props) => <Late code={code} props={props} />, { fetch });
}

/** Fetches all late parts, now that what was asked for is on the screen. */
export function fetchLateParts(): void {
  for (const ask of waiting ?? []) whenIdle(ask);
  waiting = null;
}

/** Safari knows no idle time. */
function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: 2_000 });
  else setTimeout(act, 200);
}

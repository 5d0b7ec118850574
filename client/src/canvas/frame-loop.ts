/**
 * One animation frame for everything that draws: however often it is asked, the work runs once in the next frame.
 * The work answers whether it wants another.
 */
export class FrameLoop {
  readonly #work: (now: number) => boolean;
  #handle: number | null = null;
  #stopped = false;

  constructor(work: (now: number) => boolean) {
    this.#work = work;
  }

  request(): void {
    if (this.#handle !== null || this.#stopped) return;
    this.#handle = requestAnimationFrame((now) => {
      this.#handle = null;
      if (this.#work(now)) this.request();
    });
  }

  stop(): void {
    this.#stopped = true;
    if (this.#handle !== null) cancelAnimationFrame(this.#handle);
    this.#handle = null;
  }
}

/** As long as phones themselves take for it. */
const PRESS_MS = 550;
/** A finger is never quite still. CSS pixels. */
const STILL_PX = 10;

/**
 * A finger that stays where it came down asks for the menu. Browsers of iPhones and iPads do not tell of it; others do,
 * a little sooner, and then `stop` is called.
 */
export class LongPress {
  readonly #onPress: (event: PointerEvent) => void;
  #start: PointerEvent | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The finger that asked is still down. */
  #asked = false;

  constructor(onPress: (event: PointerEvent) => void) {
    this.#onPress = onPress;
  }

  begin(event: PointerEvent): void {
    this.stop();
    this.#asked = false;
    if (event.pointerType !== 'touch') return;
    this.#start = event;
    this.#timer = setTimeout(() => {
      this.#start = null;
      this.#asked = true;
      this.#onPress(event);
    }, PRESS_MS);
  }

  moved(event: PointerEvent): void {
    const start = this.#start;
    if (start?.pointerId !== event.pointerId) return;
    if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > STILL_PX) this.stop();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#start = null;
  }

  /** The finger leaves the glass: what browsers make of it, a click, would close the menu. */
  readonly leave = (event: TouchEvent): void => {
    if (this.#asked && event.cancelable) event.preventDefault();
    this.#asked = false;
  };
}

/** Questions asked one after another when the line is new: one of them meets no queue. */
const AT_FIRST = 5;
const SOON_MS = 250;
/** Clocks of computers drift, and are set: then it is asked again. */
const LATER_MS = 30_000;
/** A sample older than this counts no more, however quick it was. */
const STALE_MS = 5 * 60_000;

interface Sample {
  /** Milliseconds that the server's clock is ahead of this one. */
  ahead: number;
  /** Time of the whole way there and back, ms. */
  trip: number;
  at: number;
}

/**
 * What the server's clock says, from questions and answers: of what came back quickest half the way is taken off, so
 * that it is wrong by half of the quickest way at most. Asking and waiting are its owner's.
 */
export class ServerClock {
  readonly #now: () => number;
  #best: Sample | null = null;
  #said = 0;
  readonly #asked = new Map<number, number>();
  #questions = 0;
  #answers = 0;

  /** `now`: this machine's clock, ms. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The server's time, whole ms. */
  now(): number {
    return Math.round(this.#now() + (this.#best?.ahead ?? this.#said));
  }

  /** A line is new: what its first message says is better than nothing. */
  hello(serverTime: number): void {
    this.#said = serverTime - this.#now();
    this.#asked.clear();
    this.#answers = 0;
  }

  /** A question goes out now; its number. */
  ask(): number {
    const number = ++this.#questions;
    this.#asked.set(number, this.#now());
    return number;
  }

  /** Takes an answer; tells in how many ms to ask again. */
  answer(number: number, serverTime: number): number {
    const asked = this.#asked.get(number);
    this.#asked.delete(number);
    const at = this.#now();
    if (asked !== undefined && at >= asked) {
      const trip = at - asked;
      this.#take({ ahead: serverTime - (asked + trip / 2), trip, at });
    }
    return ++this.#answers < AT_FIRST ? SOON_MS : LATER_MS;
  }

  #take(sample: Sample): void {
    const best = this.#best;
    const stale = best !== null && (sample.at - best.at > STALE_MS || contradicts(best, sample));
    if (best === null || stale || sample.trip <= best.trip) this.#best = sample;
  }
}

/** Both cannot be true: one of the clocks was set meanwhile. */
function contradicts(a: Sample, b: Sample): boolean {
  return Math.abs(a.ahead - b.ahead) > (a.trip + b.trip) / 2 + DRIFT_MS;
}

/** What two clocks may come apart between two samples without having been set. */
const DRIFT_MS = 50;

/** Keeps a {@link ServerClock} right over one line. */
export class ClockLine {
  readonly #clock: ServerClock;
  readonly #send: (number: number) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `send` puts a question on the line, or does nothing where there is none. */
  constructor(clock: ServerClock, send: (number: number) => void) {
    this.#clock = clock;
    this.#send = send;
  }

  /** The line is new. */
  begin(serverTime: number): void {
    this.#clock.hello(serverTime);
    this.#ask();
  }

  take(number: number, serverTime: number): void {
    const pause = this.#clock.answer(number, serverTime);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), pause);
  }

  #ask(): void {
    clearTimeout(this.#timer);
    this.#send(this.#clock.ask());
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

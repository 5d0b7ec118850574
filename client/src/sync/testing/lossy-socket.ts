import type { Random } from '@talkoot/testing';

/** How bad the line is. Probabilities per frame. */
export interface LineQuality {
  drop: number;
  duplicate: number;
  reorder: number;
}

/** The line of one person: can be cut, mended and made bad. */
export class Line {
  online = true;
  quality: LineQuality = { drop: 0, duplicate: 0, reorder: 0 };
  readonly counts = { sent: 0, dropped: 0, duplicated: 0, reordered: 0, cuts: 0 };
  readonly #random: Random;
  readonly #sockets = new Set<WebSocket>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** Offline: sockets die and none can be made. */
  cut(): void {
    this.online = false;
    this.counts.cuts++;
    for (const socket of this.#sockets) socket.close();
  }

  mend(): void {
    this.online = true;
  }

  /** A `WebSocket` class over this line, for a provider. */
  socketClass(): typeof WebSocket {
    const line = this;
    return class extends WebSocket {
      #held: Parameters<WebSocket['send']>[0] | null = null;

      constructor(url: string | URL, protocols?: string | string[]) {
        // Port 9 answers nobody: the attempt fails as it does without a network.
        super(line.online ? url : 'ws://127.0.0.1:9', protocols);
        line.#sockets.add(this);
        this.addEventListener('close', () => line.#sockets.delete(this));
      }

      override send(data: Parameters<WebSocket['send']>[0]): void {
        const { quality, counts } = line;
        counts.sent++;
        if (line.#random.chance(quality.drop)) {
          counts.dropped++;
          return;
        }
        if (this.#held === null && line.#random.chance(quality.reorder)) {
          counts.reordered++;
          this.#held = data;
          return;
        }
        super.send(data);
        if (line.#random.chance(quality.duplicate)) {
          counts.duplicated++;
          super.send(data);
        }
        const held = this.#held;
        this.#held = null;
        if (held !== null) super.send(held);
      }
    };
  }
}

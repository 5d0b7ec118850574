import type { Browser } from '../../testing/browser.ts';
import { WireClient } from './wire-client.ts';

/** Somebody who keeps every byte that comes to them, over sockets and HTTP. */
export class Eavesdropper {
  readonly name: string;
  readonly browser: Browser;
  readonly clients: WireClient[] = [];
  readonly answers: string[] = [];

  constructor(name: string, browser: Browser) {
    this.name = name;
    this.browser = browser;
  }

  async listen(room: string, participantId: string): Promise<WireClient> {
    const client = new WireClient(this.browser, room, participantId);
    client.received = [];
    this.clients.push(client);
    await client.connect();
    return client;
  }

  async ask(path: string): Promise<void> {
    this.answers.push((await this.browser.send('GET', path)).text);
  }

  heard(words: string): boolean {
    const needle = Buffer.from(words);
    return (
      this.answers.some((answer) => answer.includes(words)) ||
      this.clients.some((client) => client.received?.some((bytes) => Buffer.from(bytes).includes(needle)))
    );
  }

  get bytes(): number {
    return this.clients.reduce((sum, client) => sum + client.receivedBytes, 0);
  }
}

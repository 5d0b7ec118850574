import { createElement } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { Wire, type WireOptions } from '../../rehearsal/wire.ts';
import type { Browser } from '../../testing/browser.ts';
import { joinAs } from '../../testing/test-server.ts';
import { sticky } from '../gate/testing/bench.ts';

/** The honest client of rehearsals, with what tests write. */
export class WireClient extends Wire {
  addSticky(id: string, text = id, frame: string | null = null): void {
    const made = { ...sticky(id, this.participantId), text };
    const place = { ...made.place, frame };
    this.edit(id, (doc) => createElement(doc, { ...made, place }, ELEMENT_MODELS));
  }
}

interface Place {
  browser(more?: { ip?: string }): Browser;
}

/** A guest with a client of their own, not connected yet. */
export async function guest(
  server: Place,
  workshop: { id: string; joinCode: string },
  name: string,
  { ip, scope = '', ...options }: WireOptions & { ip?: string; scope?: '' | '~mine' | `~group~${string}` } = {
    v1: true,
  },
): Promise<{ browser: Browser; client: WireClient; participantId: string }> {
  const { browser, joined } = await joinAs(server, workshop.joinCode, name, ip);
  const participantId = joined.participant.id;
  const client = new WireClient(browser, workshop.id + scope, participantId, { v1: true, ...options });
  return { browser, client, participantId };
}

/** Waits until something is true; fails with the words given after a time ten times wider than the goal. */
export async function until(what: string, check: () => boolean | Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`did not happen in ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

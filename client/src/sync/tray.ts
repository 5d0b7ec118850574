import { elementsOf, readElement } from '@talkoot/board';
import { formatRoomName } from '@talkoot/protocol';
import type * as Y from 'yjs';
import { DocumentLink, type LinkEnv } from './document-link.ts';
import type { TrayNote } from './session.ts';

/**
 * The facilitators' own document, of which this browser shows the late notes. It is not part of the board's model,
 * and nothing of it stays in the browser: who facilitates today may be a participant tomorrow.
 */
export class Tray {
  readonly #room: string;
  readonly #participantId: string;
  readonly #env: LinkEnv;
  readonly #changed: () => void;
  #link: DocumentLink | null = null;
  #notes: readonly TrayNote[] = [];

  constructor(workshopId: string, participantId: string, env: LinkEnv, changed: () => void) {
    this.#room = formatRoomName({ workshopId, scope: 'backstage' });
    this.#participantId = participantId;
    this.#env = { ...env, openCopy: null };
    this.#changed = changed;
  }

  notes(): readonly TrayNote[] {
    return this.#notes;
  }

  /** Opens it for who runs the workshop and lets go of it for who does not any more. */
  follow(facilitates: boolean): void {
    if (!facilitates) return this.close();
    if (this.#link) return;
    const link = new DocumentLink(this.#room, this.#participantId, this.#env, {
      replaced: (doc) => this.#watch(link, doc),
      hello: () => {},
      direct: () => {},
      lost: () => {},
      changed: () => {},
      ended: () => this.#drop(link),
      // It is only read here: what facilitators do with the notes are commands.
      may: () => ({ allowed: false, reason: 'readOnly' }),
    });
    this.#link = link;
    link.open().then(
      // Let go of while it was opening: what has opened since is closed too.
      () => this.#link === link || link.close(),
      // The server said no: the role has changed just now, and the news of it is on the way.
      () => this.#drop(link),
    );
  }

  #watch(link: DocumentLink, doc: Y.Doc): void {
    const read = (): void => {
      if (this.#link !== link) return;
      this.#notes = notesIn(doc, this.#env.kinds);
      this.#changed();
    };
    elementsOf(doc).observeDeep(read);
    read();
  }

  #drop(link: DocumentLink): void {
    if (this.#link === link) this.close();
    else link.close();
  }

  close(): void {
    const link = this.#link;
    if (!link) return;
    this.#link = null;
    link.close();
    if (this.#notes.length === 0) return;
    this.#notes = [];
    this.#changed();
  }
}

/** Notes with words, in the order they came. */
function notesIn(doc: Y.Doc, kinds: LinkEnv['kinds']): TrayNote[] {
  return [...elementsOf(doc)]
    .flatMap(([id, map]) => readElement(id, map, kinds) ?? [])
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ id, text, author }) => ({ id, text, author }));
}

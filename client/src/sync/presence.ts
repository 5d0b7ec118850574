import { PresenceState, PresenceView } from '@talkoot/protocol';
import { Awareness, applyAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { PresencePort } from './session.ts';

/** Own presence goes out at most this often. */
const SEND_EVERY_MS = 40;

/**
 * Other people on the board. What comes is kept apart from what goes: a y-websocket provider sends everything in
 * its awareness back to the server, so only this person's own state lives there.
 */
export class ClientPresence implements PresencePort {
  /** For the provider: holds this person's state only. */
  readonly own: Awareness;
  readonly #others = new Awareness(new Y.Doc());
  readonly #listeners = new Set<() => void>();
  #views: PresenceView[] | null = null;
  /** States as they were parsed: one cursor of two hundred that moves is one state to parse. */
  readonly #parsed = new WeakMap<object, PresenceView | null>();
  #state: PresenceState = {};
  #timer: ReturnType<typeof setTimeout> | null = null;
  #participantId = '';

  constructor(doc: Y.Doc, state: PresenceState = {}) {
    this.own = new Awareness(doc);
    this.#state = state;
    this.own.setLocalState(state);
    this.#others.setLocalState(null);
    this.#others.on('change', () => {
      this.#views = null;
      for (const listener of this.#listeners) listener();
    });
  }

  /** Whose own cursors are not shown as somebody else's. */
  iAm(participantId: string): void {
    this.#participantId = participantId;
    this.#views = null;
  }

  /** An awareness message of the server. */
  receive(payload: Uint8Array): void {
    applyAwarenessUpdate(this.#others, payload, 'server');
  }

  others(): readonly PresenceView[] {
    this.#views ??= [...this.#others.getStates()]
      .filter(([clientId]) => clientId !== this.own.clientID)
      .map(([, state]) => this.#parse(state))
      .filter((view) => view !== null);
    return this.#views;
  }

  #parse(state: object): PresenceView | null {
    const known = this.#parsed.get(state);
    if (known !== undefined) return known;
    const view = PresenceView.safeParse(state).data ?? null;
    this.#parsed.set(state, view);
    return view;
  }

  /** Everybody of the same name and id in another tab counts as the same person. */
  get participantId(): string {
    return this.#participantId;
  }

  set(part: PresenceState): void {
    this.#state = { ...this.#state, ...part };
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.own.setLocalState(PresenceState.parse(this.#state));
    }, SEND_EVERY_MS);
  }

  /** The line is down: nobody else is known to be here. */
  clear(): void {
    removeAwarenessStates(this.#others, [...this.#others.getStates().keys()], 'offline');
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  destroy(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.own.destroy();
    this.#others.destroy();
  }
}

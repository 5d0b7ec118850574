import { BoardModel, type KindRegistry, UndoList } from '@talkoot/board';
import type { OwnMessage, Refusal, Scope, SessionView } from '@talkoot/protocol';
import type { Verdict } from '@talkoot/rights';
import * as Y from 'yjs';
import { type BoardSession, NOTHING_OWN, type PresencePort, type SaveState, type SessionMe } from './session.ts';

const NOBODY: PresencePort = { others: () => [], set: () => {}, subscribe: () => () => {} };
const REFUSED: Verdict = { allowed: false, reason: 'readOnly' satisfies Refusal };

/** A board to look at, as it was at some time: nothing changes it, nobody else is there. */
export class StillSession implements BoardSession {
  readonly workshopId: string;
  readonly model: BoardModel;
  readonly undo = new UndoList(null);
  readonly presence = NOBODY;
  readonly doc = new Y.Doc();
  readonly #me: SessionMe;
  readonly #view: SessionView;

  /** `beside`: the workshop it is looked at in; `state`: the board as one update. Throws on what is none. */
  constructor(beside: Pick<BoardSession, 'workshopId' | 'me' | 'view'>, state: Uint8Array, kinds: KindRegistry) {
    this.workshopId = beside.workshopId;
    this.#me = { ...beside.me(), role: 'observer' };
    this.#view = beside.view();
    Y.applyUpdate(this.doc, state);
    this.model = new BoardModel(kinds);
    this.model.attach('board', this.doc);
  }

  me(): SessionMe {
    return this.#me;
  }

  view(): SessionView {
    return this.#view;
  }

  console(): null {
    return null;
  }

  health(): null {
    return null;
  }

  own(): OwnMessage {
    return NOTHING_OWN;
  }

  saveState(): SaveState {
    return { kind: 'saved' };
  }

  serverNow(): number {
    return Date.now();
  }

  tray(): readonly [] {
    return [];
  }

  document(scope: Scope): Y.Doc | undefined {
    return scope === 'board' ? this.doc : undefined;
  }

  may(): Verdict {
    return REFUSED;
  }

  edit(): void {}

  unsaved(): readonly [] {
    return [];
  }

  dismissUnsaved(): void {}

  subscribe(): () => void {
    return () => {};
  }

  close(): void {
    this.model.detach('board');
    this.doc.destroy();
  }
}

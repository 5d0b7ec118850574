import { BoardModel, type ElementData, setField, UndoList } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import {
  DEFAULT_RULES,
  type OwnMessage,
  type PresenceState,
  type PresenceView,
  quietSession,
  type Role,
  type Scope,
  type SessionView,
} from '@talkoot/protocol';
import { type BoardView, type Change, decide, type Verdict } from '@talkoot/rights';
import * as Y from 'yjs';
import {
  type BoardSession,
  NOTHING_OWN,
  type PresencePort,
  type SaveState,
  type SessionMe,
  type UnsavedText,
  type Write,
  writeStep,
} from '../sync/session.ts';

/** Presence of a session without a server: others are whoever the page or test says. */
export class LocalPresence implements PresencePort {
  mine: PresenceState = {};
  #others: readonly PresenceView[] = [];
  readonly #listeners = new Set<() => void>();

  others(): readonly PresenceView[] {
    return this.#others;
  }

  setOthers(others: readonly PresenceView[]): void {
    this.#others = others;
    for (const listener of this.#listeners) listener();
  }

  set(part: PresenceState): void {
    this.mine = { ...this.mine, ...part };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/**
 * A workshop in this tab alone: for the gallery, tests of the canvas and the bench. The same rights as with a
 * server, and nothing is stored.
 */
export class LocalSession implements BoardSession {
  readonly workshopId = 'local-gallery';
  readonly model = new BoardModel(ELEMENT_TYPES);
  readonly undo: UndoList;
  readonly presence = new LocalPresence();
  readonly #origin = {};
  readonly #documents = new Map<Scope, Y.Doc>();
  readonly #listeners = new Set<() => void>();
  #me: SessionMe;
  #told: { save: SaveState; unsaved: readonly UnsavedText[] } = { save: { kind: 'saved' }, unsaved: [] };
  #view: SessionView = quietSession('open', DEFAULT_RULES);

  constructor(me: Partial<SessionMe> = {}) {
    this.#me = { participantId: 'aino', name: 'Aino', role: 'facilitator', colour: '#216c8f', ...me };
    this.undo = new UndoList(this.#origin);
    this.replace('board', new Y.Doc());
  }

  /** Puts another document in a scope's place, as a rebase does. */
  replace(scope: Scope, doc: Y.Doc): void {
    const before = this.#documents.get(scope);
    if (before) this.undo.detach(before);
    this.#documents.set(scope, doc);
    this.undo.attach(doc);
    this.model.attach(scope, doc);
    this.#changed();
  }

  me(): SessionMe {
    return this.#me;
  }

  /** From now on the person is this one, in this role. */
  become(participantId: string, role: Role): void {
    this.#me = { ...this.#me, participantId, role };
    this.#changed();
  }

  view(): SessionView {
    return this.#view;
  }

  setView(part: Partial<SessionView>): void {
    this.#view = { ...this.#view, ...part };
    this.#changed();
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
    return this.#told.save;
  }

  /** What is told of the person's work. */
  tellOf(part: Partial<{ save: SaveState; unsaved: readonly UnsavedText[] }>): void {
    this.#told = { ...this.#told, ...part };
    this.#changed();
  }

  serverNow(): number {
    return Date.now();
  }

  tray(): readonly [] {
    return [];
  }

  document(scope: Scope): Y.Doc | undefined {
    return this.#documents.get(scope);
  }

  may(change: Change, scope: Scope = 'board'): Verdict {
    const { state, rules } = this.#view;
    return decide(change, this.#me, { state, rules, scope, kinds: this.model.kinds }, boardView(this.model));
  }

  edit(scope: Scope, write: Write | Iterable<Write>, gesture?: string): void {
    const doc = this.#documents.get(scope);
    if (doc) writeStep(doc, this.undo, write, this.#origin, gesture);
  }

  unsaved(): readonly UnsavedText[] {
    return this.#told.unsaved;
  }

  dismissUnsaved(id: string): void {
    this.tellOf({ unsaved: this.#told.unsaved.filter((words) => words.id !== id) });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  close(): void {
    for (const doc of this.#documents.values()) doc.destroy();
  }
}

function boardView(model: BoardModel): BoardView {
  return { element: (id): ElementData | undefined => model.get(id), deleted: () => undefined };
}

/** Locks elements, or unlocks them: on a real board the server does this. */
export function lockLocally(session: LocalSession, ids: string[], locked: boolean): void {
  session.edit('board', (doc) => {
    for (const id of ids) setField(doc, id, 'locked', locked);
  });
}

import { BoardModel, ROOTS, UndoList } from '@talkoot/board';
import {
  type ConsoleMessage,
  type Direct,
  formatRoomName,
  type HealthView,
  type Hello,
  isFacilitating,
  type OwnMessage,
  type PeopleView,
  type PresenceState,
  quietSession,
  type Scope,
  SessionView,
  type WorkshopView,
} from '@talkoot/protocol';
import { type BoardView, type Change, decide, DocumentView, type Verdict } from '@talkoot/rights';
import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { DocumentLink, type LinkEnv } from './document-link.ts';
import type { LostWords } from './rebase.ts';
import {
  type BoardSession,
  NOTHING_OWN,
  type PresencePort,
  type SaveState,
  type SessionMe,
  type TrayNote,
  type UnsavedText,
  type Write,
  writeStep,
} from './session.ts';
import { ClockLine, ServerClock } from './server-clock.ts';
import { Tray } from './tray.ts';
import { UnsavedTexts } from './unsaved-texts.ts';

/** Work that waits longer than this is called "not saved yet". */
const SLOW_AFTER_MS = 3_000;

/** Origin of this person's own edits, which undo follows. */
const OWN_EDIT = { name: 'own edit' };

/** How a workshop stands until its document says; whether it is a rehearsal never changes. */
type Known = Pick<SessionView, 'state' | 'rules'> & Pick<WorkshopView, 'rehearsal'>;

/** A workshop open in this browser, over one link per document. See {@link BoardSession}. */
export class WorkshopSession implements BoardSession {
  readonly workshopId: string;
  readonly model: BoardModel;
  readonly undo = new UndoList(OWN_EDIT);
  readonly presence: PresencePort;
  readonly #env: LinkEnv;
  readonly #links = new Map<Scope, DocumentLink>();
  readonly #shown = new Map<Scope, Y.Doc>();
  readonly #listeners = new Set<() => void>();
  readonly #presenceListeners = new Set<() => void>();
  readonly #unsaved: UnsavedTexts;
  readonly #tray: Tray;
  #stopPresence: () => void = () => {};
  #unsaid: PresenceState = {};
  #me: SessionMe;
  #view: SessionView;
  /** Judged by until the board is here. */
  readonly #nothing = new Y.Doc();
  #people: PeopleView = { people: [], lobby: [] };
  #joinCode: string | null | undefined;
  #console: ConsoleMessage | null = null;
  #health: HealthView | null = null;
  #own: OwnMessage = NOTHING_OWN;
  /** The group whose document is open, or is being opened. */
  #group: string | null = null;
  readonly #clock: ServerClock;
  readonly #clockLine: ClockLine;
  #ended: Extract<SaveState, { kind: 'ended' }> | null = null;
  #slowTimer: ReturnType<typeof setTimeout> | null = null;
  #saveState: SaveState = { kind: 'saved' };

  constructor(workshopId: string, me: SessionMe, known: Known, env: LinkEnv) {
    this.workshopId = workshopId;
    this.#view = quietSession(known.state, known.rules);
    this.#env = env;
    // In a rehearsal time runs faster, here as at the server.
    this.#clock = new ServerClock(() => env.now() * (known.rehearsal?.speed ?? 1));
    this.#clockLine = new ClockLine(this.#clock, (number) => this.#links.get('board')?.askTime(number));
    this.#me = me;
    this.model = new BoardModel(env.kinds);
    this.#unsaved = new UnsavedTexts(env.memory, `talkoot.unsaved.${me.participantId}.${workshopId}`);
    this.#tray = new Tray(workshopId, me.participantId, env, () => this.#changed());
    this.presence = {
      others: () => this.#board()?.presence.others() ?? [],
      set: (part) => this.#say(part),
      subscribe: (listener) => {
        this.#presenceListeners.add(listener);
        return () => this.#presenceListeners.delete(listener);
      },
    };
  }

  /** What is said before the board is here, as where one looks, is kept for it. */
  #say(part: PresenceState): void {
    const board = this.#board();
    if (board) board.presence.set(part);
    else this.#unsaid = { ...this.#unsaid, ...part };
  }

  #board(): DocumentLink | undefined {
    return this.#shown.has('board') ? this.#links.get('board') : undefined;
  }

  /** Opens a document; the board first, the others when somebody needs them. */
  async open(scope: Scope, groupId?: string): Promise<void> {
    if (this.#links.has(scope)) return;
    const room = formatRoomName({ workshopId: this.workshopId, scope, ...(groupId ? { groupId } : {}) });
    const link = new DocumentLink(room, this.#me.participantId, this.#env, {
      replaced: (doc) => this.#replaced(scope, doc),
      hello: (hello) => this.#hello(hello, scope),
      time: ({ number, serverTime }) => this.#clockLine.take(number, serverTime),
      direct: (message) => this.#direct(message),
      lost: (words) => this.#keep(words),
      changed: () => this.#changed(),
      ended: (reason) => {
        // A group that ended takes nothing else with it.
        if (scope === 'group') return this.#put(scope);
        this.#ended = { kind: 'ended', reason };
        this.#changed();
      },
      may: (change, doc) => this.#decide(change, scope, doc),
    });
    this.#links.set(scope, link);
    try {
      await link.open();
    } catch (error) {
      this.#links.delete(scope);
      throw error;
    }
  }

  /** Opens what the session gives this person beside the board, and puts away what it takes. */
  #followSession(): void {
    if (!this.#shown.has('board') || this.#ended) return;
    const { role } = this.#me;
    const takesPart = role !== 'observer' && role !== 'display';
    // Once anything runs there may be private notes, of this step or an earlier one.
    if (takesPart && this.#view.course.length > 0) this.#openBeside('mine');
    const group = this.#own.groupId ?? this.#own.visits;
    if (this.#group !== null && this.#group !== group) this.#put('group');
    this.#group = group;
    if (group !== null) this.#openBeside('group', group);
  }

  #openBeside(scope: Scope, groupId?: string): void {
    this.open(scope, groupId).catch(() => {
      // Not let in any more, or the line is gone: whatever the session says next asks again.
    });
  }

  /** Puts a document away: it is not this person's any more. */
  #put(scope: Scope): void {
    this.#links.get(scope)?.close();
    this.#links.delete(scope);
    const doc = this.#shown.get(scope);
    this.#shown.delete(scope);
    if (!doc) return;
    this.undo.detach(doc);
    this.model.detach(scope);
    this.#changed();
  }

  #replaced(scope: Scope, doc: Y.Doc): void {
    const before = this.#shown.get(scope);
    if (before) this.undo.detach(before);
    this.#shown.set(scope, doc);
    this.model.attach(scope, doc);
    this.undo.attach(doc);
    if (scope === 'board') {
      doc.getMap(ROOTS.session).observe(() => this.#readView(doc));
      this.#readView(doc);
      this.#stopPresence();
      const presence = this.#links.get('board')?.presence;
      this.#stopPresence = presence?.subscribe(() => this.#presenceChanged()) ?? (() => {});
      presence?.set(this.#unsaid);
      this.#unsaid = {};
    }
    this.#changed();
  }

  #presenceChanged(): void {
    for (const listener of this.#presenceListeners) listener();
  }

  #readView(doc: Y.Doc): void {
    const parsed = SessionView.safeParse(doc.getMap(ROOTS.session).toJSON());
    if (parsed.success) this.#view = parsed.data;
    this.#followSession();
    this.#changed();
  }

  #hello(hello: Hello, scope: Scope): void {
    const { participantId, name, role, colour, serverTime } = hello;
    this.#me = { participantId, name, role, colour };
    if (scope === 'board') this.#clockLine.begin(serverTime);
    this.#tray.follow(isFacilitating(role));
    this.#changed();
  }

  #direct(message: Direct): void {
    if (message.type === 'you') {
      this.#me = { ...this.#me, role: message.role, name: message.name };
      this.#tray.follow(isFacilitating(message.role));
    } else if (message.type === 'people') this.#people = { people: message.people, lobby: message.lobby };
    else if (message.type === 'code') this.#joinCode = message.joinCode;
    else if (message.type === 'console') this.#console = message;
    else if (message.type === 'health') this.#health = message.health;
    else this.#own = message;
    this.#followSession();
    this.#changed();
  }

  #keep(words: readonly LostWords[]): void {
    for (const { text, reason } of words) this.#unsaved.add({ id: nanoid(), text, reason, at: this.#env.now() });
    this.#changed();
  }

  me(): SessionMe {
    return this.#me;
  }

  view(): SessionView {
    return this.#view;
  }

  /** People of the workshop; who waits in the lobby only when one may let them in. */
  people(): PeopleView {
    return this.#people;
  }

  /** A code renewed while the workshop is open; undefined when nothing was heard. */
  joinCode(): string | null | undefined {
    return this.#joinCode;
  }

  console(): ConsoleMessage | null {
    return isFacilitating(this.#me.role) ? this.#console : null;
  }

  health(): HealthView | null {
    return isFacilitating(this.#me.role) ? this.#health : null;
  }

  own(): OwnMessage {
    return this.#own;
  }

  saveState(): SaveState {
    return this.#saveState;
  }

  serverNow(): number {
    return this.#clock.now();
  }

  tray(): readonly TrayNote[] {
    return this.#tray.notes();
  }

  document(scope: Scope): Y.Doc | undefined {
    return this.#shown.get(scope);
  }

  may(change: Change, scope: Scope = 'board'): Verdict {
    const doc = this.#shown.get(scope) ?? (scope === 'board' ? this.#nothing : undefined);
    return doc ? this.#decide(change, scope, doc) : { allowed: false, reason: 'readOnly' };
  }

  #decide(change: Change, scope: Scope, doc: Y.Doc): Verdict {
    const { state, rules, rights, paused, step } = this.#view;
    const inForce = { state, rules, step: rights, paused, writing: step?.writing ?? null };
    return decide(change, this.#me, { ...inForce, scope, kinds: this.#env.kinds }, this.#viewOf(scope, doc));
  }

  /** Frames named from another scope stand on the board. */
  #viewOf(scope: Scope, doc: Y.Doc): BoardView {
    const own = new DocumentView(doc);
    const board = scope === 'board' ? undefined : this.#shown.get('board');
    if (!board) return own;
    const shared = new DocumentView(board);
    return {
      element: (id) => own.element(id) ?? shared.element(id),
      deleted: () => undefined,
      countIn: (frames) => own.countIn(frames),
    };
  }

  edit(scope: Scope, write: Write | Iterable<Write>, gesture?: string): void {
    const doc = this.#shown.get(scope);
    if (doc) writeStep(doc, this.undo, write, OWN_EDIT, gesture);
  }

  unsaved(): readonly UnsavedText[] {
    return this.#unsaved.all();
  }

  dismissUnsaved(id: string): void {
    this.#unsaved.remove(id);
    this.#changed();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    this.#saveState = this.#computeSaveState();
    for (const listener of this.#listeners) listener();
  }

  #computeSaveState(): SaveState {
    if (this.#ended) return this.#ended;
    const states = [...this.#shown.keys()]
      .map((scope) => this.#links.get(scope)?.state())
      .filter((state) => state !== undefined);
    const waiting = states.reduce((sum, state) => sum + state.waiting, 0);
    if (states.some((state) => !state.connected)) return { kind: 'offline', waiting };
    if (waiting === 0) return { kind: 'saved' };
    const since = Math.min(...states.map((state) => state.waitingSince ?? Number.POSITIVE_INFINITY));
    const slowIn = since + SLOW_AFTER_MS - this.#env.now();
    if (slowIn <= 0) return { kind: 'notSavedYet' };
    this.#slowTimer ??= setTimeout(() => {
      this.#slowTimer = null;
      this.#changed();
    }, slowIn);
    return { kind: 'saving' };
  }

  close(): void {
    if (this.#slowTimer) clearTimeout(this.#slowTimer);
    this.#clockLine.stop();
    this.#stopPresence();
    for (const link of this.#links.values()) link.close();
    this.#tray.close();
    for (const scope of this.#shown.keys()) this.model.detach(scope);
    this.#listeners.clear();
  }
}

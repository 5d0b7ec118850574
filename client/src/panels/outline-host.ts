import { type BoardModel, type Box, boxAround, type Point, type Size } from '@talkoot/board';
import { ELEMENT_TYPES, type ElementType } from '@talkoot/elements';
import type { Refusal } from '@talkoot/protocol';
import type { Verdict } from '@talkoot/rights';
import { type ClipboardHost, ElementClipboard } from '../canvas/element-clipboard.ts';
import type { ImagePort } from '../canvas/paint/pictures.ts';
import { Selection } from '../canvas/selection.ts';
import { mayWrite } from '../sync/actions.ts';
import { freeSpot } from '../sync/actions-move.ts';
import type { AddResult } from '../sync/actions-add.ts';
import { finishWords } from '../sync/controls.ts';
import type { BoardSession } from '../sync/session.ts';
import type { ActionHost } from './selection-actions.ts';

/** What the outline needs of whoever shows it. */
export interface OutlinePort {
  images: ImagePort;
  onRefused(reason: Refusal): void;
  /** There is no room for more than this many letters. */
  onWordsFull(limit: number): void;
}

/** Room between what is there and what is added outside frames, board units. */
const GAP = 40;
const NOTE: Size = { width: 160, height: 160 };

/**
 * The outline's state outside React: what is selected, what is edited, what was copied. It does for the same actions
 * what the canvas' controller does there, and needs no canvas.
 */
export class OutlineHost implements ActionHost, ClipboardHost {
  readonly session: BoardSession;
  readonly types = ELEMENT_TYPES;
  readonly selection = new Selection();
  readonly clipboard: ElementClipboard;
  /** The line that is read: new elements stand in its frame, or in the frame that it is. */
  active: string | null = null;
  /** What was asked of the last action was not allowed. */
  refused = false;
  readonly #port: () => OutlinePort;
  readonly #isOurs: (event: Event) => boolean;
  readonly #listeners = new Set<() => void>();
  #editing: string | null = null;
  #asking: string | null = null;
  #storing = 0;
  #version = 0;

  constructor(session: BoardSession, port: () => OutlinePort, isOurs: (event: Event) => boolean) {
    this.session = session;
    this.#port = port;
    this.#isOurs = isOurs;
    this.clipboard = new ElementClipboard(this, {
      isOurs: (event) => this.#isOurs(event),
      spot: () => this.spotFor(NOTE),
    });
  }

  /** Begins to follow the selection and the board. Answers how to stop. */
  start(document: Document): () => void {
    const stop = new AbortController();
    this.clipboard.listen(document, stop.signal);
    const stops = [
      this.selection.subscribe(() => {
        this.session.presence.set({ selection: [...this.selection.ids].slice(0, 50) });
        this.#changed();
      }),
      this.model.subscribe(({ removed }) => this.selection.prune(removed)),
    ];
    return () => {
      stop.abort();
      for (const one of stops) one();
      this.session.presence.set({ selection: null, editing: null });
    };
  }

  get model(): BoardModel {
    return this.session.model;
  }

  get images(): ImagePort {
    return this.#port().images;
  }

  /** The element whose words are open. */
  get editing(): string | null {
    return this.#editing;
  }

  /** The new element that asks for the words its kind wants. */
  get asking(): string | null {
    return this.#asking;
  }

  set asking(id: string | null) {
    this.#asking = id;
    this.#changed();
  }

  /** Images on their way to the server. */
  get storing(): number {
    return this.#storing;
  }

  set storing(count: number) {
    this.#storing = count;
    this.#changed();
  }

  typeOf(id: string): ElementType | undefined {
    const element = this.model.get(id);
    return element && this.types.get(element.kind);
  }

  /** Reports a refusal to the person; answers whether it was allowed. */
  tell(verdict: Verdict | AddResult): boolean {
    this.refused = !verdict.allowed;
    if (!verdict.allowed) this.#port().onRefused(verdict.reason);
    return verdict.allowed;
  }

  tellFull(limit: number): void {
    this.#port().onWordsFull(limit);
  }

  /** Opens the words of an element, if the person may change them. */
  edit(id: string): boolean {
    if (!this.model.kindOf(id)?.text || !this.tell(mayWrite(this.session, id))) return false;
    this.selection.set([id]);
    this.#setEditing(id);
    return true;
  }

  stopEditing(): void {
    if (this.#editing !== null) finishWords(this.session, this.#editing);
    this.#setEditing(null);
  }

  #setEditing(id: string | null): void {
    this.#editing = id;
    this.session.presence.set({ editing: id });
    this.#changed();
  }

  /** Here nothing moves by itself. */
  takeView(): void {}

  /** The frame in which new elements stand: the one that is read, or that of the element that is read. */
  get frame(): string | null {
    const element = this.active === null ? undefined : this.model.get(this.active);
    if (!element) return null;
    if (this.model.kindOf(element.id)?.container) return element.id;
    const { frame } = element.place;
    return frame !== null && this.model.get(frame) ? frame : null;
  }

  /** Where the middle of something new comes: the next free spot of the frame, else below everything. */
  spotFor(size: Size): Point {
    const corner = this.#cornerFor(size);
    return { x: corner.x + size.width / 2, y: corner.y + size.height / 2 };
  }

  #cornerFor(size: Size): Point {
    const { frame } = this;
    if (frame !== null) return freeSpot(this.model, frame, size);
    const around = this.#around();
    return around ? { x: around.x, y: around.y + around.height + GAP } : { x: 0, y: 0 };
  }

  /** Where the middle of a new area comes: to the right of everything. */
  spotForArea(size: Size): Point {
    const around = this.#around();
    const corner = around ? { x: around.x + around.width + GAP, y: around.y } : { x: 0, y: 0 };
    return { x: corner.x + size.width / 2, y: corner.y + size.height / 2 };
  }

  #around(): Box | undefined {
    const boxes = this.model.childrenOf(null).map(({ id }) => this.model.box(id));
    return boxAround(boxes.filter((box) => box !== undefined)) ?? undefined;
  }

  /** Grows with every change; what React compares. */
  get version(): number {
    return this.#version;
  }

  #changed(): void {
    this.#version++;
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

import { type BoardModel, type Box, boxAround, type KindRegistry, type Point, type Side } from '@talkoot/board';
import type { ElementType } from '@talkoot/elements';
import type { Refusal } from '@talkoot/protocol';
import type { Verdict } from '@talkoot/rights';
import { mayWrite } from '../sync/actions.ts';
import { type AddResult, addElement, type Addition } from '../sync/actions-add.ts';
import { appendWords, finishWords, setControl } from '../sync/controls.ts';
import type { BoardSession } from '../sync/session.ts';
import { LateCode } from '../ui/late-code.ts';
import type { WordsEditing } from './editor/quill-editor.ts';
import type { ElementClipboard } from './element-clipboard.ts';
import { Camera, type CameraState, type Viewport } from './camera.ts';
import type { DrawnNames } from './names.ts';
import { Pens } from './pens.ts';
import { People } from './people.ts';
import type { Overlay } from './overlay.ts';
import type { ElementPainter } from './paint/element-painter.ts';
import { type ImagePort, Pictures } from './paint/pictures.ts';
import type { Scene } from './scene/scene.ts';
import type { Guide } from './tools/snapping.ts';
import { Selection } from './selection.ts';

const PICK_IMAGES = new LateCode(async () => (await import('./images.ts')).pickImages);

/** What the pointer does: select, move the view, point, wipe lines away, or put down or draw a new element of a kind. */
export type Tool = 'select' | 'hand' | 'laser' | 'eraser' | ElementType;

/** The tools stand at the lower edge: nothing is fitted under them. Screen pixels. */
const BARS = 64;

export interface ControllerParts {
  session: BoardSession;
  types: KindRegistry<ElementType>;
  painter: ElementPainter;
  names: DrawnNames;
  onRefused(reason: Refusal): void;
  /** Something needed from the server did not come. */
  onUnreachable(): void;
  /** An element's words are as long as they may be, in letters. */
  onWordsFull(limit: number): void;
  /** The person asks for the list of keys. */
  onHelp(): void;
  images: ImagePort;
  /** The person wants elements as a file; without it nobody offers that. */
  onExport?(ids: string[]): void;
}

/**
 * The canvas' state outside React: tool, selection, camera, what is edited. Tools, keys and bars act through it;
 * listeners (React) hear when any of it changes.
 */
export class CanvasController {
  readonly session: BoardSession;
  readonly types: KindRegistry<ElementType>;
  readonly painter: ElementPainter;
  readonly names: DrawnNames;
  readonly camera = new Camera();
  readonly selection = new Selection();
  readonly people: People;
  /** With what is drawn by hand. */
  readonly pens = new Pens();
  readonly #onRefused: (reason: Refusal) => void;
  readonly onUnreachable: () => void;
  readonly onWordsFull: (limit: number) => void;
  readonly onHelp: () => void;
  readonly images: ImagePort;
  readonly onExport: ((ids: string[]) => void) | undefined;
  readonly #listeners = new Set<() => void>();
  #stops: (() => void)[] = [];
  #scene: Scene | null = null;
  #tool: Tool = 'select';
  #editing: string | null = null;
  #writing: WordsEditing | null = null;
  #asksLink = false;
  #storing = 0;
  #acting = false;
  #version = 0;
  /** The view shows everything as it arrives, until somebody looks elsewhere. */
  #followsAll = true;
  #fitted: CameraState | null = null;
  #corner: (() => Viewport) | null = null;
  #looked: { id: string; camera: CameraState } | null = null;
  #elementsSeen = 0;
  /** What a search found: outlined on the board. */
  found: readonly string[] = [];
  /** Box being drawn by the pointer, board units. */
  marquee: Box | null = null;
  /** This person draws with a stylus: fingers move the view then. */
  stylusSeen = false;
  /** Frame into which the dragged elements would fall. */
  dropFrame: string | null = null;
  /** What the end of a line that is being drawn would hang on. */
  linkTarget: { element: string; side: Side | null } | null = null;
  /** Lines on which what is dragged lies even with others. */
  guides: readonly Guide[] = [];
  /** Where the menu of what is selected is open, on the canvas in CSS pixels. */
  menuAt: Point | null = null;
  /** Set by tools; the host shows it. */
  cursor = 'default';
  /** Copy and paste, once the canvas listens. */
  clipboard: ElementClipboard | null = null;
  /** What lies over the board; null until the code of input is here. */
  overlay: Overlay | null = null;
  /** The new element that asks for the words its kind wants. */
  asking: string | null = null;
  /** What was typed before the editor's code was there, for it to begin with. */
  typedAhead = '';

  constructor(parts: ControllerParts) {
    this.session = parts.session;
    this.types = parts.types;
    this.painter = parts.painter;
    this.names = parts.names;
    this.#onRefused = parts.onRefused;
    this.onUnreachable = parts.onUnreachable;
    this.onWordsFull = parts.onWordsFull;
    this.onHelp = parts.onHelp;
    this.images = parts.images;
    this.painter.isPrivate = (id) => this.model.get(id)?.scope === 'mine';
    this.painter.pictures = new Pictures(parts.images.url, (elements) => {
      for (const id of elements) this.#scene?.repaint(id);
      this.#scene?.refreshActive();
    });
    this.onExport = parts.onExport;
    this.people = new People(this);
  }

  /** Begins to follow the session; may be called again after `stop`. */
  start(): void {
    this.#stops = [
      this.selection.subscribe(() => this.#selectionChanged()),
      this.camera.subscribe(() => this.#cameraChanged()),
      this.model.subscribe(({ removed }) => this.#modelChanged(removed)),
      this.people.follow(),
      this.session.subscribe(() => this.#sessionChanged()),
    ];
  }

  /** Private notes are about to come to the board: what is written in them now is whole. */
  #sessionChanged(): void {
    const leaves = this.session.view().reveal !== null;
    if (leaves && this.editing && this.model.get(this.editing)?.scope === 'mine') this.stopEditing();
  }

  get model(): BoardModel {
    return this.session.model;
  }

  /** Set by the host as soon as there is something to draw on. */
  get scene(): Scene {
    if (!this.#scene) throw new Error('The canvas has no scene yet');
    return this.#scene;
  }

  set scene(scene: Scene) {
    this.#scene = scene;
  }

  get tool(): Tool {
    return this.#tool;
  }

  set tool(tool: Tool) {
    if (this.#tool === tool) return;
    if (typeof tool !== 'string' && tool.placing === 'file') {
      void PICK_IMAGES.fetch().then((pickImages) => pickImages(this));
      return;
    }
    this.#tool = tool;
    if (tool !== 'select') this.stopEditing();
    if (this.inks) this.selection.clear();
    this.changed();
  }

  /** Is the tool one of those for drawing by hand, which stay in the hand after each line? */
  get inks(): boolean {
    return typeof this.#tool === 'string' ? this.#tool === 'eraser' : this.#tool.strokes !== undefined;
  }

  /** Takes up a kind's pen by its position. */
  takePen(type: ElementType, at: number): void {
    this.pens.take(type, at);
    this.tool = type;
    this.changed();
  }

  /** The pen in hand draws like this from now on. */
  choosePen(type: ElementType, field: string, value: unknown): void {
    this.pens.choose(type, field, value);
    this.changed();
  }

  /** Images that are on their way to the server. */
  get storing(): number {
    return this.#storing;
  }

  set storing(count: number) {
    this.#storing = count;
    this.changed();
  }

  get editing(): string | null {
    return this.#editing;
  }

  /** The open editor, once its code is there. */
  get writing(): WordsEditing | null {
    return this.#writing;
  }

  set writing(writing: WordsEditing | null) {
    this.#writing = writing;
    this.#asksLink = false;
    this.changed();
  }

  /** The field for the address of a link is open. */
  get asksLink(): boolean {
    return this.#asksLink;
  }

  askLink(asks: boolean): void {
    this.#asksLink = asks && this.#writing?.formats.includes('link') === true;
    this.changed();
  }

  typeOf(id: string): ElementType | undefined {
    const element = this.model.get(id);
    return element && this.types.get(element.kind);
  }

  /** Opens the editor on an element's words, if the person may change them. */
  edit(id: string, typedAhead = ''): boolean {
    const type = this.typeOf(id);
    if (!type?.text) return false;
    if (!this.tell(mayWrite(this.session, id))) return false;
    this.stopEditing();
    this.selection.set([id]);
    this.typedAhead = typedAhead;
    this.#editing = id;
    this.painter.editing = id;
    this.session.presence.set({ editing: id });
    this.#scene?.repaint(id);
    this.#scene?.refreshActive();
    this.changed();
    return true;
  }

  /** Closes the editor; an element that is nothing but words and has none left goes away. */
  stopEditing(): void {
    const id = this.#editing;
    if (!id) return;
    this.#editing = null;
    this.painter.editing = null;
    this.session.presence.set({ editing: null });
    // The editor never came, as on a lost line: what was typed for it is written all the same.
    if (this.typedAhead) appendWords(this.session, id, this.typedAhead);
    this.typedAhead = '';
    finishWords(this.session, id);
    this.#scene?.repaint(id);
    this.#scene?.refreshActive();
    this.changed();
  }

  /** Puts a new element down, selects it and opens its words. */
  add(addition: Addition, openWords = true): AddResult {
    const result = addElement(this.session, addition);
    if (!this.tell(result)) return result;
    this.#tool = 'select';
    const id = result.allowed ? result.ids[0] : undefined;
    if (id) {
      this.selection.set([id]);
      if (openWords) this.edit(id);
    }
    this.changed();
    return result;
  }

  /** A new element of a kind in the middle of the view, for people who do not point; null: files are asked for first. */
  addInView(type: ElementType): AddResult | null {
    if (type.placing === 'file') {
      void PICK_IMAGES.fetch().then((pickImages) => pickImages(this));
      return null;
    }
    const { x, y, width, height } = this.camera.view();
    const only = this.selection.only;
    const frame = only && this.model.kindOf(only)?.container && !type.container ? only : undefined;
    const area = frame ? (this.model.box(frame) as Box) : { x, y, width, height };
    const at = this.freePoint({ x: area.x + area.width / 2, y: area.y + area.height / 2 }, type);
    return this.add({ type, at, ...(frame ? { frame } : {}) });
  }

  /** A point near this one where a new element would not hide another of the same kind. */
  freePoint(at: Point, type: ElementType): Point {
    const { width, height } = type.defaults.size;
    let point = at;
    for (let step = 0; step < 40; step++) {
      const box = { x: point.x - width / 2, y: point.y - height / 2, width, height };
      const hides = this.scene.index.search(box).some((id) => this.model.get(id)?.kind === type.kind);
      if (!hides) return point;
      point = { x: point.x + 20, y: point.y + 20 };
    }
    return point;
  }

  /** Moves the view just enough to show an element. */
  reveal(id: string): void {
    const box = this.model.box(id);
    if (!box) return;
    const view = this.camera.view();
    const margin = 40 / this.camera.zoom;
    const dx = outside(box.x - margin, box.width + 2 * margin, view.x, view.width);
    const dy = outside(box.y - margin, box.height + 2 * margin, view.y, view.height);
    if (dx !== 0 || dy !== 0) this.camera.set({ ...this.camera.state, x: view.x + dx, y: view.y + dy });
  }

  /** Shows everything. */
  fit(): void {
    this.#followsAll = true;
    this.#fitNow();
  }

  /** Something stands in the lower right corner of the view, as large as `measure` says; null: no more. */
  takeCorner(measure: (() => Viewport) | null): void {
    this.#corner = measure;
    if (measure && this.#followsAll && this.#fitted !== null) this.#fitNow();
  }

  #fitNow(): void {
    if (!this.camera.ready) return;
    const boxes: Box[] = [];
    for (const { id } of this.model.all()) {
      const box = this.model.box(id);
      if (box) boxes.push(box);
    }
    const around = boxAround(boxes);
    if (around) this.camera.fit(around, 56, 1, { foot: BARS, corner: this.#corner?.() });
    else this.camera.set({ x: -this.camera.viewport.width / 2, y: -this.camera.viewport.height / 2, zoom: 1 });
    this.#fitted = this.camera.state;
  }

  /** Shows one element as large as the view allows, below a bar of `head` px. */
  lookAt(id: string, head = 0): void {
    const box = this.model.box(id);
    if (!box) return;
    this.show(box, 1, head);
    this.#looked = { id, camera: this.camera.state };
    this.changed();
  }

  /** The element that {@link lookAt} showed, for as long as the view stays there. */
  get lookedAt(): string | null {
    return this.#looked?.camera === this.camera.state ? this.#looked.id : null;
  }

  /** Shows a box whole, with less air around on a small screen. */
  show(box: Box, maxZoom = 1, head = 0): void {
    this.takeView();
    this.camera.fit(box, Math.min(72, this.camera.viewport.width / 20), maxZoom, { foot: BARS, head });
  }

  /** Shows one element and selects it. */
  zoomTo(id: string): void {
    this.lookAt(id);
    this.selection.set([id]);
  }

  selectAll(): void {
    const ids: string[] = [];
    for (const { id } of this.model.all()) ids.push(id);
    this.selection.set(ids);
  }

  setField(field: string, value: unknown): void {
    this.tell(setControl(this.session, this.selection.ids, field, value));
  }

  /** Reports a refusal to the person; answers whether it was allowed. */
  tell(verdict: Verdict | AddResult): boolean {
    if (!verdict.allowed) this.#onRefused(verdict.reason);
    return verdict.allowed;
  }

  /** Opens the menu of what is selected at a point of the canvas, or closes it. */
  openMenu(at: Point | null): void {
    this.menuAt = at;
    this.changed();
  }

  /** Something is being dragged, pulled, drawn or panned: what is offered for a selection would be in the way. */
  get acting(): boolean {
    return this.#acting;
  }

  set acting(acting: boolean) {
    if (this.#acting === acting) return;
    this.#acting = acting;
    this.changed();
  }

  setCursor(cursor: string): void {
    if (this.cursor === cursor) return;
    this.cursor = cursor;
    this.changed();
  }

  #selectionChanged(): void {
    if (this.#editing && !this.selection.has(this.#editing)) this.stopEditing();
    // What is selected, as a picture that was just pasted, is to be worked with: pens and new things are put away.
    if (this.selection.ids.size > 0 && (this.inks || typeof this.#tool !== 'string')) this.#tool = 'select';
    this.session.presence.set({ selection: [...this.selection.ids].slice(0, 50) });
    this.#scene?.refreshActive();
    this.changed();
  }

  /** The person acts here: from now on the view is not moved under their hands. */
  takeView(): void {
    this.#followsAll = false;
  }

  /** The canvas has a size now, or another one. */
  resized(): void {
    if (this.#followsAll && this.#fitted === null) this.#fitNow();
  }

  #cameraChanged(): void {
    if (this.#fitted && this.camera.state !== this.#fitted) this.#followsAll = false;
    this.session.presence.set({ view: this.camera.view() });
    this.changed();
  }

  #modelChanged(removed: ReadonlySet<string>): void {
    // A board that arrives in pieces is shown whole; once it was looked at, the view is the person's.
    if (this.#followsAll && (this.#fitted === null || this.#elementsSeen === 0)) this.#fitNow();
    this.#elementsSeen = this.model.size;
    if (removed.size === 0) return;
    if (this.#editing && removed.has(this.#editing)) this.stopEditing();
    this.selection.prune(removed);
  }

  /** Grows with every change; what React compares. */
  get version(): number {
    return this.#version;
  }

  changed(): void {
    this.#version++;
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Leaves the session alone and takes this person's marks off it. */
  stop(): void {
    this.stopEditing();
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.session.presence.set({ cursor: null, selection: null, editing: null, caret: null, moving: null, view: null });
  }
}

function outside(start: number, length: number, viewStart: number, viewLength: number): number {
  if (start < viewStart) return start - viewStart;
  return Math.max(0, Math.min(start + length - (viewStart + viewLength), start - viewStart));
}

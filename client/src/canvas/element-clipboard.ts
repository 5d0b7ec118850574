import type { Point } from '@talkoot/board';
import { NOTE_TYPE } from '@talkoot/elements';
import type { AddResult } from '../sync/actions-add.ts';
import { deleteElements } from '../sync/actions-delete.ts';
import { CLIP_TYPE, clipOf, foreignImages, pasteClip } from '../sync/clip.ts';
import { notesIn, pasteNotes } from '../sync/paste-words.ts';
import { copyText } from '../ui/copy.ts';
import { addImages, type ImageHost, imagesIn } from './images.ts';
import type { Selection } from './selection.ts';

/** Where elements are copied from and pasted to: the canvas, or the outline. */
export interface ClipboardHost extends ImageHost {
  selection: Pick<Selection, 'ids' | 'set'>;
}

/** What of the clipboard's events depends on where they happen. */
export interface ClipboardPlace {
  /** Is the event meant for what is selected here? */
  isOurs(event: Event): boolean;
  /** Where the middle of what is pasted comes. */
  spot(): Point;
}

/** What a clipboard holds. */
interface Held {
  clip: string;
  words: string;
  images: File[];
}

/**
 * The last elements copied in this tab, on whichever board: a menu may not read elements from the system's clipboard,
 * nor write them into it.
 */
let copied: { json: string; words: string } | null = null;

/** Copy, cut and paste of elements by the browser's own events, and by menus. */
export class ElementClipboard {
  readonly #host: ClipboardHost;
  readonly #place: ClipboardPlace;

  constructor(host: ClipboardHost, place: ClipboardPlace) {
    this.#host = host;
    this.#place = place;
  }

  /** Begins to listen, until `signal` says stop. */
  listen(document: Document, signal: AbortSignal): void {
    // Safari offers copying only to who says before that there is something to copy.
    for (const ask of ['beforecopy', 'beforecut', 'beforepaste']) {
      document.addEventListener(ask, (event) => this.#place.isOurs(event) && event.preventDefault(), { signal });
    }
    document.addEventListener('copy', (event) => void this.#copy(event), { signal });
    document.addEventListener('cut', (event) => this.#cut(event), { signal });
    document.addEventListener('paste', (event) => this.#paste(event), { signal });
  }

  /** Copies what is selected, its words for other programs too; answers whether anything was. */
  copySelected(): boolean {
    const clip = this.#hold();
    if (clip?.words) void copyText(clip.words);
    return clip !== null;
  }

  /** Copies what is selected and takes it off the board. */
  cutSelected(): void {
    const { session, selection } = this.#host;
    if (this.copySelected()) this.#host.tell(deleteElements(session, selection.ids));
  }

  /** Is there anything that a menu could paste? */
  get holds(): boolean {
    return copied !== null;
  }

  /** Puts what was last copied in this tab on the board, its middle at a point or where pasting puts things. */
  async putHeld(at?: Point): Promise<void> {
    if (copied) await this.#put({ clip: copied.json, words: copied.words, images: [] }, at);
  }

  #hold(): { json: string; words: string } | null {
    const clip = clipOf(this.#host.session, this.#host.selection.ids);
    if (clip) copied = clip;
    return clip;
  }

  #copy(event: ClipboardEvent): boolean {
    if (!event.clipboardData || !this.#place.isOurs(event)) return false;
    const clip = this.#hold();
    if (!clip) return false;
    event.clipboardData.setData(CLIP_TYPE, clip.json);
    event.clipboardData.setData('text/plain', clip.words);
    event.preventDefault();
    return true;
  }

  #cut(event: ClipboardEvent): void {
    const { session, selection } = this.#host;
    if (this.#copy(event)) this.#host.tell(deleteElements(session, selection.ids));
  }

  #paste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    if (!data || !this.#place.isOurs(event)) return;
    const words = data.getData('text/plain');
    // A menu gave the system only the words of these elements.
    const same = copied !== null && words !== '' && words === copied.words;
    const held = {
      clip: data.getData(CLIP_TYPE) || (same ? copied?.json : '') || '',
      words,
      images: imagesIn(data),
    };
    if (!held.clip && !held.words.trim() && held.images.length === 0) return;
    event.preventDefault();
    void this.#put(held);
  }

  async #put({ clip, words, images }: Held, at = this.#place.spot()): Promise<void> {
    this.#host.takeView();
    if (clip) await this.#putClip(clip, words, at);
    else if (words.trim()) this.#show(this.#putWords(words, at));
    else await addImages(this.#host, images, at);
  }

  async #putClip(clip: string, words: string, at: Point): Promise<void> {
    const { session, images } = this.#host;
    const foreign = foreignImages(session, clip);
    try {
      if (foreign) await images.adopt(foreign.workshop, foreign.hashes);
    } catch (error) {
      images.onFailed(error);
      return;
    }
    this.#show(pasteClip(session, clip, at) ?? this.#putWords(words, at));
  }

  #show(result: AddResult | null): void {
    if (result && this.#host.tell(result) && result.allowed) this.#host.selection.set(result.ids);
  }

  #putWords(words: string, at: Point): AddResult | null {
    const rows = notesIn(words);
    return rows.length > 0 ? pasteNotes(this.#host.session, rows, NOTE_TYPE, at) : null;
  }
}

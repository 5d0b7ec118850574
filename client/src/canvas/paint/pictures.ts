/** What the canvas needs to show and to keep pictures; the page knows the server. */
export interface ImagePort {
  /** The address of a stored image. */
  url(hash: string): string;
  /** Stores an image. Throws what the page can put in words. */
  upload(file: Blob): Promise<{ hash: string; width: number; height: number }>;
  /** Lets this workshop show images of another that the person is in. */
  adopt(workshopId: string, hashes: readonly string[]): Promise<void>;
  /** An image could not be stored: says why to the person. */
  onFailed(error: unknown): void;
}

/** Pictures are kept no larger than this on either side, device pixels: a board shows them small. */
const LONGEST = 2_048;
/** All pictures together, pixels; those not drawn for longest go first. */
const MOST_PIXELS = 120_000_000;
/** A picture that did not come is asked for again after this. */
const AGAIN_MS = 15_000;

type Picture = ImageBitmap | HTMLImageElement;

/** Pictures for painting, fetched when they are first drawn. `onCome` names the elements that wait for one. */
export class Pictures {
  readonly #urlOf: (hash: string) => string;
  readonly #onCome: (elements: ReadonlySet<string>) => void;
  readonly #here = new Map<string, Picture>();
  readonly #coming = new Map<string, Set<string>>();
  readonly #failed = new Map<string, number>();
  #pixels = 0;

  constructor(urlOf: (hash: string) => string, onCome: (elements: ReadonlySet<string>) => void) {
    this.#urlOf = urlOf;
    this.#onCome = onCome;
  }

  /** The picture if it is here; else it is fetched for this element. */
  get(hash: string, element: string): Picture | undefined {
    const picture = this.#here.get(hash);
    if (!picture) {
      this.#want(hash, element);
      return undefined;
    }
    // Last drawn, last to go.
    this.#here.delete(hash);
    this.#here.set(hash, picture);
    return picture;
  }

  #want(hash: string, element: string): void {
    const waiting = this.#coming.get(hash);
    if (waiting) {
      waiting.add(element);
      return;
    }
    if (performance.now() < (this.#failed.get(hash) ?? 0)) return;
    this.#coming.set(hash, new Set([element]));
    void this.#fetch(hash);
  }

  /** Fetches pictures before anything is painted; those that cannot be had stay away. */
  async fetch(hashes: Iterable<string>): Promise<void> {
    for (const hash of new Set(hashes)) if (!this.#here.has(hash)) await this.#fetch(hash);
  }

  async #fetch(hash: string): Promise<void> {
    const picture = await load(this.#urlOf(hash)).catch(() => null);
    const waiting = this.#coming.get(hash) ?? new Set();
    this.#coming.delete(hash);
    if (!picture) {
      this.#failed.set(hash, performance.now() + AGAIN_MS);
      return;
    }
    this.#here.set(hash, picture);
    this.#pixels += picture.width * picture.height;
    for (const [old, other] of this.#here) {
      if (this.#pixels <= MOST_PIXELS || old === hash) break;
      this.#here.delete(old);
      this.#pixels -= other.width * other.height;
      if (other instanceof ImageBitmap) other.close();
    }
    this.#onCome(waiting);
  }
}

/** Fetches and decodes away from the page's thread; large pictures are kept smaller. */
async function load(url: string): Promise<Picture> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const factor = LONGEST / Math.max(image.naturalWidth, image.naturalHeight);
  if (factor >= 1) return image;
  return createImageBitmap(image, {
    resizeWidth: Math.max(1, Math.round(image.naturalWidth * factor)),
    resizeHeight: Math.max(1, Math.round(image.naturalHeight * factor)),
    resizeQuality: 'high',
  });
}

import type { ElementData, KindRegistry, Palette, Primitive } from '@talkoot/board';
import { type DrawEnv, type ElementType, linkFillOf } from '@talkoot/elements';
import { BARS_FROM, beginWords, type Context, type Paint, paintShape, paintWords } from './primitives.ts';
import type { Pictures } from './pictures.ts';
import { paintPrivateMark } from './private-mark.ts';
import { WordsCache } from './words-cache.ts';

const FADED = 0.25;

/** Paints elements, whatever their kind, on a canvas whose coordinates are the board's. */
export class ElementPainter {
  readonly words: WordsCache;
  palette: Palette;
  /** Stored pictures that are here. */
  pictures: Pictures | null = null;
  /** Element whose words the person edits: the editor shows them. */
  editing: string | null = null;
  /** Is this an element that nobody but this person sees? */
  isPrivate: (id: string) => boolean = () => false;
  /** Elements that are about to go: shown as if they were nearly gone. */
  readonly fading = new Set<string>();
  readonly #types: KindRegistry<ElementType>;
  readonly #env: DrawEnv;
  #shapes = new WeakMap<ElementData, Primitive[]>();

  constructor(types: KindRegistry<ElementType>, env: DrawEnv, palette: Palette) {
    this.#types = types;
    this.#env = env;
    this.palette = palette;
    this.words = new WordsCache(env);
  }

  /** Call once before a batch on one context. */
  begin(ctx: Context): void {
    beginWords(ctx);
  }

  /** Paints one element with its corner at `x`, `y`; `scale` is device pixels per board unit. */
  paint(ctx: Context, element: ElementData, x: number, y: number, scale: number): void {
    const type = this.#types.get(element.kind);
    if (!type) return;
    if (this.fading.has(element.id)) {
      ctx.globalAlpha = FADED;
      this.#paintTurned(ctx, type, element, x, y, scale);
      ctx.globalAlpha = 1;
    } else this.#paintTurned(ctx, type, element, x, y, scale);
    if (this.isPrivate(element.id)) {
      paintPrivateMark(ctx, { x, y, ...element.size }, this.palette, scale);
      beginWords(ctx);
    }
  }

  #paintTurned(ctx: Context, type: ElementType, element: ElementData, x: number, y: number, scale: number): void {
    if (element.rotation === 0) this.#paintAt(ctx, type, element, x, y, scale);
    else {
      const cx = x + element.size.width / 2;
      const cy = y + element.size.height / 2;
      ctx.save();
      ctx.translate(cx, cy);
      ctx.rotate((element.rotation * Math.PI) / 180);
      ctx.translate(-cx, -cy);
      this.#paintAt(ctx, type, element, x, y, scale);
      ctx.restore();
      // What was restored took the font with it.
      beginWords(ctx);
    }
  }

  #paintAt(ctx: Context, type: ElementType, element: ElementData, x: number, y: number, scale: number): void {
    const pictureOf = (image: string) => this.pictures?.get(image, element.id);
    const paint: Paint = { palette: this.palette, scale, pictureOf };
    paintShape(ctx, this.#shapeOf(type, element), x, y, paint);
    for (const entry of this.words.blocksOf(type, element)) {
      const { block } = entry;
      if (block.editable && this.editing === element.id) continue;
      if (block.runs.length === 0 || largestOf(block.size) * scale < BARS_FROM) continue;
      const { layout, x: left, y: top } = this.words.linesOf(entry);
      paintWords(ctx, layout, x + left, y + top, { fill: block.fill, linkFill: linkFillOf(block) }, paint);
    }
  }

  #shapeOf(type: ElementType, element: ElementData): Primitive[] {
    let shape = this.#shapes.get(element);
    if (!shape) {
      shape = type.shape(element, this.#env);
      this.#shapes.set(element, shape);
    }
    return shape;
  }

  /** Forgets what was laid out, as when a font or names arrive. */
  forget(): void {
    this.words.clear();
    this.#shapes = new WeakMap();
  }
}

function largestOf(size: number | { max: number }): number {
  return typeof size === 'number' ? size : size.max;
}

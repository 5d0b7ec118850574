import {
  FONT_FAMILY,
  type FontStyle,
  type ImagePrimitive,
  type LaidRun,
  type Palette,
  type Primitive,
  type TextLayout,
} from '@talkoot/board';

export type Context = CanvasRenderingContext2D;

/** What painting a primitive depends on; `scale` is device pixels per board unit. */
export interface Paint {
  palette: Palette;
  scale: number;
  /** A stored picture, if it is here. */
  pictureOf?: (image: string) => CanvasImageSource | undefined;
}

/** Words smaller than this on the screen are drawn as bars, and below the second not at all. Device pixels. */
export const WORDS_FROM = 5;
export const BARS_FROM = 2;

const paths = new Map<string, Path2D>();
/** Long outlines are nobody else's: kept with their primitive, they do not push the shared ones out. */
const LONG_PATH = 400;
const longPaths = new WeakMap<Outlined, Path2D>();

function pathOf(primitive: Extract<Outlined, { type: 'path' }>): Path2D {
  const { d } = primitive;
  if (d.length > LONG_PATH) {
    const known = longPaths.get(primitive) ?? new Path2D(d);
    longPaths.set(primitive, known);
    return known;
  }
  let path = paths.get(d);
  if (!path) {
    if (paths.size > 2_000) paths.clear();
    path = new Path2D(d);
    paths.set(d, path);
  }
  return path;
}

/** Paints a shape's primitives with its corner at `x`, `y` of the context's coordinates. */
export function paintShape(ctx: Context, primitives: readonly Primitive[], x: number, y: number, paint: Paint): void {
  for (const primitive of primitives) {
    if (primitive.minScale !== undefined && paint.scale < primitive.minScale) continue;
    if (primitive.type === 'text')
      paintWords(ctx, primitive.layout, x + primitive.x, y + primitive.y, primitive, paint);
    else if (primitive.type === 'image') paintImage(ctx, primitive, x, y, paint);
    else paintOutline(ctx, primitive, x, y, paint);
  }
}

function paintImage(ctx: Context, primitive: ImagePrimitive, x: number, y: number, paint: Paint): void {
  const picture = paint.pictureOf?.(primitive.image);
  if (picture) ctx.drawImage(picture, x + primitive.x, y + primitive.y, primitive.width, primitive.height);
}

type Outlined = Exclude<Primitive, { type: 'text' | 'image' }>;

function paintOutline(ctx: Context, primitive: Outlined, x: number, y: number, paint: Paint): void {
  if (primitive.fill) ctx.fillStyle = paint.palette(primitive.fill);
  if (primitive.stroke) {
    ctx.strokeStyle = paint.palette(primitive.stroke);
    ctx.lineWidth = Math.max(primitive.strokeWidth ?? 1, 0.75 / paint.scale);
    ctx.setLineDash(primitive.dash ? [...primitive.dash] : NO_DASH);
    ctx.lineCap = primitive.round ? 'round' : 'butt';
    ctx.lineJoin = primitive.round ? 'round' : 'miter';
  }
  if (primitive.type === 'rect') paintRect(ctx, primitive, x, y, paint.scale);
  else if (primitive.type === 'ellipse') {
    ctx.beginPath();
    ctx.ellipse(x + primitive.cx, y + primitive.cy, primitive.rx, primitive.ry, 0, 0, Math.PI * 2);
    finish(ctx, primitive);
  } else {
    ctx.translate(x, y);
    const path = pathOf(primitive);
    if (primitive.fill) ctx.fill(path);
    if (primitive.stroke) ctx.stroke(path);
    ctx.translate(-x, -y);
  }
}

const NO_DASH: number[] = [];

function paintRect(ctx: Context, rect: Extract<Outlined, { type: 'rect' }>, x: number, y: number, scale: number): void {
  const { width, height, radius = 0 } = rect;
  // Corners rounded by less than a pixel or two cannot be seen and cost most of the time.
  if (radius * scale < 1.5 && !rect.stroke) {
    ctx.fillRect(x + rect.x, y + rect.y, width, height);
    return;
  }
  ctx.beginPath();
  if (radius * scale < 1) ctx.rect(x + rect.x, y + rect.y, width, height);
  else ctx.roundRect(x + rect.x, y + rect.y, width, height, Math.min(radius, width / 2, height / 2));
  finish(ctx, rect);
}

function finish(ctx: Context, primitive: Outlined): void {
  if (primitive.fill) ctx.fill();
  if (primitive.stroke) ctx.stroke();
}

/** Paints words that are in lines; as bars when they are too small to read. */
export function paintWords(
  ctx: Context,
  layout: TextLayout,
  x: number,
  y: number,
  colours: { fill: string; linkFill?: string },
  paint: Paint,
): void {
  const size = layout.fontSize * paint.scale;
  if (size < BARS_FROM) return;
  ctx.fillStyle = paint.palette(colours.fill);
  if (size < WORDS_FROM) {
    paintBars(ctx, layout, x, y);
    return;
  }
  for (const line of layout.lines) {
    for (const run of line.runs) paintRun(ctx, run, layout.fontSize, x + run.x, y + line.baseline, colours, paint);
  }
}

function paintBars(ctx: Context, layout: TextLayout, x: number, y: number): void {
  const height = layout.fontSize * 0.45;
  ctx.globalAlpha = 0.45;
  for (const line of layout.lines) {
    if (line.width > 0) ctx.fillRect(x + line.x, y + line.baseline - height, line.width, height);
  }
  ctx.globalAlpha = 1;
}

function paintRun(
  ctx: Context,
  run: LaidRun,
  fontSize: number,
  x: number,
  y: number,
  colours: { fill: string; linkFill?: string },
  paint: Paint,
): void {
  setFont(ctx, fontOf(run, fontSize));
  const before = ctx.fillStyle;
  if (run.link) ctx.fillStyle = paint.palette(colours.linkFill ?? colours.fill);
  if (run.rtl) ctx.direction = 'rtl';
  ctx.fillText(run.text, x, y);
  if (run.rtl) ctx.direction = 'ltr';
  if (!run.link && !run.strike) return;
  const thickness = fontSize / 15;
  if (run.link) ctx.fillRect(x, y + fontSize * 0.12, run.width, thickness);
  if (run.strike) ctx.fillRect(x, y - fontSize * 0.27, run.width, thickness);
  ctx.fillStyle = before;
}

const fonts = new Map<number, string>();

/** How canvases name the font of words. */
export function fontOf(run: FontStyle, size: number): string {
  const key = size * 4 + (run.bold ? 1 : 0) + (run.italic ? 2 : 0);
  let font = fonts.get(key);
  if (!font) {
    font = `${run.italic ? 'italic ' : ''}${run.bold ? 700 : 400} ${size}px "${FONT_FAMILY}", sans-serif`;
    fonts.set(key, font);
  }
  return font;
}

let lastContext: Context | null = null;
let lastFont = '';

/** Setting a font is dear even when it is the same. */
function setFont(ctx: Context, font: string): void {
  if (ctx === lastContext && font === lastFont) return;
  ctx.font = font;
  lastContext = ctx;
  lastFont = font;
}

/** Call before painting on a context whose state may have been restored meanwhile. */
export function beginWords(ctx: Context): void {
  lastContext = null;
  ctx.fontKerning = 'none';
  ctx.textRendering = 'geometricPrecision';
  ctx.textBaseline = 'alphabetic';
  ctx.textAlign = 'left';
  ctx.direction = 'ltr';
}

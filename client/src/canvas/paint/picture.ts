import { blobsOf, type BoardModel, type Box, FONT_FAMILY, type KindRegistry } from '@talkoot/board';
import type { DrawEnv, ElementType } from '@talkoot/elements';
import { canvasPalette } from '../palette.ts';
import { ElementPainter } from './element-painter.ts';
import { Pictures } from './pictures.ts';
import type { Context } from './primitives.ts';

/** What a picture of a part of the board needs. */
export interface PictureParts {
  model: BoardModel;
  types: KindRegistry<ElementType>;
  draw: DrawEnv;
  /** The address of a stored picture. */
  urlOf(image: string): string;
  /** Lowest first. */
  ids: readonly string[];
  view: Box;
  /** Pixels. */
  width: number;
  height: number;
  /** Without it the ground is transparent. */
  paper: boolean;
  /** Lets others work between elements; a rejection ends the painting. */
  step(done: number, total: number): Promise<void>;
}

/** The faces that words may need. */
const FACES = ['400', '700', 'italic 400', 'italic 700'];

/** Paints a part of the board as the screen does, in the light theme, and gives it as PNG. */
export async function paintPicture(parts: PictureParts): Promise<Uint8Array<ArrayBuffer>> {
  await Promise.all(FACES.map((face) => document.fonts.load(`${face} 16px "${FONT_FAMILY}"`)));
  const { width, height } = parts;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('The browser gave no canvas of this size');
  try {
    await paintOn(ctx, parts);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The browser could not make a picture of this size');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    // Its memory goes now and not when somebody collects it.
    canvas.width = canvas.height = 0;
  }
}

/** Every picture that will be drawn. */
async function picturesFor({ model, ids, urlOf }: PictureParts): Promise<Pictures> {
  const pictures = new Pictures(urlOf, () => {});
  const wanted = ids.flatMap((id) => blobsOf(model.kindOf(id), model.get(id)?.fields ?? {}));
  await pictures.fetch(wanted);
  return pictures;
}

async function paintOn(ctx: Context, parts: PictureParts): Promise<void> {
  const { model, types, draw, ids, view, width, height } = parts;
  const palette = canvasPalette('light');
  const painter = new ElementPainter(types, draw, palette);
  painter.pictures = await picturesFor(parts);
  if (parts.paper) {
    ctx.fillStyle = palette('paper');
    ctx.fillRect(0, 0, width, height);
  }
  const scale = width / view.width;
  ctx.setTransform(scale, 0, 0, height / view.height, -view.x * scale, (-view.y * height) / view.height);
  for (const [at, id] of ids.entries()) {
    await parts.step(at, ids.length);
    const element = model.get(id);
    const box = model.box(id);
    // Another canvas may have been painted on meanwhile: fonts are set anew.
    painter.begin(ctx);
    if (element && box) painter.paint(ctx, element, box.x, box.y, scale);
  }
}

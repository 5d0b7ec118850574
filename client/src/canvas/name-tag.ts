import { FONT_FAMILY, type Palette } from '@talkoot/board';
import type { Context } from './paint/primitives.ts';

/** Height of a tag, CSS pixels. */
export const TAG_HEIGHT = 20;
const LONGEST = 24;

/** Paints a person's name on their colour with its corner at a point, device pixels. Answers its width. */
export function paintName(
  ctx: Context,
  user: { name: string; color: string },
  x: number,
  y: number,
  palette: Palette,
  pixelRatio: number,
): number {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(pixelRatio, pixelRatio);
  ctx.font = `700 12px "${FONT_FAMILY}", sans-serif`;
  const name = user.name.length > LONGEST ? `${user.name.slice(0, LONGEST - 1)}…` : user.name;
  const width = ctx.measureText(name).width + 14;
  ctx.fillStyle = user.color;
  ctx.strokeStyle = palette('canvas.personEdge');
  ctx.lineWidth = 1.25;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.roundRect(0, 0, width, TAG_HEIGHT, 7);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = inkOn(user.color);
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(name, 7, 14);
  ctx.restore();
  return width * pixelRatio;
}

/** Black or white words, whichever stand out more on a colour. */
export function inkOn(colour: string): string {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!match) return '#ffffff';
  const [r, g, b] = match.slice(1).map((part) => linear(Number.parseInt(part, 16) / 255)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#14171a' : '#ffffff';
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

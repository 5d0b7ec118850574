import type { TextLayout } from './text-layout.ts';

/**
 * A colour by its role in the theme, such as `ink` or `sticky.yellow`. What it looks like is decided by the
 * palette that a painter is given, so one drawing serves light, dark and paper.
 */
export type ColourToken = string;

/** Looks up a token; painters ask for every colour they use. */
export type Palette = (token: ColourToken) => string;

interface Painted {
  fill?: ColourToken;
  stroke?: ColourToken;
  strokeWidth?: number;
  /** Lengths of dashes and gaps, board units. */
  dash?: readonly number[];
  /** The line has round ends and corners. */
  round?: boolean;
  /** Smallest scale (screen pixels per unit) at which this still shows; below it painters leave it out. */
  minScale?: number;
}

/** A rectangle; `radius` rounds all corners. */
export interface RectPrimitive extends Painted {
  type: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
  radius?: number;
}

/** An ellipse around a centre. */
export interface EllipsePrimitive extends Painted {
  type: 'ellipse';
  cx: number;
  cy: number;
  rx: number;
  ry: number;
}

/** Free outline, in SVG path data. */
export interface PathPrimitive extends Painted {
  type: 'path';
  d: string;
}

/** Words already broken into lines; `x` and `y` are the corner of the box they were laid out in. */
export interface TextPrimitive {
  type: 'text';
  x: number;
  y: number;
  layout: TextLayout;
  fill: ColourToken;
  linkFill?: ColourToken;
  minScale?: number;
}

/** A stored picture, by the hash of its file; each painter knows where to find it. */
export interface ImagePrimitive {
  type: 'image';
  x: number;
  y: number;
  width: number;
  height: number;
  image: string;
  /** What it shows, in words. */
  alt: string;
  minScale?: number;
}

/**
 * What an element is drawn with, in its own coordinates: 0,0 is its corner. Canvas, SVG and the exports paint the
 * same list.
 */
export type Primitive = RectPrimitive | EllipsePrimitive | PathPrimitive | TextPrimitive | ImagePrimitive;

/** Every colour token a drawing uses. */
export function tokensOf(primitives: readonly Primitive[]): Set<ColourToken> {
  const tokens = new Set<ColourToken>();
  for (const primitive of primitives) {
    if ('fill' in primitive && primitive.fill) tokens.add(primitive.fill);
    if ('stroke' in primitive && primitive.stroke) tokens.add(primitive.stroke);
    if (primitive.type === 'text' && primitive.linkFill) tokens.add(primitive.linkFill);
  }
  return tokens;
}

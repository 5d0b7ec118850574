import type { Box, Primitive, Size } from '@talkoot/board';
import type { ShapeForm } from './model.ts';

type Painting = Pick<Extract<Primitive, { type: 'path' }>, 'fill' | 'stroke' | 'strokeWidth' | 'dash'>;

interface FormSpec {
  outline(size: Size, painting: Painting): Primitive;
  /** The part of the box that holds words, in parts of its width and height from each side. */
  words: { x: number; top: number; bottom: number };
}

/** Arcs of the cloud: from, control points and to, in parts of the box. */
const CLOUD =
  'M.22 .88C.06 .88 -.02 .74 .04 .6C-.04 .46 .06 .3 .2 .32C.24 .12 .46 .02 .6 .14C.76 .04 .96 .18 .93 .38' +
  'C1.04 .5 1.0 .72 .86 .76C.82 .92 .62 1.0 .5 .9C.4 .98 .28 .96 .22 .88Z';

const FORMS: Record<ShapeForm, FormSpec> = {
  rectangle: { outline: box(0), words: { x: 0, top: 0, bottom: 0 } },
  rounded: { outline: box(16), words: { x: 0.02, top: 0.02, bottom: 0.02 } },
  ellipse: {
    outline: ({ width, height }, painting) => ({
      type: 'ellipse',
      cx: width / 2,
      cy: height / 2,
      rx: width / 2,
      ry: height / 2,
      ...painting,
    }),
    words: { x: 0.12, top: 0.12, bottom: 0.12 },
  },
  diamond: polygon([
    [0.5, 0],
    [1, 0.5],
    [0.5, 1],
    [0, 0.5],
  ]),
  triangle: {
    ...polygon([
      [0.5, 0],
      [1, 1],
      [0, 1],
    ]),
    words: { x: 0.25, top: 0.48, bottom: 0.03 },
  },
  hexagon: {
    ...polygon([
      [0.2, 0],
      [0.8, 0],
      [1, 0.5],
      [0.8, 1],
      [0.2, 1],
      [0, 0.5],
    ]),
    words: { x: 0.12, top: 0.04, bottom: 0.04 },
  },
  cloud: {
    outline: (size, painting) => ({ type: 'path', d: scaled(CLOUD, size), ...painting }),
    words: { x: 0.12, top: 0.22, bottom: 0.16 },
  },
  arrow: {
    outline: ({ width, height }, painting) => {
      // The head is as long as half the height, so that it keeps its angle when the arrow grows longer.
      const neck = width - Math.min(height / 2, width / 2);
      const [top, bottom] = [height * 0.25, height * 0.75];
      const d = `M0 ${top}H${neck}V0L${width} ${height / 2}L${neck} ${height}V${bottom}H0Z`;
      return { type: 'path', d, ...painting };
    },
    words: { x: 0.04, top: 0.25, bottom: 0.25 },
  },
};

function box(radius: number): FormSpec['outline'] {
  return ({ width, height }, painting) => {
    const most = Math.min(width, height) / 2;
    return { type: 'rect', x: 0, y: 0, width, height, radius: Math.min(radius, most), ...painting };
  };
}

/** A form with straight sides; points in parts of the box. */
function polygon(points: readonly (readonly [number, number])[]): FormSpec {
  return {
    outline: ({ width, height }, painting) => {
      const d = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x * width} ${y * height}`).join('');
      return { type: 'path', d: `${d}Z`, ...painting };
    },
    words: { x: 0.25, top: 0.25, bottom: 0.25 },
  };
}

/** Path data in parts of a box, at the size of the box. */
function scaled(d: string, { width, height }: Size): string {
  let isX = false;
  return d.replace(/-?(?:\d+\.?\d*|\.\d+)/g, (number) => {
    isX = !isX;
    return String(Math.round(Number(number) * (isX ? width : height) * 10) / 10);
  });
}

/** The outline of a form in a box that begins at 0,0. */
export function outlineOf(form: ShapeForm, size: Size, painting: Painting): Primitive {
  return FORMS[form].outline(size, painting);
}

/** Where the words stand, inside the outline. */
export function wordsBox(form: ShapeForm, { width, height }: Size): Box {
  const { x, top, bottom } = FORMS[form].words;
  return { x: x * width, y: top * height, width: (1 - 2 * x) * width, height: (1 - top - bottom) * height };
}

import {
  absolutePoint,
  blobsOf,
  boxAround,
  centreOf,
  COMMON_FIELDS,
  ElementId,
  Place,
  placeInFrame,
  type Point,
  Size,
  type TextRun,
} from '@talkoot/board';
import { z } from 'zod/mini';
import { type Editing, frameAt } from './actions.ts';
import type { AddResult } from './actions-add.ts';
import { besideSame } from './beside-same.ts';
import { type Copied, withContents, writeCopies } from './copies.ts';

/** The type under which the system's clipboard keeps elements. */
export const CLIP_TYPE = 'application/x-talkoot+json';

const MOST = 5_000;

const Run = z.pipe(
  z.object({ insert: z.string(), attributes: z.optional(z.record(z.string(), z.unknown())) }),
  z.transform(({ insert, attributes }): TextRun => (attributes ? { insert, attributes } : { insert })),
);

const { order, rotation, tags, bundle } = COMMON_FIELDS;

const Clip = z.object({
  /** The workshop it comes from, whose images it may show. */
  workshop: z.optional(ElementId),
  /** The outermost are placed from the corner of all that was copied. */
  elements: z
    .array(
      z.object({
        id: ElementId,
        kind: z.string().check(z.maxLength(40)),
        place: Place,
        size: Size,
        order: order.schema,
        rotation: rotation.schema,
        tags: tags.schema,
        bundle: z.optional(bundle.schema),
        fields: z.record(z.string(), z.unknown()),
        runs: z.array(Run),
      }),
    )
    .check(z.minLength(1), z.maxLength(MOST)),
});

/** Elements in transit: as JSON, and in plain words for other programs; null when none of the ids is there. */
export function clipOf(session: Editing, ids: Iterable<string>): { json: string; words: string } | null {
  const { model } = session;
  const elements = withContents(session, ids);
  const around = boxAround(elements.map(({ id }) => model.box(id)).filter((box) => box !== undefined));
  if (!around) return null;
  const inside = new Set(elements.map(({ id }) => id));
  const copied = elements.map(({ id, kind, place, size, order, rotation, tags, bundle, fields, runs }): Copied => {
    const isRoot = place.frame === null || !inside.has(place.frame);
    const at = isRoot ? absolutePoint(place, model.places) : place;
    const from = isRoot
      ? { frame: null, x: at.x - around.x, y: at.y - around.y }
      : { frame: place.frame, x: place.x, y: place.y };
    return { id, kind, place: from, size, order, rotation, tags, bundle, fields, runs };
  });
  const words = elements.map(({ text }) => text.trim()).filter(Boolean);
  return { json: JSON.stringify({ workshop: session.workshopId, elements: copied }), words: words.join('\n') };
}

/**
 * Puts copied elements on the board, their middle at a point, in the frame that is there, or a little beside when they
 * would lie exactly on others. Null when the clipboard
 * holds something else, or only kinds that this version does not know.
 */
export function pasteClip(session: Editing, json: string, middle: Point): AddResult | null {
  const clip = Clip.safeParse(parsed(json));
  if (!clip.success) return null;
  const { model } = session;
  const elements = clip.data.elements.filter(({ kind }) => model.kinds.has(kind));
  const outermost = elements.filter(({ place }) => place.frame === null);
  const boxes = outermost.map(({ place: { x, y }, size }) => ({ x, y, ...size }));
  const around = boxAround(boxes);
  const [first] = boxes;
  if (!around || !first) return null;
  const { x, y } = centreOf(around);
  const frame = frameAt(model, middle);
  const off = besideSame(model, { ...first, x: first.x + middle.x - x, y: first.y + middle.y - y });
  return writeCopies(session, elements, ({ place }) => {
    const at = {
      frame: null,
      x: Math.round(place.x + middle.x - x + off.x),
      y: Math.round(place.y + middle.y - y + off.y),
    };
    return placeInFrame(at, frame, model.places);
  });
}

/** Images of another workshop that a clip shows: this one must be allowed to show them first. Null for none. */
export function foreignImages(session: Editing, json: string): { workshop: string; hashes: string[] } | null {
  const clip = Clip.safeParse(parsed(json));
  if (!clip.success || !clip.data.workshop || clip.data.workshop === session.workshopId) return null;
  const hashes = clip.data.elements.flatMap(({ kind, fields }) => blobsOf(session.model.kinds.get(kind), fields));
  return hashes.length > 0 ? { workshop: clip.data.workshop, hashes: [...new Set(hashes)] } : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

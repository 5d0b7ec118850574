import {
  absolutePoint,
  boxAround,
  elementsOf,
  type ElementData,
  type NewElement,
  ordersBetween,
  placeIn,
} from '@talkoot/board';
import type { Effect } from '@talkoot/facilitation';
import type * as Y from 'yjs';
import type { EffectEnv } from './effects.ts';
import { copied, put, within } from './gathering.ts';
import { boxesIn, FreePlaces } from './placing.ts';
import type { Room } from './room.ts';
import { lastOrder } from './server-write.ts';
import type { TickResult } from './tick.ts';

/** Between one person's frames and another's. */
const GAP = 80;
/** So many people's frames stand side by side, before the next row. */
const PER_ROW = 4;
const MOST_TITLE = 200;

type CopyFrames = Extract<Effect, { type: 'copyFrames' }>;

/** Everybody's own frames stand side by side below those they are copies of, laid out as they are. */
export function copyFrames({ sets, members }: CopyFrames, board: Room, tick: TickResult, env: EffectEnv): void {
  const doc = board.live();
  for (const { name, copies } of sets) {
    const frames = Object.keys(copies).filter((id) => elementsOf(doc).has(id));
    const elements = within(doc, frames, env).filter((element) => isFurniture(element, members, env));
    const ids = new Map(Object.entries(copies));
    const made = copied(elements, env, ids).map((copy) =>
      frames.includes(copy.origin ?? '') ? owned(copy, name) : copy,
    );
    put(board, laidBelow(doc, frames, made, ids, env), tick, env);
  }
}

/** What belongs to a frame: frames in it, what is fixed in it, and what its facilitators wrote; never what members did. */
function isFurniture({ kind, author, locked }: ElementData, members: readonly string[], env: EffectEnv): boolean {
  if (env.kinds.get(kind)?.container || locked) return true;
  // Without an author it may be anybody's.
  return typeof author === 'string' && !members.includes(author);
}

/** Somebody's frame under their name; it is not copied for everybody once more. */
function owned(copy: NewElement, name: string | null): NewElement {
  const { repeat: _repeat, ...fields } = copy.fields ?? {};
  if (name === null) return { ...copy, fields };
  const title = wordsOf(copy.text);
  const text = title === '' ? name : `${name} – ${title}`;
  return { ...copy, fields, text: text.slice(0, MOST_TITLE) };
}

function wordsOf(text: NewElement['text']): string {
  if (text === undefined) return '';
  return (typeof text === 'string' ? text : text.map(({ insert }) => insert).join('')).trim();
}

/** The copies in the first free place below the originals. */
function laidBelow(
  doc: Y.Doc,
  frames: readonly string[],
  made: readonly NewElement[],
  ids: ReadonlyMap<string, string>,
  env: EffectEnv,
): NewElement[] {
  const lookup = placeIn(doc);
  const boxes = new Map(
    made.flatMap(({ id, origin, size }) => {
      const place = frames.includes(origin ?? '') && ids.get(origin ?? '') === id ? lookup(origin ?? '') : undefined;
      return place ? [[id, { ...size, ...absolutePoint(place, lookup) }] as const] : [];
    }),
  );
  const around = boxAround([...boxes.values()]);
  if (!around) return [];
  const corner = { x: around.x, y: around.y + around.height };
  const size = { width: around.width + GAP, height: around.height + GAP };
  const taken = boxesIn(doc, null, env.kinds).map((box) => ({ ...box, x: box.x - corner.x, y: box.y - corner.y }));
  const room = { width: PER_ROW * (size.width + GAP), height: Number.MAX_SAFE_INTEGER };
  const free = new FreePlaces(room, taken).place({ ...size, x: -1, y: -1 });
  const orders = ordersBetween(lastOrder(doc), null, made.length);
  const among = new Set(made.map(({ id }) => id));
  return made.map((copy, at) => {
    const order = orders[at] ?? copy.order;
    const box = boxes.get(copy.id);
    if (!box || among.has(copy.place.frame ?? '')) return { ...copy, order };
    const place = { frame: null, x: corner.x + free.x + box.x - around.x, y: corner.y + free.y + box.y - around.y };
    return { ...copy, order, place };
  });
}

import {
  type BoardElement,
  type BoardModel,
  type Box,
  boxAround,
  centreOf,
  type End,
  type Point,
  tenth,
  turned,
} from '@talkoot/board';
import type { Verdict } from '@talkoot/rights';
import { nanoid } from 'nanoid';
import { applySettings, type Editing, elementsOfIds, type Setting, verdictOf } from './actions.ts';
import { withoutPassengers } from './actions-move.ts';

/** These elements and all that are tied together with one of them. */
export function withBundles(model: BoardModel, ids: Iterable<string>): string[] {
  const whole = new Set<string>();
  for (const id of ids) {
    whole.add(id);
    for (const member of model.bundleOf(id)) whole.add(member);
  }
  return [...whole];
}

/** The bundle inside which somebody chose: some of its elements and nothing else; empty when they are not inside one. */
export function bundleEntered(model: BoardModel, chosen: ReadonlySet<string>): ReadonlySet<string> {
  const [first] = chosen;
  const members = first === undefined ? new Set<string>() : model.bundleOf(first);
  const inside = chosen.size < members.size && [...chosen].every((id) => members.has(id));
  return inside ? members : new Set();
}

/** What is put in order as one: each bundle of which all are among the ids, and each other element by itself. */
export function unitsOf(model: BoardModel, ids: Iterable<string>): string[][] {
  const roots = withoutPassengers(model, ids);
  const chosen = new Set(roots);
  const whole = new Map<unknown, boolean>();
  const units = new Map<unknown, string[]>();
  for (const id of roots) {
    const members = model.bundleOf(id);
    if (members.size > 0 && !whole.has(members)) {
      const outermost = withoutPassengers(model, members);
      whole.set(
        members,
        outermost.every((member) => chosen.has(member)),
      );
    }
    const key = whole.get(members) ? members : id;
    const unit = units.get(key);
    if (unit) unit.push(id);
    else units.set(key, [id]);
  }
  return [...units.values()];
}

/** What would be tied together; empty when that changes nothing. */
function toTie(model: BoardModel, ids: Iterable<string>): BoardElement[] {
  const roots = elementsOfIds(model, withoutPassengers(model, withBundles(model, ids)));
  const [first] = roots;
  const isOne = first !== undefined && model.bundleOf(first.id).size === roots.length;
  return roots.length < 2 || (isOne && roots.every(({ bundle }) => bundle === first.bundle)) ? [] : roots;
}

function mayTie(session: Editing, elements: readonly BoardElement[], bundle: string | null): Verdict {
  return verdictOf(
    session,
    elements.map(({ id, scope }) => [{ type: 'set', id, field: 'bundle', value: bundle }, scope] as const),
  );
}

/** Bars ask with every picture: of more elements than this nothing is asked until it is to be done. */
const MOST_ASKED = 300;

/** Are there several elements to be tied together, all of which the person may move? */
export function canBundle(session: Editing, ids: readonly string[]): boolean {
  if (ids.length > MOST_ASKED) return true;
  const elements = toTie(session.model, ids);
  return elements.length > 0 && mayTie(session, elements, 'probe').allowed;
}

/** Is something of this in a bundle that the person may undo? */
export function canUnbundle(session: Editing, ids: readonly string[]): boolean {
  if (ids.length > MOST_ASKED) return ids.some((id) => session.model.bundleOf(id).size > 0);
  const elements = tied(session.model, ids);
  return elements.length > 0 && mayTie(session, elements, null).allowed;
}

function tied(model: BoardModel, ids: Iterable<string>): BoardElement[] {
  return elementsOfIds(model, withBundles(model, ids)).filter(({ id }) => model.bundleOf(id).size > 0);
}

/** Ties elements together, all or none; bundles among them become part of the new one. */
export function bundle(session: Editing, ids: Iterable<string>): Verdict {
  return tie(session, toTie(session.model, ids), nanoid(16));
}

/** Undoes the bundles of elements, each whole. */
export function unbundle(session: Editing, ids: Iterable<string>): Verdict {
  return tie(session, tied(session.model, ids), null);
}

function tie(session: Editing, elements: readonly BoardElement[], value: string | null): Verdict {
  const verdict = mayTie(session, elements, value);
  if (!verdict.allowed) return verdict;
  return applySettings(
    session,
    elements.map((element): Setting => ({ element, field: 'bundle', value })),
  );
}

/** New names for the bundles of copies; what is copied without the others of its bundle is in none. */
export function bundlesOfCopies(elements: readonly { bundle?: string | null | undefined }[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { bundle } of elements) if (bundle) counts.set(bundle, (counts.get(bundle) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count > 1).map(([bundle]) => [bundle, nanoid(16)]));
}

/** How elements stand after all were turned about one middle: middles of boxes go round, what can turns itself. */
export interface TurnedAbout {
  middle: Point;
  /** Degrees. */
  by: number;
  /** Which elements turn themselves; the others only go round. */
  turns(id: string): boolean;
}

/** Turns each of some units on by so many degrees about its own middle. */
export function turnUnits(
  session: Editing,
  units: readonly string[][],
  by: number,
  turns: (id: string) => boolean,
): Verdict {
  const { model } = session;
  const settings = units.flatMap((unit) => {
    const around = boxAround(unit.map((id) => model.bounds(id)).filter((box) => box !== undefined));
    return around ? turnedAbout(session, unit, { middle: centreOf(around), by, turns }) : [];
  });
  return applySettings(session, settings);
}

/** Turns elements together about one middle. */
export function turnAbout(session: Editing, ids: Iterable<string>, how: TurnedAbout): Verdict {
  return applySettings(session, turnedAbout(session, ids, how));
}

function turnedAbout({ model }: Editing, ids: Iterable<string>, { middle, by, turns }: TurnedAbout): Setting[] {
  return elementsOfIds(model, withoutPassengers(model, ids)).flatMap((element): Setting[] => {
    if (element.route) return endsTurned(model, element, middle, by);
    const from = centreOf(model.box(element.id) as Box);
    const to = turned(from, middle, by);
    const { frame, x, y } = element.place;
    const place = { frame, x: tenth(x + to.x - from.x), y: tenth(y + to.y - from.y) };
    const moves = place.x !== x || place.y !== y;
    return [
      ...(moves ? [{ element, field: 'place', value: place }] : []),
      ...(turns(element.id) ? [{ element, field: 'rotation', value: straightened(element.rotation + by) }] : []),
    ];
  });
}

/** The same angle between -180 and 180 degrees. */
function straightened(degrees: number): number {
  return tenth(((((degrees + 180) % 360) + 360) % 360) - 180);
}

/** A line follows what it hangs on; its free ends go round. */
function endsTurned(model: BoardModel, element: BoardElement, middle: Point, by: number): Setting[] {
  const corner = model.cornerOf(element);
  const ends = model.kinds.get(element.kind)?.connects?.ends ?? [];
  return ends.flatMap((field): Setting[] => {
    const end = element.fields[field] as End;
    if (end.element !== null && model.get(end.element)) return [];
    const to = turned({ x: corner.x + end.x, y: corner.y + end.y }, middle, by);
    return [{ element, field, value: { ...end, x: tenth(to.x - corner.x), y: tenth(to.y - corner.y) } }];
  });
}

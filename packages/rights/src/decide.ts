import {
  COMMON_FIELDS,
  ElementId,
  fieldOf,
  framesAround,
  type FieldSpec,
  type KindModel,
  type Place,
  requiredFields,
  TEXT_FIELD,
  wouldCycle,
} from '@talkoot/board';
import { isFacilitating, type Reach, type Refusal, type Role } from '@talkoot/protocol';
import { mayAddKind, mayArrange, notesAreFull, reachOf, rulesApply, stepRefuses } from './step.ts';
import type { Actor, BoardView, Change, ElementView, RightsContext, Verdict } from './types.ts';

const ALLOWED: Verdict = { allowed: true };

function refuse(reason: Refusal): Verdict {
  return { allowed: false, reason };
}

/**
 * Is this change allowed? Pure: the gate asks on the state before the change, the client before it edits,
 * and both get the same answer.
 */
export function decide(change: Change, actor: Actor, context: RightsContext, board: BoardView): Verdict {
  const barred = mayWriteAtAll(actor.role, context);
  if (barred) return refuse(barred);
  switch (change.type) {
    case 'create':
      return decideCreate(change, actor, context, board);
    case 'delete':
      return decideDelete(change.id, actor, context, board);
    case 'text':
      return decideText(change.id, actor, context, board);
    case 'convert':
      return decideConvert(change, actor, context, board);
    case 'set':
    case 'unset':
      return decideField(change, actor, context, board);
  }
}

/** Why this role may write nothing here at all; null when it may write something. */
export function mayWriteAtAll(role: Role, context: Pick<RightsContext, 'state' | 'scope' | 'paused'>): Refusal | null {
  if (context.state === 'closed') return 'closed';
  if (role === 'display' || role === 'observer') return 'readOnly';
  if (isFacilitating(role)) return null;
  if (context.paused) return 'paused';
  if (context.scope === 'backstage') return 'role';
  return context.state === 'draft' ? 'readOnly' : null;
}

function decideCreate(
  change: Extract<Change, { type: 'create' }>,
  actor: Actor,
  context: RightsContext,
  board: BoardView,
): Verdict {
  const { id, fields } = change;
  const kind = context.kinds.get(String(fields.kind));
  if (!kind || !ElementId.safeParse(id).success) return refuse('schema');
  for (const [name, value] of Object.entries(fields)) {
    if (!parses(fieldOf(kind, name), value)) return refuse('schema');
  }
  const before = board.element(id);
  const former = board.deleted(id);
  // Undo may bring an element back in two steps; nobody sees it before it is whole.
  const missing = (name: string): boolean => (name === TEXT_FIELD ? !change.hasText : fields[name] === undefined);
  if (!former && requiredFields(kind).some(missing)) return refuse('incomplete');
  if (before) return refuse('notYours');
  const born = former ? mayReturn(former, fields, actor, mayArrange(kind, context)) : mayBeBorn(fields, actor, context);
  if (born) return refuse(born);
  const place = fields.place as Place | undefined;
  if (place && wouldCycle(id, place.frame, (other) => board.element(other)?.place)) return refuse('frameCycle');
  if (!isFacilitating(actor.role)) {
    const early = facilitatorsOnly(kind, fields);
    if (early) return refuse(early);
    if (place && context.scope !== 'mine' && frameLocked(place, board)) return refuse('locked');
  }
  if (rulesApply(actor, context) && context.step?.create === false) return refuse('step');
  const elsewhere = stepRefuses(place, actor, context, board);
  if (elsewhere) return refuse(elsewhere);
  if (rulesApply(actor, context) && !former && !mayAddKind(kind, context)) return refuse('kindNotAllowed');
  // A name over notes is no note.
  if (!kind.gathers && notesAreFull(place, actor, context, board)) return refuse('notesFull');
  return decideValues(kind, fields, actor, context);
}

/** What only facilitators set is empty on what others make, also when they bring it back. */
function facilitatorsOnly(kind: KindModel, fields: Readonly<Record<string, unknown>>): Refusal | null {
  if (fields.locked === true) return 'locked';
  const set = ([name, value]: [string, unknown]): boolean =>
    Boolean(value) && fieldOf(kind, name)?.write === 'facilitator';
  return Object.entries(fields).some(set) ? 'role' : null;
}

/**
 * Whoever deleted an element, or its author, may bring it back as exactly the same: undo. Facilitators bring any back,
 * also as the kind that it was before: an older version of the board. What only gathers is everybody's who arranges:
 * several may have taken it apart at once, and each may undo that.
 */
function mayReturn(
  former: { author: string | null; kind: string; deletedBy: string | null },
  fields: Readonly<Record<string, unknown>>,
  actor: Actor,
  arranges: boolean,
): Refusal | null {
  if (fields.author !== former.author) return 'formerAuthor';
  if (isFacilitating(actor.role)) return null;
  const entitled = former.deletedBy === actor.participantId || former.author === actor.participantId || arranges;
  return entitled && fields.kind === former.kind ? null : 'formerAuthor';
}

function mayBeBorn(fields: Readonly<Record<string, unknown>>, actor: Actor, context: RightsContext): Refusal | null {
  if (fields.author === actor.participantId) return null;
  // Facilitators may place what nobody in particular wrote, as a template does.
  return fields.author === null && (isFacilitating(actor.role) || context.scope === 'mine') ? null : 'notYours';
}

function decideValues(
  kind: KindModel,
  fields: Readonly<Record<string, unknown>>,
  actor: Actor,
  context: RightsContext,
): Verdict {
  for (const [name, value] of Object.entries(fields)) {
    const refused = valueRefused(fieldOf(kind, name), value, actor, context);
    if (refused) return refuse(refused);
  }
  return ALLOWED;
}

function valueRefused(
  spec: FieldSpec | undefined,
  value: unknown,
  actor: Actor,
  context: RightsContext,
): Refusal | null {
  if (!spec) return 'schema';
  const { colours } = context.rules;
  if (spec.colour && colours !== null && rulesApply(actor, context) && !colours.includes(String(value))) {
    return 'colourNotAllowed';
  }
  if (spec.blob && context.hasGrant && !context.hasGrant(String(value))) return 'noGrant';
  return null;
}

function parses(spec: FieldSpec | undefined, value: unknown): boolean {
  return spec?.schema.safeParse(value).success ?? false;
}

function decideField(
  change: Extract<Change, { type: 'set' | 'unset' }>,
  actor: Actor,
  context: RightsContext,
  board: BoardView,
): Verdict {
  const element = board.element(change.id);
  if (!element) return refuse('schema');
  const kind = context.kinds.get(element.kind);
  const spec = fieldOf(kind, change.field);
  if (!kind || !spec) return refuse('schema');
  if (change.type === 'unset' ? spec.required === true : !parses(spec, change.value)) return refuse('schema');
  const refused = writeRefused(spec, element, change.id, actor, context, board);
  if (refused) return refuse(refused);
  if (change.type === 'unset') return ALLOWED;
  if (spec === COMMON_FIELDS.place) {
    const place = change.value as Place;
    if (wouldCycle(change.id, place.frame, (id) => board.element(id)?.place)) return refuse('frameCycle');
    if (!isFacilitating(actor.role) && context.scope !== 'mine' && frameLocked(place, board)) return refuse('locked');
    const elsewhere = stepRefuses(place, actor, context, board);
    if (elsewhere) return refuse(elsewhere);
    if (notesAreFull(place, actor, context, board, element.place)) return refuse('notesFull');
  }
  const valueReason = valueRefused(spec, change.value, actor, context);
  return valueReason ? refuse(valueReason) : ALLOWED;
}

function writeRefused(
  spec: FieldSpec,
  element: ElementView,
  id: string,
  actor: Actor,
  context: RightsContext,
  board: BoardView,
): Refusal | null {
  if (spec.write === 'server' || spec.write === 'create') return 'serverOnly';
  if (isFacilitating(actor.role)) return null;
  if (spec.write === 'facilitator') return 'role';
  if (isLocked(id, board)) return 'locked';
  const elsewhere = stepRefuses(element.place, actor, context, board);
  if (elsewhere) return elsewhere;
  const moving = spec.write === 'move';
  const reach = reachOf(moving ? 'move' : 'edit', context);
  return withinReach(reach, element, actor, context) ? null : moving ? 'moveNotAllowed' : 'editNotAllowed';
}

/** A new kind keeps id, words and author; afterwards the element must be a whole one of that kind. */
function decideConvert(
  change: Extract<Change, { type: 'convert' }>,
  actor: Actor,
  context: RightsContext,
  board: BoardView,
): Verdict {
  const element = board.element(change.id);
  const kind = context.kinds.get(String(change.sets.kind));
  if (!element || !kind) return refuse('schema');
  if (rulesApply(actor, context) && !mayAddKind(kind, context)) return refuse('kindNotAllowed');
  const whole = { ...change.before, ...change.sets };
  for (const name of requiredFields(kind)) {
    if (name === TEXT_FIELD ? !change.hasText : whole[name] === undefined) return refuse('incomplete');
  }
  for (const [name, value] of Object.entries(change.sets)) {
    const spec = fieldOf(kind, name);
    if (!spec || !parses(spec, value)) return refuse('schema');
    const refused =
      writeRefused(spec, element, change.id, actor, context, board) ?? valueRefused(spec, value, actor, context);
    if (refused) return refuse(refused);
  }
  if (change.sets.place !== undefined)
    return decideField({ type: 'set', id: change.id, field: 'place', value: change.sets.place }, actor, context, board);
  return ALLOWED;
}

function decideText(id: string, actor: Actor, context: RightsContext, board: BoardView): Verdict {
  const element = board.element(id);
  if (!element) return refuse('schema');
  const kind = context.kinds.get(element.kind);
  if (!kind?.text) return refuse('schema');
  if (isFacilitating(actor.role)) return ALLOWED;
  if (isLocked(id, board)) return refuse('locked');
  const elsewhere = stepRefuses(element.place, actor, context, board);
  if (elsewhere) return refuse(elsewhere);
  const act = kind.gathers ? 'move' : 'edit';
  return withinReach(reachOf(act, context), element, actor, context) ? ALLOWED : refuse('editNotAllowed');
}

function decideDelete(id: string, actor: Actor, context: RightsContext, board: BoardView): Verdict {
  const element = board.element(id);
  if (!element || isFacilitating(actor.role)) return ALLOWED;
  if (isLocked(id, board)) return refuse('locked');
  const elsewhere = stepRefuses(element.place, actor, context, board);
  if (elsewhere) return refuse(elsewhere);
  const act = context.kinds.get(element.kind)?.gathers ? 'move' : 'delete';
  return withinReach(reachOf(act, context), element, actor, context) ? ALLOWED : refuse('deleteNotAllowed');
}

function withinReach(reach: Reach, element: ElementView, actor: Actor, context: RightsContext): boolean {
  if (!rulesApply(actor, context)) return true;
  return reach === 'all' || (reach === 'own' && element.author === actor.participantId);
}

/** Locked itself, or standing in a locked frame. */
export function isLocked(id: string, board: BoardView): boolean {
  const element = board.element(id);
  return element !== undefined && (element.locked || frameLocked(element.place, board));
}

function frameLocked(place: Place, board: BoardView): boolean {
  return framesAround(place, (id) => board.element(id)?.place).some((id) => board.element(id)?.locked === true);
}

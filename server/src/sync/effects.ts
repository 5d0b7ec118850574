import {
  childrenOf,
  createElement,
  deleteElements,
  elementsOf,
  type ElementData,
  type KindRegistry,
  type NewElement,
  isSame,
  ordersBetween,
  readElement,
  ROOTS,
} from '@talkoot/board';
import type { Effect } from '@talkoot/facilitation';
import type { CommandResult, SessionView } from '@talkoot/protocol';
import { type BoardView, type Change, DocumentView } from '@talkoot/rights';
import type * as Y from 'yjs';
import { ProblemError } from '../problem.ts';
import type { Commit, NewVersion, WorkshopRow } from '../storage/port.ts';
import type { Ids, NoteModel } from './deps.ts';
import { carryOutComment } from './comments.ts';
import { copyFrames } from './copying.ts';
import { gatherGroups, openGroups } from './gathering.ts';
import { takeVersion } from './keeping.ts';
import { handIn } from './hand-in.ts';
import type { MovingRooms } from './moving.ts';
import { dropNoteFor, noteFor } from './paper-notes.ts';
import { reveal } from './reveal.ts';
import type { Room } from './room.ts';
import { lastOrder, write } from './server-write.ts';
import type { TickResult } from './tick.ts';

/** What a command changed beside the documents. */
export interface EffectResult {
  workshop: NonNullable<Commit['workshop']>;
  participants: NonNullable<Commit['participants']>;
  /** Versions taken of the board, not packed yet. */
  versions: NewVersion[];
  ballots: NonNullable<Commit['ballots']>;
  erasedRounds: string[];
  /** Documents whose history ends, and what the new one begins with. */
  newEpochs: NonNullable<Commit['newEpochs']>;
  firstUpdates: NonNullable<Commit['updates']>;
  /** Rooms of those documents: what is in memory is of the old history. */
  replaced: string[];
  /** Elements that are locked now. */
  locked: string[];
  answer: Pick<CommandResult, 'moved' | 'joinCode' | 'elementId'>;
}

export interface EffectEnv extends MovingRooms {
  by: string;
  /** Time alone did it, nobody gave a command. */
  byTime: boolean;
  workshop: WorkshopRow;
  now: number;
  kinds: KindRegistry;
  note: NoteModel;
  /** What holds the work of a group on the board. */
  frame: Pick<NoteModel, 'kind'> & { fields: Readonly<Record<string, unknown>> };
  /** A group's name in the workshop's language. */
  groupName(name: string): string;
  ids: Ids;
  /** Documents the command touches are open already. */
  room(scope: 'board' | 'mine' | 'backstage'): Room | undefined;
  /** Would the person be allowed to write this on the board? */
  mayWrite(change: Change, board: BoardView): boolean;
}

/** Carries the effects of one command out on the live documents; what must be stored with them is collected. */
export function carryOut(effects: readonly Effect[], tick: TickResult, env: EffectEnv): EffectResult {
  const result: EffectResult = {
    ...{ workshop: {}, participants: [], versions: [], answer: {}, locked: [] },
    ...{ ballots: [], erasedRounds: [], newEpochs: [], firstUpdates: [], replaced: [] },
  };
  for (const effect of effects) one(effect, tick, env, result);
  return result;
}

function one(effect: Effect, tick: TickResult, env: EffectEnv, result: EffectResult): void {
  switch (effect.type) {
    case 'tellSession':
      return writeSession(effect.view, tick, env);
    case 'saveWorkshop':
      if (effect.state) result.workshop.state = effect.state;
      if (effect.rules) result.workshop.rules = effect.rules;
      if (effect.closesAt !== undefined) result.workshop.closesAt = effect.closesAt;
      if (effect.newCode === 'drop') result.workshop.joinCode = null;
      if (effect.newCode === 'make') result.workshop.joinCode = env.ids.joinCode();
      return;
    case 'savePerson':
      result.participants.push({ id: effect.participantId, ...effect.person });
      return;
    case 'lock':
      if (effect.locked) result.locked.push(...effect.elementIds);
      return lock(effect.elementIds, effect.locked, tick, env);
    case 'publish':
      result.answer.moved = publish(effect, tick, env);
      return;
    case 'handIn':
      return handIn(effect.texts, { tray: need(env, 'backstage'), board: need(env, 'board') }, tick, env);
    case 'noteFor':
      result.answer.elementId = noteFor(effect, need(env, 'board'), tick, env);
      return;
    case 'dropNoteFor':
      return dropNoteFor(effect, need(env, 'board'), tick, env);
    case 'comment':
      return carryOutComment(effect, need(env, 'board'), tick, env);
    case 'saveVersion':
      result.versions.push(
        takeVersion(need(env, 'board'), {
          ...{ id: env.ids.element(), reason: effect.reason, name: effect.name, now: env.now },
          by: env.byTime || effect.reason === 'step' ? null : env.by,
        }),
      );
      return;
    case 'saveBallot': {
      const { roundId, participantId, ballot } = effect;
      result.ballots.push({ roundId, participantId, ballot: JSON.stringify(ballot) });
      return;
    }
    case 'eraseBallots':
      result.erasedRounds.push(effect.roundId);
      return;
    case 'reveal':
      return reveal(effect, need(env, 'board'), tick, env, result);
    case 'openGroups':
      return openGroups(effect, need(env, 'board'), tick, env);
    case 'copyFrames':
      return copyFrames(effect, need(env, 'board'), tick, env);
    case 'gatherGroups':
      return gatherGroups(effect, need(env, 'board'), tick, env);
    case 'closeSockets':
      // Follows from the saved person; the host closes whoever is no longer in.
      return;
  }
}

function need(env: EffectEnv, scope: 'board' | 'mine' | 'backstage'): Room {
  const room = env.room(scope);
  if (!room) throw new Error(`document not open for a command: ${scope}`);
  return room;
}

function writeSession(view: SessionView, tick: TickResult, env: EffectEnv): void {
  write(need(env, 'board'), tick, (doc) => setSession(doc, view));
}

/** Puts what every participant may know into the board's `session` map. */
export function setSession(doc: Y.Doc, view: SessionView): void {
  const session = doc.getMap(ROOTS.session);
  for (const [key, value] of Object.entries(view)) {
    // What is the same again would only make the document longer.
    if (!isSame(session.get(key), value)) session.set(key, value);
  }
}

function lock(elementIds: readonly string[], locked: boolean, tick: TickResult, env: EffectEnv): void {
  write(need(env, 'board'), tick, (doc) => {
    for (const id of elementIds) {
      const map = elementsOf(doc).get(id);
      if (map && (map.get('locked') ?? false) !== locked) map.set('locked', locked);
    }
  });
}

/** Moves elements to the board: made there under new ids, deleted where they came from, in one commit. */
function publish(
  effect: Extract<Effect, { type: 'publish' }>,
  tick: TickResult,
  env: EffectEnv,
): Record<string, string> {
  const source = need(env, effect.from);
  const board = need(env, 'board');
  const elements = withChildren(source.live(), effect.elementIds)
    .map((id) => readElement(id, elementsOf(source.live()).get(id), env.kinds))
    .filter((element) => element !== null);
  if (elements.length === 0) throw new ProblemError('not-found', 'nothing to publish');
  const moved = Object.fromEntries(elements.map((element) => [element.id, env.ids.element()]));
  const view = new DocumentView(board.live(), (id) => board.deleted.get(id));
  const orders = ordersBetween(lastOrder(board.live()), null, elements.length);
  const made = elements.map((element, index) => copyFor(element, moved, orders[index] ?? element.order));
  // Backstage everybody's notes are the facilitators' to place: who wrote them was judged when they came there.
  const standIn = effect.from === 'backstage' ? { author: env.by } : {};
  for (const element of made) {
    const change: Change = {
      type: 'create',
      id: element.id,
      fields: { ...plainFields(element), ...standIn },
      hasText: element.text !== undefined,
    };
    if (!env.mayWrite(change, view)) throw new ProblemError('not-allowed', 'may not place this on the board');
  }
  write(board, tick, (doc) => {
    for (const element of made) {
      createElement(doc, element, env.kinds);
      board.elementCount++;
    }
  });
  for (const element of elements) tick.noteDeleted(source, element.id, null);
  source.elementCount -= elements.length;
  write(source, tick, (doc) =>
    deleteElements(
      doc,
      elements.map((element) => element.id),
    ),
  );
  return moved;
}

/** The elements asked for and everything that stands in them. */
function withChildren(doc: Y.Doc, ids: readonly string[]): string[] {
  const all = new Set(ids);
  for (const id of all) {
    for (const child of childrenOf(doc, id)) all.add(child);
  }
  return [...all];
}

/** The same element under another id; its frame is the moved one, or a frame of the board by its own id. */
function copyFor(element: ElementData, moved: Readonly<Record<string, string>>, order: string): NewElement {
  const { id, runs, text: _text, fields, place, ...common } = element;
  const frame = place.frame === null ? null : (moved[place.frame] ?? place.frame);
  return { ...common, id: moved[id] ?? id, order, place: { ...place, frame }, text: runs, fields };
}

/** Element without words, as `rights` judges a creation. */
function plainFields(element: NewElement): Record<string, unknown> {
  const { id: _id, text: _text, fields, ...common } = element;
  return { ...common, ...fields };
}

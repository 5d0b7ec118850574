import type { BoardElement, BoardModel } from '@talkoot/board';
import { ELEMENT_TYPES, type ElementType } from '@talkoot/elements';
import { freeSpot } from '../../sync/actions-move.ts';
import { type AddResult, addElement } from '../../sync/actions-add.ts';
import { besideSame } from '../../sync/beside-same.ts';
import type { BoardSession } from '../../sync/session.ts';

/** Frames in which one writes in this step, those that are there; empty where notes stand on no frame. */
export function framesToWriteIn(session: Pick<BoardSession, 'view' | 'own' | 'model'>): string[] {
  const { step } = session.view();
  const { copies } = session.own();
  const frames = step?.writing ? step.writing.frames : (step?.frames ?? []).map((id) => copies[id] ?? id);
  return frames.filter((id) => session.model.get(id));
}

/** Can what is written be put where it belongs? Private words wait for one's own document, else all would read them. */
export function readyToWrite(session: Pick<BoardSession, 'view' | 'document'>): boolean {
  return session.view().step?.writing === null || session.document('mine') !== undefined;
}

/** The kind that plain words become: the first that is put at a point and has words. */
export function noteType(session: Pick<BoardSession, 'view'>): ElementType | undefined {
  const { step, rights } = session.view();
  const kinds = step?.writing ? null : (rights?.kinds ?? null);
  return [...ELEMENT_TYPES.values()].find(
    ({ kind, placing, text }) => placing === 'point' && text !== undefined && (kinds === null || kinds.includes(kind)),
  );
}

/** Puts a note into a frame, where there is room, or where one's notes wait that stand on none. */
export function addNote(session: BoardSession, frame: string | null, text: string): AddResult {
  const type = noteType(session);
  if (!type) return { allowed: false, reason: 'kindNotAllowed' };
  const { size } = type.defaults;
  const at = frame === null ? besideSame(session.model, { x: 0, y: 0, ...size }) : freeSpot(session.model, frame, size);
  return addElement(session, { type, frame, at: { ...at, size }, text: text.slice(0, type.text?.maxLength ?? 0) });
}

/** This person's notes of the step, the latest first. */
export function ownNotes(session: BoardSession): BoardElement[] {
  const { model } = session;
  const { step } = session.view();
  const me = session.me().participantId;
  const frames = new Set(framesToWriteIn(session));
  const scope = step?.writing ? 'mine' : 'board';
  const isHere = (element: BoardElement): boolean =>
    frames.size === 0 ? element.place.frame === null : standsIn(model, element, frames);
  const notes: BoardElement[] = [];
  for (const { id } of model.all()) {
    const element = model.get(id);
    const kind = model.kindOf(id);
    if (!element || !kind?.text || kind.container || kind.connects) continue;
    if (element.scope === scope && element.author === me && isHere(element)) notes.push(element);
  }
  return notes.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
}

function standsIn(model: BoardModel, element: BoardElement, frames: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  let at = element.place.frame;
  while (at !== null && !seen.has(at)) {
    if (frames.has(at)) return true;
    seen.add(at);
    at = model.get(at)?.place.frame ?? null;
  }
  return false;
}

/** How many more notes this person may write in the step; null without a limit. */
export function notesLeft(session: BoardSession): number | null {
  const { step, rights } = session.view();
  const most = (step?.writing ? step.writing.most : rights?.most) ?? null;
  return most === null ? null : Math.max(0, most - ownNotes(session).length);
}

import type { NewElement } from '@talkoot/board';
import { isFacilitating, type Scope } from '@talkoot/protocol';
import type { BoardSession } from './session.ts';

type Asked = Pick<BoardSession, 'model' | 'me' | 'view' | 'own' | 'document'>;

/**
 * The document in which a new element belongs that stands in this frame, or on the bare board: that of its frame, one's
 * own while notes are written privately or where they always are, the group's while it works apart, else the board.
 */
export function scopeOfNew(session: Asked, frame: string | null): Scope {
  const around = framesOut(session, frame);
  const elsewhere = around.find((id) => session.model.get(id)?.scope !== 'board');
  if (elsewhere !== undefined) return session.model.get(elsewhere)?.scope ?? 'board';
  if (session.document('mine') && isPrivate(session, around)) return 'mine';
  const inGroup = session.own().groupId !== null && session.document('group') !== undefined;
  return inGroup && !isFacilitating(session.me().role) ? 'group' : 'board';
}

function isPrivate(session: Asked, around: readonly string[]): boolean {
  if (around.some((id) => session.model.get(id)?.fields.visibility === 'author-only')) return true;
  const writing = session.view().step?.writing;
  if (!writing) return false;
  // Facilitators arrange the board meanwhile: privately they write only where everybody does.
  return !isFacilitating(session.me().role) || around.some((id) => writing.frames.includes(id));
}

function framesOut(session: Asked, frame: string | null): string[] {
  const around: string[] = [];
  for (let at = frame; at !== null && !around.includes(at); at = session.model.get(at)?.place.frame ?? null) {
    if (session.model.get(at)) around.push(at);
  }
  return around;
}

/** The document of each of some new elements: what stands in a new frame goes with it. */
export function scopesOfNew(session: Asked, elements: readonly NewElement[]): Map<Scope, NewElement[]> {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const scopeOf = (element: NewElement, depth = 0): Scope => {
    const { frame } = element.place;
    const parent = frame === null ? undefined : byId.get(frame);
    return parent && depth < elements.length ? scopeOf(parent, depth + 1) : scopeOfNew(session, frame);
  };
  return Map.groupBy(elements, (element) => scopeOf(element));
}

/** Where a new element might stand now, to ask whether one may be added at all. */
export function whereToAdd(session: Pick<BoardSession, 'view'>): string | null {
  const { rights } = session.view();
  return rights?.frames?.[0] ?? null;
}

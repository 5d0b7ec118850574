import { isFacilitating, type Refusal, type Role, type WorkshopState } from '@talkoot/protocol';
import { mayWriteAtAll } from './decide.ts';
import type { Actor } from './types.ts';

/** Why this role may not comment now; null when it may. Whoever may write on the board at all may comment on it. */
export function mayComment(role: Role, state: WorkshopState): Refusal | null {
  return mayWriteAtAll(role, { state, scope: 'board' });
}

/** May this person change the words of a comment? Only its author: nobody's words are put into another's mouth. */
export function mayEditComment(actor: Actor, author: string, state: WorkshopState): Refusal | null {
  return mayComment(actor.role, state) ?? (author === actor.participantId ? null : 'notYours');
}

/** May this person delete a comment? Its author and those who run the workshop. */
export function mayDeleteComment(actor: Actor, author: string, state: WorkshopState): Refusal | null {
  return isFacilitating(actor.role) ? mayComment(actor.role, state) : mayEditComment(actor, author, state);
}

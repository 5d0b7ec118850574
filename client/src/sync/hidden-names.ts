import { isFacilitating } from '@talkoot/protocol';
import type { BoardSession } from './session.ts';

/** Do facilitators hide from this person who wrote what and whose cursor is whose? */
export function hidesNames(session: Pick<BoardSession, 'view' | 'me'>): boolean {
  return session.view().hidden.names && !isFacilitating(session.me().role);
}

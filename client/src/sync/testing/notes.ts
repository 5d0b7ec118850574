import { NOTE_TYPE } from '@talkoot/elements';
import { LocalSession } from '../../dev/local-session.ts';
import { addElement } from '../actions-add.ts';

/** A board with notes of 100 x 100, their corners at these points. */
export function boardWithNotes(...corners: [number, number][]): { session: LocalSession; ids: string[] } {
  const session = new LocalSession();
  const ids = corners.map(([x, y]) => {
    const added = addElement(session, { type: NOTE_TYPE, at: { x, y, size: { width: 100, height: 100 } } });
    return added.allowed ? (added.ids[0] as string) : '';
  });
  return { session, ids };
}

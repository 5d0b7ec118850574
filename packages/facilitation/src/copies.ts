import { isMember } from '@talkoot/protocol';
import { isOnPaper } from './paper.ts';
import { shuffled } from './shuffle.ts';
import { type Copies, type Effect, type Given, type SessionState, withRun } from './state.ts';

/** These frames and everybody's own copies of them. */
export function framesAndCopies(frames: readonly string[], copies: Copies): string[] {
  return [...new Set(frames.flatMap((frame) => [frame, ...Object.values(copies[frame] ?? {})]))];
}

/** A person's own copies, by the frame that each is a copy of. */
export function copiesOf({ run }: SessionState, participantId: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(run.copies).flatMap(([frame, byPerson]) => {
      const copy = byPerson[participantId];
      return copy === undefined ? [] : [[frame, copy]];
    }),
  );
}

/** Has somebody come who has no copy yet of what everybody has in the step that runs? */
export function lacksCopies(state: SessionState, online: ReadonlySet<string>): boolean {
  return state.state === 'open' && withoutCopy(state, state.run.copying, online).length > 0;
}

/**
 * Everybody who is there, or has no device, and lacks an own copy of one of these frames gets it. Nobody gets one twice,
 * whatever happened to it. Where names would tell too much the copies bear none, in an order by lot.
 */
export function giveCopies(
  state: SessionState,
  frames: readonly string[],
  named: boolean,
  { now, online }: Given,
): { state: SessionState; effects: Effect[] } {
  const lack = withoutCopy(state, frames, online);
  if (lack.length === 0) return { state, effects: [] };
  const copies: Record<string, Readonly<Record<string, string>>> = { ...state.run.copies };
  let number = Object.values(copies).reduce((sum, of) => sum + Object.keys(of).length, 0);
  const sets = (named ? lack : shuffled(lack, `copies ${now}`)).map((person) => {
    const made: Record<string, string> = {};
    for (const frame of frames) {
      if (Object.hasOwn(copies[frame] ?? {}, person)) continue;
      number++;
      made[frame] = `own-${now.toString(36)}-${number}`;
      copies[frame] = { ...copies[frame], [person]: made[frame] };
    }
    return { name: named ? (state.people[person]?.name ?? null) : null, copies: made };
  });
  const members = Object.entries(state.people).flatMap(([id, { role }]) => (isMember(role) ? [id] : []));
  return { state: withRun(state, { copies }), effects: [{ type: 'copyFrames', sets, members }] };
}

function withoutCopy(state: SessionState, frames: readonly string[], online: ReadonlySet<string>): string[] {
  if (frames.length === 0) return [];
  return Object.entries(state.people).flatMap(([id, { status, role }]) => {
    const isHere = status === 'in' && isMember(role) && (online.has(id) || isOnPaper(state, id));
    return isHere && frames.some((frame) => !Object.hasOwn(state.run.copies[frame] ?? {}, id)) ? [id] : [];
  });
}

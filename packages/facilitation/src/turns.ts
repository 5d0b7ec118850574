import { isFacilitating, isMember } from '@talkoot/protocol';
import { takesPart, type Handlers } from './handlers.ts';
import { shuffled } from './shuffle.ts';
import { done, type Given, refuse, type SessionState, withRun } from './state.ts';
import type { Turns } from './step-type.ts';

/** Speaking in turn. Facilitators lead it; whose turn it is may end it, or pass. */
export const TURN_COMMANDS: Handlers<'turn' | 'hand'> = {
  turn: {
    may: (role) => takesPart(role),
    run: (state, { to, participantId }, { by, role, now }) => {
      const { turns } = state.run;
      if (!turns) return refuse('conflict', 'nobody speaks in turn');
      const leads = isFacilitating(role);
      const speaks = isTurnOf(state, by);
      if (!leads && (!speaks || to === 'back' || participantId !== undefined))
        return refuse('not-allowed', 'not your turn');
      if (participantId !== undefined) {
        const at = turns.order.indexOf(participantId);
        return at < 0
          ? refuse('not-found', 'not in the order')
          : done(withRun(state, { turns: { ...turns, at, since: now } }));
      }
      if (to === 'back')
        return done(withRun(state, { turns: { ...turns, at: Math.max(0, turns.at - 1), since: now } }));
      const speaker = turns.order[turns.at];
      if (speaker === undefined) return done(state);
      if (to === 'pass' && !turns.pass) return refuse('not-allowed', 'nobody passes here');
      const passes = to === 'pass' && !turns.passed.includes(speaker);
      // Who passed is asked once more at the end.
      const order = passes ? [...turns.order, speaker] : turns.order;
      const passed = passes ? [...turns.passed, speaker] : turns.passed;
      return done(withRun(state, { turns: { ...turns, order, passed, at: turns.at + 1, since: now } }));
    },
  },
  hand: {
    may: (role) => takesPart(role),
    run: (state, { up, participantId }, { by, role }) => {
      const whose = participantId ?? by;
      const leads = isFacilitating(role);
      if (whose !== by && (!leads || up)) return refuse('not-allowed', 'only one’s own hand goes up');
      const others = state.run.hands.filter((id) => id !== whose);
      if (!up) return done(withRun(state, { hands: others }));
      return done(state.run.hands.includes(whose) ? state : withRun(state, { hands: [...others, whose] }));
    },
  },
};

/** Is it this person's turn, or that of their group? */
export function isTurnOf(state: SessionState, participantId: string): boolean {
  const { turns, groups } = state.run;
  const speaker = turns?.order[turns.at];
  if (!turns || speaker === undefined) return false;
  if (!turns.groups) return speaker === participantId;
  return groups?.groups.find(({ id }) => id === speaker)?.members.includes(participantId) ?? false;
}

/** Everybody who is there gets a turn, in an order by lot that is the same for all. */
export function beginTurns(state: SessionState, turns: Turns, seed: string, given: Given): SessionState {
  const order = turns.groups
    ? (state.run.groups?.groups.map(({ id }) => id) ?? [])
    : alternating(state, shuffled(membersHere(state, given), `${seed} ${given.now}`));
  const { seconds, pass, groups } = turns;
  return withRun(state, { turns: { order, at: 0, since: given.now, seconds, pass, passed: [], groups } });
}

/** Members who are there: connected, or in the room without a device. */
export function membersHere(state: SessionState, { online }: Pick<Given, 'online'>): string[] {
  const inside = Object.entries(state.people).filter(([, { status, role }]) => status === 'in' && isMember(role));
  const here = inside.filter(([id, { mode }]) => online.has(id) || mode === 'paper');
  // Nobody's line may be known yet, as after a restart.
  return (inside.some(([id]) => online.has(id)) ? here : inside).map(([id]) => id);
}

/** Voices from elsewhere and from the room by turns, the first from elsewhere: or the room would speak alone. */
function alternating(state: SessionState, people: readonly string[]): string[] {
  const isRemote = (id: string): boolean => state.people[id]?.mode === 'remote';
  const [remote, room] = [people.filter(isRemote), people.filter((id) => !isRemote(id))];
  return Array.from({ length: Math.max(remote.length, room.length) }, (_, at) => [remote[at], room[at]])
    .flat()
    .filter((id) => id !== undefined);
}

import {
  type ConsoleMessage,
  isMember,
  LIMITS,
  type OwnMessage,
  type RoundView,
  type SessionView,
  type StageView,
  type StepRights,
  type StepView,
} from '@talkoot/protocol';
import { courseOf, stepOf } from './agenda.ts';
import { copiesOf, framesAndCopies } from './copies.ts';
import { working } from './groups.ts';
import { outcomeOf } from './rounds.ts';
import type { Round, SessionState } from './state.ts';
import { lengthOf, stageNow } from './stages.ts';
import { settingsOf, typeOf } from './steps.ts';

/** The part of the state that every participant may know. */
export function sessionView(state: SessionState): SessionView {
  const { rules, rightsChangedAt, closesAt, run } = state;
  const begun = Object.keys(run.times).length > 0;
  const step = stepView(state);
  return {
    ...{ state: state.state, rules, rightsChangedAt, closesAt, paused: run.paused },
    course: begun ? courseOf(state.agenda).map(({ id, type, title, minutes }) => ({ id, type, title, minutes })) : [],
    step,
    stage: stageView(state),
    rights: stepRights(state),
    clock: run.clock,
    turns: run.turns,
    bring: run.bring,
    spotlight: run.spotlight,
    leads: run.leads,
    // Where a pointer rests would tell who writes what.
    hidden: { ...run.hidden, cursors: run.hidden.cursors || Boolean(step?.writing) },
    hands: [...run.hands],
    reveal: run.reveal && { at: run.reveal.at, frames: run.reveal.frames && [...run.reveal.frames] },
    counts: run.counts,
    rounds: run.rounds.map(roundView),
    groups: (working(state)?.groups ?? []).map(({ id, name, members, host }) => ({
      id,
      name,
      members,
      ...(host !== undefined && { host }),
    })),
  };
}

function stepView(state: SessionState): StepView | null {
  const step = stepOf(state.agenda, state.run.stepId);
  const type = step && typeOf(step);
  if (!step || !type) return null;
  const { id, phase, title, prompt, minutes } = step;
  const stage = stageNow(state)?.stage;
  const frames = [...(stage?.frames ?? step.frames)];
  const writing = (stage ? stage.writing : type.writing?.(settingsOf(step))) ?? null;
  return {
    ...{ id, type: type.type, phase, title, prompt, frames, minutes, todo: stage?.todo ?? type.todo },
    writing: writing && {
      anonymity: writing.anonymity,
      frames: writing.tray ? [] : frames,
      most: writing.most,
      own: writing.own,
    },
  };
}

function stageView(state: SessionState): StageView | null {
  const now = stageNow(state);
  if (!now) return null;
  const { stage, at, after } = now;
  const choices = after[0]?.raises ? working(state)?.chosen : undefined;
  const chosen = choices ? Object.keys(choices).length : null;
  return {
    name: stage.name,
    at,
    count: at + 1 + after.length,
    next: after[0]?.name ?? null,
    chosen,
    later: lengthOf(after),
  };
}

/** What the step that runs lets participants do on the board; null when the participation rules alone hold. */
export function stepRights(state: SessionState): StepRights | null {
  const step = stepOf(state.agenda, state.run.stepId);
  const type = step && typeOf(step);
  if (!step || !type || state.run.override) return null;
  const settings = settingsOf(step);
  const { turns } = state.run;
  const speaker = turns?.order[turns.at];
  const onlySpeaker = type.turns?.(settings)?.onlySpeakerWrites === true && turns !== null;
  const stage = stageNow(state)?.stage;
  const frames = stage?.frames ?? step.frames;
  const most = type.most?.(settings) ?? null;
  // Where nothing is written on the board, it is read as a whole.
  const whole = stage ? !stage.rights.create : type.wholeBoard;
  return {
    ...(stage?.rights ?? type.rights(settings)),
    frames: whole || frames.length === 0 ? null : framesAndCopies(frames, state.run.copies),
    ...(most !== null && { most }),
    who: onlySpeaker ? (speaker === undefined ? [] : [speaker]) : null,
  };
}

/** A round without anything that tells who answered what. */
function roundView(round: Round): RoundView {
  const { id, stepId, rules, items, openedAt, closedAt, entitled } = round;
  const shows = closedAt !== null || rules.live;
  // While it is open nothing of it changes with each answer: only the console counts along.
  const outcome = shows ? (round.outcome ?? outcomeOf(round)) : null;
  const enough = outcome !== null && outcome.answered >= rules.least;
  return {
    ...{ id, stepId, rules, items: [...items], openedAt, closedAt },
    entitled: closedAt === null ? entitled.length : 0,
    answered: outcome?.answered ?? 0,
    results: enough ? [...outcome.results] : null,
    words: enough && closedAt !== null ? [...outcome.words] : [],
  };
}

/** What facilitators know beside it, without what only a server can count. */
export function consoleView(state: SessionState, now: number): ConsoleMessage {
  const { run, agenda } = state;
  const open = run.rounds.filter(({ closedAt }) => closedAt === null);
  const inside = Object.keys(state.people).filter((id) => {
    const person = state.people[id];
    return person?.status === 'in' && isMember(person.role);
  });
  return {
    type: 'console',
    agenda,
    times: run.times,
    asks: [...run.asks],
    calls: [...(working(state)?.calls ?? [])],
    visits: working(state)?.visits ?? null,
    answered: Object.fromEntries(open.map((round) => [round.id, Object.keys(round.ballots)])),
    late: Object.fromEntries(open.map(({ id, entitled }) => [id, inside.filter((one) => !entitled.includes(one))])),
    undoable: run.undoable
      .filter(({ at }) => now - at <= LIMITS.takeBackMs)
      .map(({ commandId, type, at }) => ({ commandId, type, at })),
  };
}

/** What only this person knows. */
export function ownView(state: SessionState, participantId: string): OwnMessage {
  const { run } = state;
  const open = run.rounds.filter(({ closedAt }) => closedAt === null);
  const own = open.flatMap(({ id, ballots }) =>
    ballots[participantId] ? [[id, ballots[participantId]] as const] : [],
  );
  const group = working(state)?.groups.find(({ members }) => members.includes(participantId));
  const visiting = Object.entries(working(state)?.visiting ?? {});
  return {
    type: 'own',
    ballots: Object.fromEntries(own),
    entitled: open.filter(({ entitled }) => entitled.includes(participantId)).map(({ id }) => id),
    told: [...(run.told[participantId] ?? [])],
    askedTime: run.asks.includes(participantId),
    groupId: group?.id ?? null,
    chosen: (group && working(state)?.chosen[group.id]) ?? null,
    calling: group !== undefined && (working(state)?.calls.includes(group.id) ?? false),
    visits: working(state)?.visiting[participantId] ?? null,
    copies: copiesOf(state, participantId),
    visitors: group ? visiting.filter(([, id]) => id === group.id).map(([visitor]) => visitor) : [],
  };
}

import { type GroupCommand, type GroupView, isFacilitating, isMember, type Visits } from '@talkoot/protocol';
import { groupPeople, metAfter, mixedTables } from './grouping.ts';
import { control, type Handlers } from './handlers.ts';
import {
  done,
  type Effect,
  type Given,
  type Groups,
  refuse,
  type SessionState,
  withRun,
  type WrittenAlone,
} from './state.ts';
import type { Grouped, Moves } from './step-type.ts';
import { membersHere } from './turns.ts';

/** Commands of groups. Each works in a document of its own, which nobody else reads. */
export const GROUP_COMMANDS: Handlers<GroupCommand['type']> = {
  formGroups: control((state, { id, by, size, visits, frames }, given) => {
    if (state.state !== 'open') return refuse('conflict', 'the workshop is not open');
    if (working(state)) return refuse('conflict', 'groups work already');
    const begun = beginGroups(state, { by, size, visits, keepPrivate: false, frames, setId: id }, given);
    return done(begun.state, begun.effects);
  }),
  moveToGroup: control((state, { participantId, groupId }) => {
    const groups = working(state);
    const person = state.people[participantId];
    if (!groups || person?.status !== 'in' || person.role === 'display')
      return refuse('not-found', 'no groups, or no such person');
    if (!groups.groups.some(({ id }) => id === groupId)) return refuse('not-found', 'no such group');
    const moved = groups.groups.map((group) => {
      const others = group.members.filter((member) => member !== participantId);
      return { ...group, members: group.id === groupId ? [...others, participantId] : others };
    });
    return done(withGroups(state, { ...groups, groups: moved }));
  }),
  renameGroup: {
    may: (role) => isFacilitating(role) || isMember(role),
    run: (state, { groupId, name }, { by, role }) => {
      const groups = working(state);
      const group = groups?.groups.find(({ id }) => id === groupId);
      if (!groups || !group) return refuse('not-found', 'no such group');
      if (!isFacilitating(role) && !group.members.includes(by)) return refuse('not-allowed', 'not your group');
      const renamed = groups.groups.map((one) => (one.id === groupId ? { ...one, name } : one));
      return done(withGroups(state, { ...groups, groups: renamed }));
    },
  },
  callFacilitator: {
    may: isMember,
    run: (state, { calls }, { by }) => {
      const groups = working(state);
      const group = groups?.groups.find(({ members }) => members.includes(by));
      if (!groups || !group) return refuse('not-found', 'in no group');
      const others = groups.calls.filter((id) => id !== group.id);
      return done(withGroups(state, { ...groups, calls: calls ? [...others, group.id] : others }));
    },
  },
  chooseNote: {
    may: (role) => isMember(role),
    run: (state, { elementId }, { by }) => {
      const groups = working(state);
      const group = groups?.groups.find(({ members }) => members.includes(by));
      if (!groups || !group) return refuse('not-found', 'in no group');
      const { [group.id]: _former, ...others } = groups.chosen;
      const chosen = elementId === null ? others : { ...others, [group.id]: elementId };
      return done(withGroups(state, { ...groups, chosen }));
    },
  },
  visit: control((state, { groupId }, { by }) => {
    const groups = working(state);
    if (!groups) return refuse('not-found', 'no groups');
    const { [by]: _left, ...others } = groups.visiting;
    if (groupId === null) return done(withGroups(state, { ...groups, visiting: others }));
    if (!groups.groups.some(({ id }) => id === groupId)) return refuse('not-found', 'no such group');
    if (!mayVisit(groups, groupId)) return refuse('not-allowed', 'the group did not call');
    return done(withGroups(state, { ...groups, visiting: { ...others, [by]: groupId } }));
  }),
  gather: control((state, { keepPrivate }) => {
    if (!working(state)) return done(state);
    const ended = endGroups(state, keepPrivate);
    return done(ended.state, ended.effects);
  }),
};

/** The groups that work now; null when there are none. */
export function working(state: SessionState): Groups | null {
  const { groups } = state.run;
  return groups && !groups.gathered ? groups : null;
}

function mayVisit({ visits, calls }: { visits: Visits; calls: readonly string[] }, groupId: string): boolean {
  return visits === 'always' || (visits === 'called' && calls.includes(groupId));
}

/** Who may open the document of a group now: its members, and who visits it. */
export function mayOpenGroup(state: SessionState, participantId: string, groupId: string): boolean {
  const groups = working(state);
  const group = groups?.groups.find(({ id }) => id === groupId);
  if (!groups || !group || state.people[participantId]?.status !== 'in') return false;
  return group.members.includes(participantId) || groups.visiting[participantId] === groupId;
}

interface Beginning extends Grouped {
  frames: readonly string[];
  setId: string;
  /** What comes along: what people wrote alone, or what their former groups made. */
  carries?: 'notes' | 'work' | null;
  written?: WrittenAlone | null;
  /** The frames are dealt out to the groups, as tables; else each gets them all. */
  spread?: boolean;
}

/** Makes groups of the people who are there, each with its own copies of the frames. */
export function beginGroups(
  state: SessionState,
  { by, size, visits, frames, setId, carries = null, written = null, spread = false }: Beginning,
  { now, online }: Given,
): { state: SessionState; effects: Effect[] } {
  const former = state.run.groups;
  const before = former?.groups.map(({ members }) => members) ?? [];
  // Whoever works already goes on with it, whatever their line does.
  const stay = carries === 'work' ? before.flat() : [];
  const people = membersHere(state, { online: new Set([...online, ...stay]) });
  const traitOf = (id: string): string => {
    const { tag = '', mode = '', role = '' } = state.people[id] ?? {};
    return `${tag.toLowerCase()} ${mode} ${role}`;
  };
  const isRemote = (id: string): boolean => state.people[id]?.mode === 'remote';
  const seed = `${setId} ${now}`;
  const lists = groupPeople({ people, size, by, traitOf, isRemote, before, met: state.run.met, seed });
  const names = by === 'keep' ? (former?.groups.map(({ name }) => name) ?? []) : [];
  const groups: GroupView[] = lists.map((members, at) => ({
    id: `${now.toString(36)}-${at + 1}`,
    name: names[at] ?? String(at + 1),
    members,
  }));
  const set: Groups = {
    ...{ id: setId, groups, visits, frames, calls: [], chosen: {}, gathered: false, visiting: {} },
    seen: Object.fromEntries(groups.flatMap(({ id, members }) => members.map((member) => [member, [id]]))),
  };
  const works = carries === 'work' ? heirs(working(state)?.groups ?? [], groups) : new Map<string, string[]>();
  const opened = groups.map(({ id, members }, at) => ({
    id,
    frames: spread && frames.length > 0 ? frames.slice(at % frames.length, (at % frames.length) + 1) : frames,
    notesOf: carries === 'notes' ? members : [],
    workOf: works.get(id) ?? [],
  }));
  const next = withRun(state, { groups: set, met: metAfter(state.run.met, lists) });
  return { state: next, effects: [{ type: 'openGroups', setId, groups: opened, written }] };
}

/** Which new group takes up the work of which former ones: that of most of its members, so that no work is left. */
function heirs(former: readonly GroupView[], groups: readonly GroupView[]): Map<string, string[]> {
  const works = new Map<string, string[]>();
  for (const { id, members } of former) {
    const shared = (group: GroupView): number => group.members.filter((member) => members.includes(member)).length;
    const heir = groups.reduce<GroupView | undefined>((a, b) => (a && shared(a) >= shared(b) ? a : b), undefined);
    if (heir) works.set(heir.id, [...(works.get(heir.id) ?? []), id]);
  }
  return works;
}

/** People move on to the next tables; the tables and what lies on them stay. */
export function moveTables(
  state: SessionState,
  { hostStays, mix }: Moves,
  { now }: Given,
): { state: SessionState; effects: Effect[] } {
  const groups = working(state);
  if (!groups) return { state, effects: [] };
  const tables = groups.groups.map(({ id, members, host }) => {
    const stays = hostStays ? (members.find((member) => member === host) ?? members[0]) : undefined;
    return { id, members, host: stays };
  });
  const lists = mix
    ? mixedTables({ tables, met: state.run.met, seen: groups.seen, seed: `${groups.id} ${now}` })
    : tables.map((_, at) => tables[(at + tables.length - 1) % tables.length]?.members ?? []);
  const seen = { ...groups.seen };
  const moved = groups.groups.map(({ host: _host, ...group }, at) => {
    const members = lists[at] ?? [];
    for (const member of members) seen[member] = [...new Set([...(seen[member] ?? []), group.id])];
    const host = tables[at]?.host;
    return { ...group, members, ...(host !== undefined && { host }) };
  });
  const next = withGroups(state, { ...groups, groups: moved, seen, calls: [], visiting: {} });
  return { state: withRun(next, { met: metAfter(state.run.met, lists) }), effects: [] };
}

/**
 * The groups end. What they made comes to the board unless it stays theirs; where each group raises one note, that of
 * those that chose one.
 */
export function endGroups(
  state: SessionState,
  keepPrivate: boolean,
  raises?: { into: string | null },
): { state: SessionState; effects: Effect[] } {
  const groups = working(state);
  if (!groups) return { state, effects: [] };
  const next = withGroups(state, { ...groups, gathered: true, calls: [], visiting: {} });
  if (keepPrivate) return { state: next, effects: [] };
  const [chosen, into] = raises ? [groups.chosen, raises.into] : [{}, null];
  return { state: next, effects: [{ type: 'gatherGroups', setId: groups.id, groups: groups.groups, chosen, into }] };
}

function withGroups(state: SessionState, groups: Groups): SessionState {
  return withRun(state, { groups });
}

import { type GroupCommand, type GroupView, isFacilitating, isMember, type Visits } from '@talkoot/protocol';
import { groupPeople, metAfter } from './grouping.ts';
import { control, type Handlers } from './handlers.ts';
import { done, type Effect, type Given, type Groups, refuse, type SessionState, withRun } from './state.ts';
import { membersHere } from './turns.ts';
import type { Grouped } from './step-type.ts';

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

/** Makes groups of the people who are there, each with its own copies of the frames. */
export function beginGroups(
  state: SessionState,
  { by, size, visits, frames, setId }: Grouped & { frames: readonly string[]; setId: string },
  { now, online }: Given,
): { state: SessionState; effects: Effect[] } {
  const before = state.run.groups?.groups.map(({ members }) => members) ?? [];
  const people = membersHere(state, { online });
  const traitOf = (id: string): string => {
    const { tag = '', mode = '', role = '' } = state.people[id] ?? {};
    return `${tag.toLowerCase()} ${mode} ${role}`;
  };
  const isRemote = (id: string): boolean => state.people[id]?.mode === 'remote';
  const seed = `${setId} ${now}`;
  const lists = groupPeople({ people, size, by, traitOf, isRemote, before, met: state.run.met, seed });
  const names = by === 'keep' ? (state.run.groups?.groups.map(({ name }) => name) ?? []) : [];
  const groups: GroupView[] = lists.map((members, at) => ({
    id: `${now.toString(36)}-${at + 1}`,
    name: names[at] ?? String(at + 1),
    members,
  }));
  const set: Groups = { id: setId, groups, visits, frames, calls: [], gathered: false, visiting: {} };
  const next = withRun(state, { groups: set, met: metAfter(state.run.met, lists) });
  return { state: next, effects: [{ type: 'openGroups', setId, groupIds: groups.map(({ id }) => id), frames }] };
}

/** The groups end. What they made comes to the board unless it stays theirs. */
export function endGroups(state: SessionState, keepPrivate: boolean): { state: SessionState; effects: Effect[] } {
  const groups = working(state);
  if (!groups) return { state, effects: [] };
  const next = withGroups(state, { ...groups, gathered: true, calls: [], visiting: {} });
  if (keepPrivate) return { state: next, effects: [] };
  return {
    state: next,
    effects: [{ type: 'gatherGroups', setId: groups.id, groups: groups.groups, frames: groups.frames }],
  };
}

function withGroups(state: SessionState, groups: Groups): SessionState {
  return withRun(state, { groups });
}

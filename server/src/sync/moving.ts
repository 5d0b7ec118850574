import type { Effect } from '@talkoot/facilitation';
import type { Documents } from './documents.ts';
import type { Room } from './room.ts';

/** Documents of one person or one group that effects move elements from or to. */
export interface MovingRooms {
  mine(participantId: string): Room | undefined;
  group(groupId: string): Room | undefined;
}

/** Opens the private documents of these people that were ever written. */
export async function openPrivate(
  people: readonly string[],
  documents: Documents,
  workshopId: string,
): Promise<Map<string, Room>> {
  const rooms = new Map<string, Room>();
  const written = new Set(await documents.names());
  for (const person of people) {
    const name = { workshopId, scope: 'mine' } as const;
    const opened = documents.opened(name, person);
    if (opened) rooms.set(person, opened);
    else if (written.has(`${workshopId}~mine~${person}`)) rooms.set(person, await documents.open(name, person));
  }
  return rooms;
}

/**
 * Opens what the effects of a command move between documents, before they are carried out. A private document that was
 * never written holds nothing to move and stays closed.
 */
export async function openFor(
  effects: readonly Effect[],
  documents: Documents,
  workshopId: string,
): Promise<MovingRooms> {
  const mine = new Map<string, Room>();
  const group = new Map<string, Room>();
  const openMine = async (people: readonly string[]): Promise<void> => {
    for (const [person, room] of await openPrivate(people, documents, workshopId)) mine.set(person, room);
  };
  const openGroup = async (groupId: string): Promise<void> => {
    group.set(groupId, await documents.open({ workshopId, scope: 'group', groupId }));
  };
  for (const effect of effects) {
    if (effect.type === 'reveal') {
      await openMine(effect.authors);
      if (effect.anonymity === 'facilitator') await documents.open({ workshopId, scope: 'backstage' });
    }
    if (effect.type === 'openGroups') {
      await openMine(effect.groups.flatMap(({ notesOf }) => notesOf));
      for (const { id, workOf } of effect.groups) for (const groupId of [id, ...workOf]) await openGroup(groupId);
    }
    if (effect.type === 'gatherGroups') for (const { id } of effect.groups) await openGroup(id);
    if (
      (effect.type === 'noteFor' && effect.to === 'mine') ||
      (effect.type === 'dropNoteFor' && effect.from === 'mine')
    ) {
      const { participantId } = effect;
      mine.set(participantId, await documents.open({ workshopId, scope: 'mine' }, participantId));
    }
  }
  return { mine: (id) => mine.get(id), group: (id) => group.get(id) };
}

import type { Effect } from '@talkoot/facilitation';
import type { Documents } from './documents.ts';
import type { Room } from './room.ts';

/** Documents of one person or one group that effects move elements from or to. */
export interface MovingRooms {
  mine(participantId: string): Room | undefined;
  group(groupId: string): Room | undefined;
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
  for (const effect of effects) {
    if (effect.type === 'reveal') {
      const written = new Set(await documents.names());
      for (const author of effect.authors) {
        const name = { workshopId, scope: 'mine' } as const;
        const opened = documents.opened(name, author);
        if (opened) mine.set(author, opened);
        else if (written.has(`${workshopId}~mine~${author}`)) mine.set(author, await documents.open(name, author));
      }
      if (effect.anonymity === 'facilitator') await documents.open({ workshopId, scope: 'backstage' });
    }
    if (
      (effect.type === 'noteFor' && effect.to === 'mine') ||
      (effect.type === 'dropNoteFor' && effect.from === 'mine')
    ) {
      const { participantId } = effect;
      mine.set(participantId, await documents.open({ workshopId, scope: 'mine' }, participantId));
    }
    const ids =
      effect.type === 'openGroups'
        ? effect.groupIds
        : effect.type === 'gatherGroups'
          ? effect.groups.map(({ id }) => id)
          : [];
    for (const groupId of ids) group.set(groupId, await documents.open({ workshopId, scope: 'group', groupId }));
  }
  return { mine: (id) => mine.get(id), group: (id) => group.get(id) };
}

/** The audiences a document can have; see the design of scopes in ARCHITECTURE.md. */
export type Scope = 'board' | 'mine' | 'group' | 'backstage';

/** A room as the socket names it: the workshop, the audience and, for a group, which one. */
export interface RoomName {
  workshopId: string;
  scope: Scope;
  groupId?: string;
}

const NAME = /^([A-Za-z0-9_-]{6,40})(?:~(mine|backstage)|~group~([A-Za-z0-9_-]{1,40}))?$/;

/** Reads a room name as it stands in the socket's address; null when it is none. */
export function parseRoomName(name: string): RoomName | null {
  const match = NAME.exec(name);
  if (!match?.[1]) return null;
  const workshopId = match[1];
  if (match[3]) return { workshopId, scope: 'group', groupId: match[3] };
  if (match[2] === 'mine' || match[2] === 'backstage') return { workshopId, scope: match[2] };
  return { workshopId, scope: 'board' };
}

/** The opposite of {@link parseRoomName}. */
export function formatRoomName(room: RoomName): string {
  if (room.scope === 'board') return room.workshopId;
  if (room.scope === 'group') return `${room.workshopId}~group~${room.groupId}`;
  return `${room.workshopId}~${room.scope}`;
}

/** The document behind a room: `~mine` is another document for everyone who asks. */
export function documentName(room: RoomName, participantId: string): string {
  return room.scope === 'mine' ? `${room.workshopId}~mine~${participantId}` : formatRoomName(room);
}

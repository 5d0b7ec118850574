import { formatCode, isFacilitating, type WorkshopView } from '@talkoot/protocol';
import type { ParticipantRow, WorkshopRow } from '../../storage/port.ts';

/** A workshop as its reader may know it: the code is the facilitators' to give. */
export function presentWorkshop(
  workshop: WorkshopRow,
  participant: ParticipantRow | null,
  reader: { isMember: boolean },
): WorkshopView {
  const { id, title, language, state, rules, createdAt, updatedAt, deletedAt } = workshop;
  const facilitating = participant?.status === 'in' && isFacilitating(participant.role);
  // A room screen shows it to the room.
  const shows = participant?.status === 'in' && participant.role === 'display';
  const mayKnowCode = facilitating || shows || (participant === null && reader.isMember);
  return {
    id,
    title,
    language,
    state,
    rules,
    createdAt,
    updatedAt,
    deletedAt,
    ...(workshop.rehearsal && { rehearsal: { of: workshop.rehearsal.of, speed: workshop.rehearsal.speed } }),
    joinCode: mayKnowCode && workshop.joinCode ? formatCode(workshop.joinCode) : null,
    participant: participant && {
      id: participant.id,
      name: participant.name,
      role: participant.role,
      status: participant.status,
    },
  };
}

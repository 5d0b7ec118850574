import { ParticipationRules } from '@talkoot/protocol';
import type { RehearsalMark, WorkshopRow } from './port.ts';
import type { WorkshopTable } from './tables.ts';

/** A row of the table with its rules parsed. */
export function toWorkshopRow({ rehearsal, ...row }: WorkshopTable): WorkshopRow {
  return {
    ...row,
    rules: ParticipationRules.parse(JSON.parse(row.rules)),
    // Written by the server alone, when the copy is made.
    rehearsal: rehearsal === null ? null : (JSON.parse(rehearsal) as RehearsalMark),
  };
}

import { ParticipationRules } from '@talkoot/protocol';
import type { WorkshopRow } from './port.ts';
import type { WorkshopTable } from './tables.ts';

/** A row of the table with its rules parsed. */
export function toWorkshopRow(row: WorkshopTable): WorkshopRow {
  return { ...row, rules: ParticipationRules.parse(JSON.parse(row.rules)) };
}

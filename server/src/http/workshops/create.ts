import { keptText, QUIET_RUN } from '@talkoot/facilitation';
import { type Agenda, DEFAULT_RULES, type Language } from '@talkoot/protocol';
import type { Account } from '../../auth/accounts.ts';
import { newParticipant } from '../../auth/people.ts';
import { newId, newJoinCode } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { type ParticipantRow, StoreConflict, type WorkshopRow } from '../../storage/port.ts';

export interface NewBoard {
  teamId: string;
  title: string;
  language: Language;
  /** First update of the board. */
  update: Uint8Array;
  grants: string[];
  agenda: Agenda;
}

const CODE_TRIES = 5;

/** Stores a new draft with its creator as facilitator and its board, all or nothing. Throws `too-many-requests`. */
export async function createWorkshop(
  { store, clock, limits }: Services,
  account: Account,
  board: NewBoard,
): Promise<{ workshop: WorkshopRow; participant: ParticipantRow }> {
  await limits.newWorkshop(account.id);
  const now = clock();
  const id = newId();
  const person = { name: account.name, role: 'facilitator', status: 'in', accountId: account.id } as const;
  const participant = newParticipant(id, person, { index: 0, now });
  const { teamId, title, language, update, grants, agenda } = board;
  for (let tries = 1; ; tries++) {
    const workshop: WorkshopRow = {
      id,
      teamId,
      title,
      language,
      state: 'draft',
      joinCode: newJoinCode(),
      rules: DEFAULT_RULES,
      closesAt: null,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
      rehearsal: null,
    };
    try {
      await store.workshops.create({
        workshop,
        participants: [participant],
        documents: [{ document: id, update }],
        grants,
        session: keptText({ agenda, run: QUIET_RUN, rightsChangedAt: now }),
      });
      return { workshop, participant };
    } catch (error) {
      // One code in 850 thousand million is taken: draw again.
      if (!(error instanceof StoreConflict) || tries === CODE_TRIES) throw error;
    }
  }
}

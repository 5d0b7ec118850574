import { ROLES, type Role, WORKSHOP_STATES } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { mayComment, mayDeleteComment, mayEditComment } from './comments.ts';

const SILENT: Role[] = ['observer', 'display'];
const RUNS: Role[] = ['facilitator', 'cofacilitator'];

test('every role in every state: comments follow the right to write on the board', () => {
  for (const role of ROLES) {
    for (const state of WORKSHOP_STATES) {
      const silent = SILENT.includes(role) || (state === 'draft' && !RUNS.includes(role));
      expect(mayComment(role, state), `${role} ${state}`).toBe(
        state === 'closed' ? 'closed' : silent ? 'readOnly' : null,
      );
    }
  }
});

test('words are changed by who wrote them, deleted also by who runs the workshop', () => {
  for (const role of ROLES) {
    const actor = { participantId: 'ann', role };
    const barred = SILENT.includes(role) ? 'readOnly' : null;
    expect(mayEditComment(actor, 'ann', 'open')).toBe(barred);
    expect(mayEditComment(actor, 'bob', 'open')).toBe(barred ?? 'notYours');
    expect(mayDeleteComment(actor, 'ann', 'open')).toBe(barred);
    expect(mayDeleteComment(actor, 'bob', 'open')).toBe(barred ?? (RUNS.includes(role) ? null : 'notYours'));
    expect(mayEditComment(actor, 'ann', 'closed')).toBe('closed');
    expect(mayDeleteComment(actor, 'bob', 'closed')).toBe('closed');
  }
});

import { normaliseCode } from '@talkoot/protocol';
import { describe, expect, test } from 'vitest';
import { hashToken, newId, newJoinCode, newToken, sameSecret } from './ids.ts';

describe('ids and secrets', () => {
  test('makes ids that fit into room names and never come twice', () => {
    const ids = Array.from({ length: 1_000 }, newId);
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{20}$/);
  });

  test('makes join codes that read back as themselves', () => {
    for (let count = 0; count < 200; count++) {
      const code = newJoinCode();
      expect(normaliseCode(code.toLowerCase())).toBe(code);
    }
  });

  test('keeps secrets as hashes and compares them whole', () => {
    const token = newToken();
    expect(token.length).toBeGreaterThanOrEqual(22);
    expect(hashToken(token)).not.toContain(token);
    expect(sameSecret(token, token)).toBe(true);
    expect(sameSecret(token, `${token}x`)).toBe(false);
    expect(sameSecret(token, '')).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { createLog } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ logLevel: 'trace' }, { write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('log', () => {
  test('never writes secrets, names or content, at any depth we log at', () => {
    const secret = 'salaisuus';
    const lines = logged((log) => {
      log.info(
        { code: secret, ticket: secret, token: secret, password: secret, cookie: secret, workshopId: 'w1' },
        'a',
      );
      log.info({ person: { name: secret, email: secret }, board: { element: { text: secret, title: secret } } }, 'b');
      log.info({ headers: { authorization: secret, cookie: secret } }, 'c');
    });
    expect(lines).not.toContain(secret);
    expect(lines).toContain('w1');
    expect(lines.match(/\[redacted\]/g)?.length).toBeGreaterThan(8);
  });

  test('writes of errors what they are and where, not what they carry', () => {
    const error = Object.assign(new Error('it broke', { cause: new Error('underneath') }), {
      input: 'what Aino wrote',
    });
    const lines = logged((log) => log.error({ err: error }, 'failed'));
    expect(lines).toContain('it broke');
    expect(lines).toContain('underneath');
    expect(lines).toContain('log.test.ts');
    expect(lines).not.toContain('what Aino wrote');
    expect(logged((log) => log.error({ err: 'what Aino wrote' }, 'failed'))).not.toContain('Aino');
  });
});

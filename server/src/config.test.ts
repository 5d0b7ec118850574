import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from './config.ts';

describe('parseConfig', () => {
  test('has a default for everything', () => {
    expect(parseConfig({})).toEqual({
      port: 3000,
      host: '0.0.0.0',
      publicUrl: null,
      secure: false,
      dataDir: resolve('./data'),
      setupToken: null,
      trustedProxies: false,
      logLevel: 'info',
    });
  });

  test('counts empty values as not set', () => {
    expect(parseConfig({ PORT: '', DATABASE_URL: '', PUBLIC_URL: '' }).port).toBe(3000);
  });

  test('takes an https address as a reason for strict cookies and for a proxy on this machine', () => {
    expect(parseConfig({ PUBLIC_URL: 'https://talkoot.example.org/' })).toMatchObject({
      publicUrl: 'https://talkoot.example.org',
      secure: true,
      trustedProxies: 'loopback',
    });
    expect(parseConfig({ PUBLIC_URL: 'http://talkoot.local:8080' })).toMatchObject({
      publicUrl: 'http://talkoot.local:8080',
      secure: false,
    });
  });

  test.each([
    [{ PORT: 'abc' }, /^PORT: must be a port number/],
    [{ PORT: '70000' }, /^PORT: /],
    [{ HOST: 'a b' }, /^HOST: must be a host name/],
    [{ PUBLIC_URL: 'talkoot.example.org' }, /^PUBLIC_URL: must be an address such as/],
    [{ PUBLIC_URL: 'ftp://talkoot.example.org' }, /^PUBLIC_URL: /],
    [{ PUBLIC_URL: 'https://example.org/talkoot' }, /^PUBLIC_URL: must have no path/],
    [{ DATABASE_URL: 'postgres://localhost/talkoot' }, /^DATABASE_URL: A database server is not supported yet/],
    [{ REDIS_URL: 'redis://localhost' }, /^REDIS_URL: Redis is not supported yet/],
    [{ TALKOOT_SETUP_TOKEN: 'short' }, /^TALKOOT_SETUP_TOKEN: must be 8 to 200/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL: must be one of/],
  ])('stops at %o with one clear line', (env, message) => {
    expect(() => parseConfig(env)).toThrow(ConfigError);
    expect(() => parseConfig(env)).toThrow(message);
    try {
      parseConfig(env);
    } catch (error) {
      expect((error as Error).message).not.toContain('\n');
    }
  });
});

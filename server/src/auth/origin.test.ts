import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { originAllowed } from './origin.ts';

const from = (origin: string | undefined, host: string | undefined): IncomingMessage =>
  ({ headers: { origin, host } }) as IncomingMessage;

describe('originAllowed', () => {
  test('takes the host that the browser asked, whatever name the server has in this network', () => {
    expect(originAllowed(from('http://192.168.1.5:3000', '192.168.1.5:3000'), null)).toBe(true);
    expect(originAllowed(from('http://talkoot.local', 'talkoot.local'), null)).toBe(true);
    expect(originAllowed(from('https://talkoot.local', 'talkoot.local'), null)).toBe(true);
  });

  test.each([
    ['http://evil.example', '192.168.1.5:3000'],
    ['http://192.168.1.5:3001', '192.168.1.5:3000'],
    ['http://192.168.1.5', '192.168.1.5:3000'],
    ['http://192.168.1.5:3000.evil.example', '192.168.1.5:3000'],
    ['null', '192.168.1.5:3000'],
    ['ftp://192.168.1.5:3000', '192.168.1.5:3000'],
    ['not an address', '192.168.1.5:3000'],
    [undefined, '192.168.1.5:3000'],
    ['http://192.168.1.5:3000', undefined],
  ])('refuses %s at %s', (origin, host) => {
    expect(originAllowed(from(origin, host), null)).toBe(false);
  });

  test('takes the public address whatever host the proxy asks for', () => {
    expect(originAllowed(from('https://talkoot.example.org', '127.0.0.1:3000'), 'https://talkoot.example.org')).toBe(
      true,
    );
    expect(originAllowed(from('https://evil.example', '127.0.0.1:3000'), 'https://talkoot.example.org')).toBe(false);
  });

  test('refuses the plain page of a public https address', () => {
    const request = from('http://talkoot.example.org', 'talkoot.example.org');
    expect(originAllowed(request, 'https://talkoot.example.org')).toBe(false);
  });
});

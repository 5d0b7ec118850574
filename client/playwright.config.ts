import { defineConfig } from '@playwright/test';

/**
 * Chromium of the system, and a host name that is no secure context: the same as on a local network, where the
 * browser offers neither the clipboard nor random ids by crypto.randomUUID.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // Only hangs are caught by time: machines under load are slow.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI ? [['line'], ['html', { open: 'never' }]] : 'line',
  use: {
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.TALKOOT_CHROMIUM ?? '/usr/bin/chromium',
      // In a place without a character set Chromium gives files no names with letters such as ä.
      env: { ...definedOnly(process.env), LC_ALL: 'C.UTF-8' },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--host-resolver-rules=MAP talkoot.test 127.0.0.1',
      ],
    },
  },
});

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

import { test as base, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { ELEMENT_MESSAGES } from '@talkoot/elements';
import { STEP_MESSAGES } from '@talkoot/facilitation';
import { FORMAT_MESSAGES } from '@talkoot/formats';
import { createI18n, type LanguageCode, type Translate, translatorOf } from '@talkoot/i18n';

import { type Guard, guard } from './guard.ts';
import { type RunningServer, SETUP_TOKEN, startServer } from './server.ts';

/** The account that owns the server of a test worker. */
export const OWNER = { name: 'Aino Virtanen', email: 'aino@example.org', password: 'metsässä on hiljaista' };

/** One person at one browser: an own context, so cookies and storage of nobody else. */
export interface Person {
  page: Page;
  guard: Guard;
  /** Words of the language that this person reads. */
  t: Translate;
}

export interface PersonOptions {
  name?: string;
  language?: LanguageCode;
  phone?: boolean;
  scheme?: 'light' | 'dark';
  /** Comes signed in as {@link OWNER}. */
  owner?: boolean;
  /** Another server than the worker's. */
  server?: RunningServer;
}

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

type StorageState = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

interface WorkerFixtures {
  server: RunningServer;
  ownerState: StorageState;
}

interface TestFixtures {
  /** A new person at a new browser. Anything wrong on any of their pages fails the test. */
  person: (options?: PersonOptions) => Promise<Person>;
  /** A server without an owner yet, for this test alone. */
  freshServer: RunningServer;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.dispose();
    },
    { scope: 'worker' },
  ],

  ownerState: [
    async ({ server, browser }, use) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(server.origin);
      const answer = await page.evaluate(
        async (body) => {
          const headers = { 'content-type': 'application/json' };
          return (await fetch('/api/v1/setup', { method: 'POST', headers, body: JSON.stringify(body) })).status;
        },
        { ...OWNER, token: SETUP_TOKEN, teamName: 'Työ 2.0 Lab' },
      );
      if (answer >= 300) throw new Error(`Set-up answered ${answer}\n${server.output()}`);
      await use(await context.storageState());
      await context.close();
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  freshServer: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.dispose();
  },

  person: async ({ browser, server, ownerState }, use) => {
    const guards: Guard[] = [];
    await use(async (options = {}) => {
      const { language = 'fi', scheme = 'light' } = options;
      const context = await browser.newContext({
        ...(options.phone ? PHONE : {}),
        ...(options.owner ? { storageState: ownerState } : {}),
        baseURL: (options.server ?? server).origin,
        colorScheme: scheme,
        reducedMotion: 'reduce',
        locale: language,
        timezoneId: 'Europe/Helsinki',
      });
      await context.addInitScript((code) => {
        // The empty first page has no storage.
        if (location.protocol === 'about:') return;
        if (localStorage.getItem('talkoot.language') === null) localStorage.setItem('talkoot.language', code);
      }, language);
      const watched = await guard(context, options.name ?? (options.owner ? OWNER.name : 'guest'));
      guards.push(watched);
      return {
        page: await context.newPage(),
        guard: watched,
        t: translatorOf(createI18n(language, [...ELEMENT_MESSAGES, ...STEP_MESSAGES, ...FORMAT_MESSAGES])),
      };
    });
    expect(guards.flatMap(({ seen }) => seen)).toEqual([]);
  },
});

export { expect };

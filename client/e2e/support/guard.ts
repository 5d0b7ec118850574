import type { BrowserContext, ConsoleMessage, Page } from '@playwright/test';

/** What browsers write when the server said no, as it should; no mistake of the page. */
function isAnswerThatSaysNo(message: ConsoleMessage): boolean {
  return /Failed to load resource: the server responded with a status of 4\d\d/.test(message.text());
}

/** What browsers write while the server is away on purpose. */
function isLostLine(message: ConsoleMessage): boolean {
  return /ERR_(CONNECTION_\w+|INTERNET_DISCONNECTED|EMPTY_RESPONSE)|WebSocket connection to .* failed/.test(
    message.text(),
  );
}

/** Watches the pages of a context; whatever it saw fails the test. */
export interface Guard {
  readonly seen: string[];
  /** From now on the server may be away. */
  expectLostLine: () => void;
}

/** Collects console errors, exceptions and reports of the content policy. */
export async function guard(context: BrowserContext, name: string): Promise<Guard> {
  const seen: string[] = [];
  let lineMayBreak = false;
  await context.exposeBinding('talkootReportsViolation', (_source, report: string) => {
    seen.push(`${name}: content policy: ${report}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { talkootReportsViolation } = window as unknown as { talkootReportsViolation: (report: string) => void };
      talkootReportsViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  const watch = (page: Page): void => {
    page.on('pageerror', (error) =>
      seen.push(`${name}: ${page.url()}: ${error.name} ${error.message} ${error.stack ?? ''}`),
    );
    page.on('console', (message) => {
      if (message.type() !== 'error' || isAnswerThatSaysNo(message)) return;
      if (lineMayBreak && isLostLine(message)) return;
      seen.push(`${name}: ${message.text()} (${message.location().url})`);
    });
  };
  context.on('page', watch);
  return { seen, expectLostLine: () => (lineMayBreak = true) };
}

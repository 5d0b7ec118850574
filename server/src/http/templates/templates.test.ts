import type { TemplateSummary } from '@talkoot/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

describe('templates over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.dispose());

  test('are listed in short and given whole', async () => {
    const browser = server.browser();
    const { templates } = await browser.get<{ templates: TemplateSummary[] }>('/templates');
    expect(templates.map(({ id }) => id)).toContain('iooi-impact-chain');
    expect(Object.keys(templates[0] ?? {}).sort()).toEqual([
      'category',
      'description',
      'durationMinutes',
      'id',
      'name',
    ]);
    const whole = await browser.get('/templates/iooi-impact-chain');
    expect(whole.frames).toHaveLength(6);
    expect(whole.agenda).toHaveLength(14);
    expect(await browser.get('/templates/no-such', 404)).toMatchObject({ code: 'not-found' });
  });
});

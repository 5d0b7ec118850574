import type { TemplateList } from '@talkoot/protocol';
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
    const { categories, templates } = await browser.get<TemplateList>('/templates');
    expect(templates).toHaveLength(61);
    expect(templates.map(({ id }) => id)).toContain('iooi-impact-chain');
    const known = categories.map(({ id }) => id);
    expect([...new Set(templates.map(({ category }) => category))].sort()).toEqual(known.toSorted());
    expect(Object.keys(templates[0] ?? {}).sort()).toEqual([
      'category',
      'description',
      'durationMinutes',
      'groupSize',
      'id',
      'name',
    ]);
    const whole = await browser.get('/templates/iooi-impact-chain');
    expect(whole.frames).toHaveLength(6);
    expect(whole.agenda).toHaveLength(14);
    expect(await browser.get('/templates/no-such', 404)).toMatchObject({ code: 'not-found' });
  });
});
